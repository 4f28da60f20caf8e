import { TransportError } from '@patchbay/core';
import { isAxiosError, isCancel } from 'axios';

const unreachable =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ERR_TLS|CERT_|DEPTH_|SELF_|UNABLE_)/;

/**
 * What went wrong below HTTP, in the core's words. Errors of axios hold the request with its headers: only their code and
 * message leave here.
 */
export const transportErrorOf = (error: unknown, host: string): TransportError => {
  if (isCancel(error)) return new TransportError('The call was cancelled', { code: 'ABORTED' });
  const code = isAxiosError(error) ? (error.code ?? '') : '';
  const message = error instanceof Error ? error.message : String(error);
  const details = { retryable: true, cause: new Error(`${code} ${message}`.trim()) };
  if (message.startsWith('maxContentLength'))
    return new TransportError(`The answer of ${host} is too large`, {
      code: 'ANSWER_TOO_LARGE',
      advice: 'Ask for fewer rows or fewer fields at once',
    });
  if (unreachable.test(code))
    return new TransportError(`${host} cannot be reached (${code})`, {
      ...details,
      code: 'UNREACHABLE',
      advice: 'Check the base URL and the network',
    });
  return new TransportError(`The connection to ${host} broke before the answer was complete`, {
    ...details,
    code: 'CONNECTION_CUT',
  });
};
