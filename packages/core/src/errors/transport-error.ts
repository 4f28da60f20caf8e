import { ConnectorError, type ErrorDetails } from './connector-error.ts';
import type { ErrorCode } from './error-codes.ts';

/** Why there is no answer. */
export type TransportReason = Extract<
  ErrorCode,
  'UNREACHABLE' | 'TIMEOUT' | 'CONNECTION_CUT' | 'ABORTED' | 'ANSWER_TOO_LARGE' | 'OUTCOME_UNKNOWN'
>;

/** No answer came. After `OUTCOME_UNKNOWN` the vendor may have done the work all the same. */
export class TransportError extends ConnectorError {
  constructor(message: string, details: ErrorDetails & { readonly code: TransportReason }) {
    super(message, details);
    this.name = 'TransportError';
  }
}
