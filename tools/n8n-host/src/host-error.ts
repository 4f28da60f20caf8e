/** What went wrong, for a `switch`. */
export type HostErrorCode =
  | 'npm-missing'
  | 'install-failed'
  | 'package-not-usable'
  | 'import-failed'
  | 'port-taken'
  | 'start-failed'
  | 'request-failed'
  | 'publication-failed';

/** A failure of the n8n installation or of a running n8n. The message says what happened and what to do next. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly code: HostErrorCode;

  constructor(code: HostErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
