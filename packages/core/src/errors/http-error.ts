import { ConnectorError, type ErrorDetails } from './connector-error.ts';
import type { ErrorCode } from './error-codes.ts';

/** What the vendor's answer said. */
export interface HttpErrorDetails extends Omit<ErrorDetails, 'code'> {
  readonly status: number;
  /** Method and path, without query and host */
  readonly target: string;
  /** The vendor's own error code */
  readonly vendorCode?: string;
  /** What the vendor's support asks for */
  readonly reference?: string;
  /** Seconds until the vendor accepts requests again */
  readonly retryAfterSeconds?: number;
}

const codes: Readonly<Record<number, ErrorCode>> = {
  303: 'UNAVAILABLE',
  400: 'BAD_REQUEST',
  401: 'NOT_AUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  422: 'UNPROCESSABLE',
  429: 'RATE_LIMITED',
  503: 'UNAVAILABLE',
};

const codeOf = (status: number): ErrorCode => codes[status] ?? (status >= 500 ? 'SERVER_ERROR' : 'REFUSED');

/** The vendor answered, and refused or failed. */
export class HttpError extends ConnectorError {
  readonly status: number;
  readonly target: string;
  readonly vendorCode: string | undefined;
  readonly reference: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(message: string, details: HttpErrorDetails) {
    const { status } = details;
    const passes = status === 303 || status === 408 || status === 429 || status >= 500;
    super(message, { ...details, code: codeOf(status), retryable: details.retryable ?? passes });
    this.name = 'HttpError';
    this.status = status;
    this.target = details.target;
    this.vendorCode = details.vendorCode;
    this.reference = details.reference;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
