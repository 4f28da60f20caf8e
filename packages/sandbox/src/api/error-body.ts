import type { ApiError, Problem } from '../api-error.ts';
import type { Twin } from '../twin.ts';
import { setAt } from './paths.ts';

type Shape = Twin['vendor']['errors']['shapes'][number];

const told = (shape: Shape, status: number, { message, description, code, field }: Problem): unknown => {
  const values: [string | undefined, unknown][] = [
    [shape.message, message],
    [shape.detail, description],
    [shape.code, code ?? status],
    [shape.field, field],
  ];
  return values.reduce<unknown>(
    (entry, [path, value]) => (path === undefined || value === undefined ? entry : setAt(entry, path, value)),
    {},
  );
};

const fromShape = (twin: Twin, { status, problems }: ApiError): unknown => {
  const [shape] = twin.vendor.errors.shapes;
  if (!shape) return { message: problems.map(({ message }) => message).join('; ') };
  if (shape.list !== undefined)
    return setAt(
      {},
      shape.list,
      problems.map((problem) => told(shape, status, problem)),
    );
  const [first] = problems;
  return told(shape, status, {
    description: '',
    ...first,
    message: problems.map(({ message }) => message).join('; '),
  });
};

/** The body of a refusal: by the vendor's rules, else in the first of the error shapes of its definition. */
export const errorBodyOf = (twin: Twin, error: ApiError, requestPath: string): unknown => {
  const reference = twin.references.uuid();
  const own = twin.rules.errorBody;
  if (own) return own(error, reference, requestPath);
  const body = fromShape(twin, error);
  const { reference: path } = twin.vendor.errors;
  return path === undefined ? body : setAt(body, path, reference);
};
