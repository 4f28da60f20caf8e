import { ConnectorError, type ErrorDetails } from './connector-error.ts';
import type { ErrorCode } from './error-codes.ts';

/** A successful answer that is not what the definition says: HTML, broken JSON, a missing envelope, a list without end. */
export class ResponseError extends ConnectorError {
  /** The first characters of the answer */
  readonly excerpt: string;

  constructor(
    message: string,
    excerpt: string,
    details: Omit<ErrorDetails, 'code'> & { readonly code?: Extract<ErrorCode, 'UNEXPECTED_ANSWER' | 'ENDLESS_LIST'> },
  ) {
    super(message, { code: 'UNEXPECTED_ANSWER', ...details });
    this.name = 'ResponseError';
    this.excerpt = excerpt.slice(0, 200);
  }
}
