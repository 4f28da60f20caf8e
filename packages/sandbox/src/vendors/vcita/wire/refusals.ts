import { ApiError, type Problem } from '../../../api-error.ts';
import { familyOf } from './family.ts';

/** Marks of refusals that have one shape everywhere. */
const marks = { wrongToken: 'WRONG_TOKEN', ruby: 'RUBY', hook: 'NOT_SUBSCRIBED' } as const;

const one = (status: number, message: string, description: string, code: string): ApiError =>
  new ApiError(status, [{ message, description, code }]);

/** The token is of a kind that may not do this. vcita says 422 to that. */
export const wrongToken = (description: string): ApiError => one(422, 'Unauthorized', description, marks.wrongToken);

/** The token is good, but the business of the request is missing or not wanted. */
export const wrongBusiness = (description: string): ApiError => one(401, 'Unauthorized', description, 'unauthorized');

/** What the vendor's Ruby says when an object is missing. */
export const missingWrapping = (name: string): ApiError =>
  one(
    500,
    "undefined method `[]' for nil:NilClass",
    `The content must hold its values in an object ${name}`,
    marks.ruby,
  );

/** A subscription to a name that is no event. */
export const notSubscribed = (event: string): ApiError =>
  one(500, 'Not Subscribed', `${event} is no event that can be subscribed to`, marks.hook);

/** Something that a record or the state of things forbids. */
export const refused = (status: number, code: string, message: string, description = message): ApiError =>
  one(status, message, description, code);

/** 422 for a value, with the name of its field. */
export const wrongValue = (field: string, message: string, code = 'invalid'): ApiError =>
  new ApiError(422, [{ message, description: `${field}: ${message}`, code, field }]);

/** 412: the time of a booking is not free, or a rule forbids it. */
export const slotTaken = (description: string): ApiError =>
  one(412, 'The time slot is not available', description, 'TIMESLOT_UNAVAILABLE');

/** 412: a rule of bookings forbids it. */
export const ruleBroken = (description: string): ApiError => one(412, description, description, 'BOOKING_VIOLATION');

const unrouted = ({ status, problems }: ApiError): boolean =>
  status === 405 || (status === 404 && problems[0]?.description.startsWith('There is no path') === true);

const as = ({ problems, headers }: ApiError, status: number, code: string): ApiError =>
  new ApiError(
    status,
    problems.map((problem) => ({ ...problem, code: problem.code ?? code })),
    headers,
  );

const missing = (error: ApiError): boolean => /is missing$|^Missing /.test(error.problems[0]?.message ?? '');

/** Refusals of the sandbox with vcita's statuses and codes. What has a code is vcita's own already. */
export const refuse = (error: ApiError, path: string): ApiError => {
  const { status } = error;
  const family = familyOf(path);
  if (error.problems.some(({ code }) => code !== undefined)) return error;
  // The gateway does not know the path.
  if (unrouted(error)) return as(error, 502, 'bad_gateway');
  if (status === 401) return one(401, '401 Unauthorized', error.message, 'unauthorized');
  if (status === 429) return one(429, 'Throttled', error.message, 'rate_limit_exceeded');
  if (status === 404)
    return one(family === 'v3' ? 404 : 422, 'Not Found', error.message, family === 'v3' ? 'not_found' : 'invalid');
  if (status === 400 && family === 'platform')
    return as(error, 400, missing(error) ? 'PARAMETER_MISSING' : 'INVALID_FORMAT');
  if (status === 400 || status === 422) return as(error, 422, missing(error) ? 'missing_param' : 'invalid');
  return error;
};

/** What the token endpoint says (RFC 6749). */
const tokenCodes: readonly unknown[] = [
  ...['invalid_client', 'invalid_grant', 'invalid_request', 'invalid_scope', 'unsupported_grant_type'],
];

const listed = ({ message, code, field }: Problem) => ({ code, message, ...(field !== undefined && { field }) });

/** The body of a refusal: a shape for each family of paths. The text of a 502 comes from the gateway. */
export const errorBody = ({ status, message, problems }: ApiError, _: string, path: string): unknown => {
  const [first] = problems;
  if (status === 502) return 'Bad Gateway';
  if (first?.code === marks.wrongToken) return { status: 'Error', error: message };
  if (first?.code === marks.hook) return { response: message };
  if (first?.code === marks.ruby) return { status: 'Error', message };
  if (first?.code !== undefined && tokenCodes.includes(first.code))
    return { error: first.code, error_description: first.description };
  if (status === 401 || status === 429) return { success: false, errors: problems.map(listed) };
  const family = familyOf(path);
  if (family === 'oauth')
    return { error: status < 500 ? 'invalid_request' : 'server_error', error_description: message };
  if (family === 'platform') return { status: 'Error', error: message, error_code: first?.code };
  return { success: false, errors: problems.map(listed) };
};
