import { ConnectorError, type ErrorDetails } from './connector-error.ts';
import type { ErrorCode } from './error-codes.ts';

/** Why an account is not connected. */
export type GrantReason =
  /** Nobody connected it yet, or it was disconnected */
  | 'never-connected'
  /** The person or the vendor said no */
  | 'denied'
  /** What came back to the redirect URI is not the answer to a question that was asked here */
  | 'not-asked'
  /** The code or the refresh token was used before, is too old or was revoked */
  | 'spent'
  /** The vendor refused for another reason, such as a wrong client secret */
  | 'refused'
  /** The answer with the tokens was lost on its way, and with it the tokens */
  | 'answer-lost'
  /** A process stopped between sending a refresh token and saving the answer */
  | 'interrupted'
  /** The vendor refused the access token and gives no refresh token */
  | 'not-renewable'
  /** What was kept cannot be read */
  | 'unreadable';

/** There is no access to the account until somebody connects it again. */
export class GrantError extends ConnectorError {
  readonly reason: GrantReason;

  constructor(
    message: string,
    details: Omit<ErrorDetails, 'code'> & {
      readonly code: Extract<ErrorCode, 'NOT_CONNECTED' | 'AUTHORIZATION_FAILED' | 'GRANT_LOST'>;
      readonly reason: GrantReason;
    },
  ) {
    super(message, details);
    this.name = 'GrantError';
    this.reason = details.reason;
  }
}
