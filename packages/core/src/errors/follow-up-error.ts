import { ConnectorError, type ErrorDetails } from './connector-error.ts';

/**
 * What was asked for is done, and what had to follow it failed, such as reading the record again: `cause` tells why. Whoever
 * sends it again may do it twice.
 */
export class FollowUpError extends ConnectorError {
  constructor(message: string, details: Omit<ErrorDetails, 'code' | 'retryable'>) {
    super(message, { ...details, code: 'FOLLOW_UP_FAILED', retryable: false });
    this.name = 'FollowUpError';
  }
}
