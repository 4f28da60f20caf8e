import { setImmediate, setTimeout } from 'node:timers/promises';
import type { FaultTarget } from './fault.ts';

/** In which words a refusal asks to wait. */
export type WaitForm = 'seconds' | 'date' | 'reset';

/** A refusal that named an instant. */
export interface Hold {
  readonly status: 429 | 503;
  readonly form: WaitForm;
  /** Milliseconds since 1970 */
  readonly until: number;
  /** Requests that are to wait */
  readonly concerns: (target: FaultTarget) => boolean;
}

/** A hold that was begun. */
export interface Begun {
  /** The refusal may leave */
  readonly ready: Promise<void>;
  /** To be called when a refusal has left, with its place on the wire. */
  readonly left: (place: number) => void;
}

/** A request that came in spite of a hold. */
export interface Held extends Begun {
  readonly hold: Hold;
  /** Its sender can have known of the hold */
  readonly early: boolean;
}

/** Instants that were asked to wait for, and who did not. */
export interface Holds {
  /** Asks to wait. */
  begin(hold: Hold): Begun;
  /** The hold that a request breaks. @param place where the request's connection stands on the wire */
  check(target: FaultTarget, place: number): Held | undefined;
  /** Requests that came too early although their sender can have known */
  readonly earlyRequests: number;
  clear(): void;
}

/** Long enough for what was sent at the same time to arrive, on this machine. */
const lullMilliseconds = 20;

const lull = async (): Promise<void> => {
  await setTimeout(lullMilliseconds);
  // On a busy machine the timer may come before what has arrived meanwhile was looked at.
  for (let turn = 0; turn < 3; turn++) await setImmediate();
};

/**
 * Holds on the given clock. A request that was on its way when the refusal was sent is refused as well, but not counted: a
 * client can only keep what it has read. That they can be told apart, refusals leave a moment later than they could.
 */
export const createHolds = (now: () => number): Holds => {
  let holds: { readonly hold: Hold; readonly begun: Begun; since: number }[] = [];
  let earlyRequests = 0;
  return {
    begin(hold) {
      const begun: Begun = {
        ready: lull(),
        left(place) {
          entry.since = Math.min(entry.since, place);
        },
      };
      const entry = { hold, begun, since: Number.POSITIVE_INFINITY };
      holds = [...holds.filter(({ hold: { until } }) => until > now()), entry];
      return begun;
    },
    check(target, place) {
      const found = holds.filter(({ hold }) => hold.until > now() && hold.concerns(target));
      const [first] = found.sort((one, other) => other.hold.until - one.hold.until);
      if (!first) return undefined;
      const early = found.some(({ since }) => place > since);
      if (early) earlyRequests++;
      // One turn later: the log then tells of the refusal that began it first.
      const ready = first.begun.ready.then(() => setImmediate());
      return { hold: first.hold, left: first.begun.left, ready, early };
    },
    get earlyRequests() {
      return earlyRequests;
    },
    clear() {
      holds = [];
      earlyRequests = 0;
    },
  };
};
