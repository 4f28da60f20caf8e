import { ConnectorError, type ErrorDetails } from './connector-error.ts';

/** The place where tokens are kept did not do what it was asked for. */
export class StoreError extends ConnectorError {
  constructor(message: string, details: Omit<ErrorDetails, 'code'> = {}) {
    super(message, { retryable: true, ...details, code: 'TOKEN_STORE_FAILED' });
    this.name = 'StoreError';
  }
}
