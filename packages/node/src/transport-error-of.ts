import { TransportError, transportFailure } from '@patchbay/core';
import { isAxiosError } from 'axios';

/**
 * What went wrong below HTTP, in the core's words. Errors of axios hold the request with its headers: only their code and
 * message leave here.
 */
export const transportErrorOf = (error: unknown, host: string, timeLimit: number): TransportError => {
  const code = isAxiosError(error) ? (error.code ?? '') : '';
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith('maxContentLength'))
    return new TransportError(`The answer of ${host} is too large`, {
      code: 'ANSWER_TOO_LARGE',
      advice: 'Ask for fewer rows or fewer fields at once',
    });
  const failed = { host, timeLimit, message };
  const broken = { ...failed, code: 'ECONNRESET', message: `${code} ${message}`.trim() };
  return (transportFailure({ ...failed, code }) ?? transportFailure(broken)) as TransportError;
};
