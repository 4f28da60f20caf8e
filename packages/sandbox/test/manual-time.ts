import type { Schedule } from '../src/index.ts';

/** A clock that stands still until it is moved. */
export interface ManualTime {
  readonly now: () => number;
  readonly schedule: Schedule;
  /** Moves the clock, and runs what falls due on the way in its order. */
  advance(milliseconds: number): void;
}

/** A clock that stands at an instant. */
export const manualTime = (start: string): ManualTime => {
  let now = Date.parse(start);
  let timers: { readonly due: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    schedule(run, milliseconds) {
      const timer = { due: now + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = timers.filter(({ due }) => due <= end).sort((one, other) => one.due - other.due);
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        now = next.due;
        next.run();
      }
      now = end;
    },
  };
};
