import type { ConnectorError } from '../errors/connector-error.ts';
import { HttpError } from '../errors/http-error.ts';
import type { Operation } from '../project/operation.ts';

const maxTries = 4;

const firstDelay = 500;
const longestDelay = 20_000;

const mayBeSentAgain = (error: ConnectorError, idempotent: boolean): boolean => {
  if (error.code === 'RATE_LIMITED') return true;
  if (!idempotent) return false;
  return error.code === 'CONNECTION_CUT' || (error instanceof HttpError && [500, 502, 503, 504].includes(error.status));
};

/**
 * Milliseconds to wait before a failed request is sent again, or `undefined` when it must not be: the vendor's own word
 * (Retry-After or quota reset) where there is one, else its documented pause, else exponential back-off with full jitter. A refusal for quota was not
 * processed, so anything may be sent again after it; all else only when sending twice does no harm.
 * @param tries how often it was sent so far
 * @param random in [0, 1)
 */
export const retryDelay = (
  error: ConnectorError,
  tries: number,
  { idempotent, vendor }: Pick<Operation, 'idempotent' | 'vendor'>,
  random: () => number,
): number | undefined => {
  if (tries >= maxTries || !mayBeSentAgain(error, idempotent)) return undefined;
  if (error instanceof HttpError && error.retryAfterSeconds !== undefined) return error.retryAfterSeconds * 1000;
  const { waitSeconds } = vendor.quota;
  if (error.code === 'RATE_LIMITED' && waitSeconds !== undefined) return waitSeconds * 1000;
  return Math.ceil(random() * Math.min(longestDelay, firstDelay * 2 ** (tries - 1)));
};
