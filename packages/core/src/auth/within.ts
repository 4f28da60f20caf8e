import type { Clock } from '../request/transport.ts';

/** The result of some work, or an error when it takes too long; the work is told by its signal. */
export const within = async <Result>(
  clock: Clock,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
  late: () => Error,
): Promise<Result> => {
  const stop = new AbortController();
  const done = new AbortController();
  const limit = clock.sleep(milliseconds, done.signal).then((): never => {
    stop.abort();
    throw late();
  });
  limit.catch(() => undefined);
  try {
    return await Promise.race([work(stop.signal), limit]);
  } finally {
    done.abort();
  }
};

/** A result that others wait for too: whoever is cancelled leaves, the work goes on. */
export const orAborted = <Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
  aborted: () => Error,
): Promise<Result> => {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(aborted());
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
};
