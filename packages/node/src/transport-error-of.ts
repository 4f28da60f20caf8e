import { InputError, isConnectorError, TransportError, transportFailure } from '@patchbay/core';
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

/** What went wrong with the content to send while it was being read: the reader's own words where it has some. */
export const contentErrorOf = (error: Error): Error =>
  isConnectorError(error)
    ? error
    : new InputError('The content cannot be sent', [{ field: 'file', problem: `cannot be read: ${error.message}` }]);
