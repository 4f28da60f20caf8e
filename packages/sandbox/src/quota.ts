/** A number of requests in a window, such as a day, counted from midnight to midnight UTC. */
export interface Quota {
  /** Takes one request from the number; `false` when none is left. */
  take(): boolean;
  readonly limit: number;
  remaining(): number;
  /** Until the number is full again */
  resetSeconds(): number;
  refill(): void;
}

/** A quota on the given clock. Windows follow one another from 1970 on: those of a day begin at midnight UTC. */
export const createQuota = (limit: number, now: () => number, seconds = 86_400): Quota => {
  const length = seconds * 1000;
  let window = -1;
  let used = 0;
  const toWindow = (): void => {
    const current = Math.floor(now() / length);
    if (current !== window) used = 0;
    window = current;
  };
  return {
    limit,
    take() {
      toWindow();
      if (used >= limit) return false;
      used++;
      return true;
    },
    remaining() {
      toWindow();
      return limit - used;
    },
    resetSeconds: () => Math.ceil((length - (now() % length)) / 1000),
    refill() {
      used = 0;
    },
  };
};
