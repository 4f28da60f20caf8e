/** One thing that is wrong with a request. */
export interface Problem {
  /** Short, as the vendor says it */
  readonly message: string;
  /** Longer, for a person */
  readonly description: string;
  /** Wire name of the field at fault */
  readonly field?: string;
  /** The vendor's own code, where its rules give one */
  readonly code?: string | number;
}

/** A refusal of a vendor's twin; the vendor's rules turn it into the vendor's own error body. */
export class ApiError extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, problems: readonly Problem[], headers: Readonly<Record<string, string>> = {}) {
    super(problems.map(({ message }) => message).join('; '));
    this.name = 'ApiError';
    this.status = status;
    this.problems = problems;
    this.headers = headers;
  }
}

/** A refusal for one reason. */
export const refusal = (
  status: number,
  message: string,
  description: string,
  headers: Readonly<Record<string, string>> = {},
): ApiError => new ApiError(status, [{ message, description }], headers);

/** What is wrong with one field: `name: is missing`. */
export const fieldProblem = (field: string, problem: string): Problem => ({
  message: `${field}: ${problem}`,
  description: `The field ${field} ${problem}`,
  field,
});

/** 422 for one field. */
export const invalid = (field: string, problem: string): ApiError => new ApiError(422, [fieldProblem(field, problem)]);

/** 404 for a record that is not there. */
export const notFound = (resource: string, id: unknown): ApiError =>
  refusal(404, 'Not found', `There is no ${resource} ${String(id)}`);
