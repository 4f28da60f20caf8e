import { ApiError } from '../../../api-error.ts';

/** A field that the change of a message does not take fails there instead of being refused. */
const breaks = ({ problems }: ApiError, path: string): boolean =>
  /^\/api\/v1\.0\/messages\/[^/]+$/.test(path) && problems.some(({ message }) => message.endsWith('is not known here'));

/** Nifty tells of wrong values with 400. */
export const refuse = (error: ApiError, path: string): ApiError => {
  if (error.status !== 422) return error;
  return new ApiError(breaks(error, path) ? 500 : 400, error.problems, error.headers);
};

/** `{message, errors?, code?}`; the message of a 400 names the field. */
export const errorBody = ({ status, problems }: ApiError): unknown => {
  if (status === 400)
    return {
      message: problems.map(({ message }) => message).join('; '),
      errors: problems.map(({ description }) => ({ message: description })),
    };
  const message = problems.map(({ description }) => description).join('; ');
  return status === 403 ? { message, code: 403 } : { message };
};
