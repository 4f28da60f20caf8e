import { type Clock, TransportError } from '@patchbay/core';
import { seededRandom } from './random.ts';

/** A process that is no process: it can stop, sleep through its lease, and have a wrong clock. */
export interface VirtualProcess {
  readonly name: string;
  /** Milliseconds that its clock is ahead */
  readonly skew: number;
  alive: boolean;
  pausedUntil: number;
}

/** What is to go wrong in a schedule, beside what its seed decides. */
export interface Plan {
  readonly seed: number;
  /** Number of the await at which its process stops */
  readonly crashAt?: number;
  /** Before what was asked for is done, or after that and before the answer is known */
  readonly crashWhen?: 'before' | 'after';
  /** Nothing goes wrong by chance */
  readonly calm?: boolean;
  /** The store does not do what a store must: to see that the rules notice */
  readonly brokenStore?: 'writes over' | 'leases to all';
}

interface Event {
  readonly time: number;
  readonly order: number;
  readonly process: VirtualProcess | undefined;
  readonly run: () => void;
  cancelled: boolean;
}

/** What an await may come to, by how the world treats it. */
export interface Treatment {
  readonly fails?: 'before' | 'after';
  /** Milliseconds until it is done, and until the answer is there */
  readonly delay: number;
}

const microtasksDone = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Time, chance and processes of one schedule. Two worlds with the same plan go the same way. */
export class World {
  now = Date.parse('2026-11-22T09:00:00Z');
  /** Awaits so far */
  awaits = 0;
  /** Nothing goes wrong by chance for now */
  quiet = true;
  /** The awaits of the plan are counted now */
  counting = false;
  readonly counts = { crashes: 0, pauses: 0, storeFailures: 0, events: 0 };
  readonly random: () => number;
  onCrash: (process: VirtualProcess) => void = () => undefined;
  readonly plan: Plan;
  private readonly events: Event[] = [];
  private order = 0;

  constructor(plan: Plan) {
    this.plan = plan;
    this.random = seededRandom(plan.seed);
  }

  between(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low));
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** Runs something later; for a process, not while it is paused, and never when it has stopped. */
  at(delay: number, run: () => void, process?: VirtualProcess): Event {
    return this.push({ time: this.now + delay, order: this.order++, process, run, cancelled: false });
  }

  private push(event: Event): Event {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.events[middle] as Event;
      if (other.time > event.time || (other.time === event.time && other.order > event.order)) low = middle + 1;
      else high = middle;
    }
    this.events.splice(low, 0, event);
    return event;
  }

  crash(process: VirtualProcess): void {
    if (!process.alive) return;
    process.alive = false;
    this.counts.crashes++;
    this.onCrash(process);
  }

  /** Counts an await of a process; here it may stop, or fall asleep for longer than any lease. */
  private reach(process: VirtualProcess): number {
    const number = this.counting ? this.awaits++ : -1;
    if (!this.quiet && this.chance(0.004)) {
      process.pausedUntil = this.now + this.between(1000, 150_000);
      this.counts.pauses++;
    }
    const crashes = this.plan.crashAt === number || (!this.quiet && this.chance(0.003));
    if (crashes && this.plan.crashWhen !== 'after') this.crash(process);
    return number;
  }

  /** Something that a process asks of the world outside; the answer comes by `settle`, if the process still lives. */
  ask<Result>(
    process: VirtualProcess,
    treatment: () => Treatment,
    effect: () => Result,
    failure: () => Error,
  ): Promise<Result> {
    const number = this.reach(process);
    return new Promise((resolve, reject) => {
      if (!process.alive) return;
      const { fails, delay } = treatment();
      // What was sent arrives, whatever becomes of the sender.
      this.at(delay, () => {
        let settle: () => void;
        if (fails === 'before') settle = () => reject(failure());
        else {
          try {
            const result = effect();
            settle = fails === 'after' ? () => reject(failure()) : () => resolve(result);
          } catch (error) {
            settle = () => reject(error);
          }
        }
        if (this.plan.crashAt === number && this.plan.crashWhen === 'after') this.crash(process);
        this.at(this.between(0, 10), settle, process);
      });
    });
  }

  clockOf(process: VirtualProcess): Clock {
    return {
      now: () => this.now + process.skew,
      sleep: (milliseconds, signal) => {
        this.reach(process);
        return new Promise((resolve, reject) => {
          if (!process.alive) return;
          const event = this.at(milliseconds, resolve, process);
          signal?.addEventListener('abort', () => {
            event.cancelled = true;
            reject(new TransportError('cancelled', { code: 'ABORTED' }));
          });
        });
      },
    };
  }

  /** Lets everything happen, until nothing is left to happen. */
  async run(): Promise<void> {
    await microtasksDone();
    for (let event = this.events.pop(); event; event = this.events.pop()) {
      const { process } = event;
      if (event.cancelled || process?.alive === false) continue;
      this.now = Math.max(this.now, event.time);
      if (process && process.pausedUntil > this.now) {
        this.push({ ...event, time: process.pausedUntil, order: this.order++ });
        continue;
      }
      event.run();
      this.counts.events++;
      await microtasksDone();
    }
  }
}
