import { ConnectorError, type ErrorDetails } from './connector-error.ts';

/** One thing that is wrong with one field of the input. */
export interface InputIssue {
  /** Wire name, with dots and indexes into nested values: `stages.0.name` */
  readonly field: string;
  /** "is missing", "must be a whole number, but is 'ten'" */
  readonly problem: string;
}

/** The input does not fit the operation; nothing was sent. Names every field at fault at once. */
export class InputError extends ConnectorError {
  readonly issues: readonly InputIssue[];

  constructor(what: string, issues: readonly InputIssue[], details: Omit<ErrorDetails, 'code'> = {}) {
    super(`${what}: ${issues.map(({ field, problem }) => `${field} ${problem}`).join('; ')}`, {
      ...details,
      code: 'INPUT',
    });
    this.name = 'InputError';
    this.issues = issues;
  }
}
