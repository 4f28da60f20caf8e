import type { Budget } from '../define/quota.ts';

/** The requests of the last `seconds`; in no stretch of that length are there more than allowed. */
export interface Window {
  /** Milliseconds until one more request fits */
  delay(now: number): number;
  take(now: number): void;
}

/** A window on nothing yet. Holds one instant a request that still counts. */
export const windowOf = ({ requests, seconds }: Budget): Window => {
  // A ring: the slot to be written next is the oldest instant once it is full.
  const instants: number[] = [];
  let slot = 0;
  return {
    delay: (now) => {
      const oldest = instants[slot];
      return oldest === undefined ? 0 : Math.max(0, oldest + seconds * 1000 - now);
    },
    take: (now) => {
      instants[slot] = now;
      slot = (slot + 1) % requests;
    },
  };
};
