/** A limit on the time in which nothing happens. */
export interface IdleTimer {
  /** Aborted when the time is over */
  readonly signal: AbortSignal;
  /** Something happened: the time starts anew. */
  touch(): void;
  stop(): void;
}

/**
 * A running timer.
 * @param timeLimit in milliseconds
 */
export const startIdleTimer = (timeLimit: number): IdleTimer => {
  const limit = new AbortController();
  let timer: NodeJS.Timeout | undefined = setTimeout(() => limit.abort(), timeLimit);
  return {
    signal: limit.signal,
    touch: () => void timer?.refresh(),
    stop() {
      clearTimeout(timer);
      // A chunk may still be on its way: it must not start the timer again.
      timer = undefined;
    },
  };
};
