import type { ErrorCode } from './error-codes.ts';

/** What every error of Patchbay tells. */
export interface ErrorDetails {
  readonly code: ErrorCode;
  /** What the user can do about it, one sentence */
  readonly advice?: string;
  /** `vendor` and `resource.operation` it happened in */
  readonly vendor?: string;
  readonly operation?: string;
  /** Whether the same call may succeed later without a change */
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

// The core is inlined into several bundles: `instanceof` fails across copies, a registered symbol does not.
const brand = Symbol.for('patchbay.ConnectorError');

/** Base of all errors. The message says what failed and what to do next, and never holds a secret. */
export class ConnectorError extends Error {
  readonly code: ErrorCode;
  /** What failed, without the advice that the message ends with */
  readonly summary: string;
  readonly advice: string | undefined;
  readonly vendor: string | undefined;
  readonly operation: string | undefined;
  readonly retryable: boolean;
  readonly [brand] = true;

  constructor(message: string, details: ErrorDetails) {
    super(details.advice ? `${message}. ${details.advice}` : message, { cause: details.cause });
    this.name = 'ConnectorError';
    this.code = details.code;
    this.summary = message;
    this.advice = details.advice;
    this.vendor = details.vendor;
    this.operation = details.operation;
    this.retryable = details.retryable ?? false;
  }
}

/** Whether a value is an error of Patchbay, also one from another copy of the core. */
export const isConnectorError = (value: unknown): value is ConnectorError =>
  typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
