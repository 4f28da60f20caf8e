import { TransportError } from '../errors/transport-error.ts';

const unreachable =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ERR_TLS|CERT_|DEPTH_|SELF_|UNABLE_)/;
const cut = /^(ECONNRESET|EPIPE|ERR_BAD_RESPONSE|ERR_STREAM_PREMATURE_CLOSE|HPE_)/;

/** A failed exchange, as the host's HTTP told it. */
export interface FailedExchange {
  /** Code that Node.js or axios gave: `ECONNRESET` */
  readonly code: string;
  /** Host name and port that were called */
  readonly host: string;
  /** Longest time that was allowed, in milliseconds */
  readonly timeLimit: number;
  /** The host's own words; they must hold no header and no content */
  readonly message: string;
}

/** What a failed exchange means to a user, `undefined` for a code that is not known. */
export const transportFailure = (failed: FailedExchange): TransportError | undefined => {
  const { code, host, timeLimit, message } = failed;
  const details = { retryable: true, cause: new Error(`${code} ${message}`.trim()) };
  if (code === 'ERR_CANCELED') return new TransportError('The call was cancelled', { code: 'ABORTED' });
  if (code === 'ECONNABORTED')
    return new TransportError(`${host} did not answer within ${timeLimit / 1000} s`, {
      ...details,
      code: 'TIMEOUT',
      advice: 'Try again later, or ask for less at once',
    });
  if (unreachable.test(code))
    return new TransportError(`${host} cannot be reached`, {
      ...details,
      code: 'UNREACHABLE',
      // Not in the message itself: n8n replaces one that names a code by a text of its own.
      advice: `Check the base URL and the network; the system says ${code}`,
    });
  if (cut.test(code))
    return new TransportError(`The connection to ${host} broke before the answer was complete`, {
      ...details,
      code: 'CONNECTION_CUT',
    });
  return undefined;
};
