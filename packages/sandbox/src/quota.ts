/** A daily number of requests, counted from midnight to midnight UTC. */
export interface Quota {
  /** Takes one request from the day's number; `false` when none is left. */
  take(): boolean;
  readonly limit: number;
  remaining(): number;
  /** Until the number is full again */
  resetSeconds(): number;
  refill(): void;
}

const dayMilliseconds = 86_400_000;

/** A quota on the given clock. How long vPlan's window really is, its documentation does not say. */
export const createQuota = (limit: number, now: () => number): Quota => {
  let day = -1;
  let used = 0;
  const today = (): void => {
    const current = Math.floor(now() / dayMilliseconds);
    if (current !== day) used = 0;
    day = current;
  };
  return {
    limit,
    take() {
      today();
      if (used >= limit) return false;
      used++;
      return true;
    },
    remaining() {
      today();
      return limit - used;
    },
    resetSeconds: () => Math.ceil((dayMilliseconds - (now() % dayMilliseconds)) / 1000),
    refill() {
      used = 0;
    },
  };
};
