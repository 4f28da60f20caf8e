/** Runs something once after a delay in milliseconds; what comes back cancels it. */
export type Schedule = (run: () => void, milliseconds: number) => () => void;

/** Where a scheduler gets its time from; tests inject both. */
export interface Time {
  /** Milliseconds since 1970 */
  readonly now: () => number;
  readonly schedule: Schedule;
}

/** The sandbox's only clock: everything that happens later goes through it. */
export interface Scheduler {
  now(): number;
  /** The current instant, RFC 3339 in UTC */
  stamp(): string;
  /** Runs a task after a delay in milliseconds; what comes back cancels it while it has not begun. */
  later(milliseconds: number, task: () => Promise<void> | void): () => void;
  /** Calls a function after a delay in milliseconds, unnoticed by `settle`: for time limits. */
  readonly timer: Schedule;
  /** Runs all that is pending now, in the order it would fall due, until nothing is left. */
  settle(): Promise<void>;
  /** Moves the clock forward, and runs what falls due on the way in its order. */
  advance(milliseconds: number): Promise<void>;
  /** Takes back what the clock was moved forward; what is pending waits as much longer. */
  moveBack(): Promise<void>;
  /** Waits for what runs already; what waits for its time goes on waiting. */
  idle(): Promise<void>;
  /** Drops all that is pending. */
  cancelAll(): void;
}

interface Job {
  readonly due: number;
  readonly order: number;
  readonly task: () => Promise<void> | void;
  cancel: () => void;
}

/** The time of this machine. Its timers do not keep the process alive: the server does. */
export const systemTime: Time = {
  now: Date.now,
  schedule: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

/** A scheduler on the given time. Errors of tasks go to `onError`; the scheduler goes on. */
export const createScheduler = (time: Time, onError: (error: unknown) => void): Scheduler => {
  /** How far this clock was moved ahead of the given time */
  let ahead = 0;
  const now = (): number => time.now() + ahead;
  const pending = new Set<Job>();
  const running = new Set<Promise<void>>();
  let order = 0;

  const start = (job: Job): void => {
    if (!pending.delete(job)) return;
    job.cancel();
    const run = (async () => job.task())()
      .catch(onError)
      .finally(() => running.delete(run));
    running.add(run);
  };
  const first = (): Job | undefined =>
    [...pending].sort((one, other) => one.due - other.due || one.order - other.order)[0];

  /** After the clock was moved, things are due sooner or later than their timers say. */
  const setTimers = (): void => {
    for (const job of pending) {
      job.cancel();
      job.cancel = time.schedule(() => start(job), job.due - now());
    }
  };
  const forward = async (milliseconds: number): Promise<void> => {
    const end = now() + milliseconds;
    for (let job = first(); job && job.due <= end; job = first()) {
      ahead += Math.max(0, job.due - now());
      start(job);
      await Promise.all(running);
    }
    ahead += Math.max(0, end - now());
    setTimers();
  };
  /** One after the other, so that none takes time away from another. */
  let moved = Promise.resolve();

  return {
    now,
    stamp: () => new Date(now()).toISOString(),
    timer: time.schedule,
    later(milliseconds, task) {
      const job: Job = { due: now() + milliseconds, order: order++, task, cancel: () => {} };
      pending.add(job);
      job.cancel = time.schedule(() => start(job), milliseconds);
      return () => {
        if (pending.delete(job)) job.cancel();
      };
    },
    async settle() {
      while (pending.size + running.size > 0) {
        const job = first();
        if (job) start(job);
        await Promise.all(running);
      }
    },
    advance(milliseconds) {
      moved = moved.then(() => forward(milliseconds));
      return moved;
    },
    moveBack() {
      moved = moved.then(() => {
        ahead = 0;
        setTimers();
      });
      return moved;
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
    cancelAll() {
      for (const job of pending) job.cancel();
      pending.clear();
    },
  };
};
