import type { Budget } from '../define/quota.ts';
import type { Vendor } from '../define/vendor.ts';
import { HttpError } from '../errors/http-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import type { Operation } from '../project/operation.ts';
import type { Clock, HttpResponse } from '../request/transport.ts';
import { windowOf } from './window.ts';

/** How a caller wants to be let through. */
export interface Passing {
  readonly signal?: AbortSignal | undefined;
  /** Who asks: places are given to callers in turn, so a bulk read does not starve a trigger */
  readonly caller?: string | undefined;
  /** Milliseconds that the caller is ready to wait */
  readonly ceiling: number;
  readonly onWait?: (milliseconds: number) => void;
}

/** Lets the requests of one credential through as its vendor's quota allows. */
export interface Gate {
  /**
   * Resolves when a request may be sent, with the milliseconds that were waited.
   * @throws HttpError `RATE_LIMITED` when the wait would be longer than the ceiling; TransportError `ABORTED`
   */
  pass(operation: Operation, passing: Passing): Promise<number>;
  /**
   * What an answer says about the quota: nobody is let through before the instant that a refusal named.
   * @param retryAfterSeconds of a refusal
   */
  learn(response: HttpResponse, retryAfterSeconds?: number): void;
}

interface Waiting {
  readonly operation: Operation;
  readonly passing: Passing;
  readonly since: number;
  readonly go: (waited: number) => void;
  readonly fail: (error: unknown) => void;
  told: boolean;
}

const counts = (budget: Budget, { method, key }: Operation): boolean =>
  (budget.methods?.includes(method) ?? true) && (budget.operations?.includes(key) ?? true);

const isWhole = ({ methods, operations }: Budget): boolean => methods === undefined && operations === undefined;

const tooLong = (
  { vendor, key, method, path, definition }: Operation,
  milliseconds: number,
  isDown: boolean,
): HttpError => {
  const seconds = Math.ceil(milliseconds / 1000);
  const why = isDown ? `${vendor.label} asked to wait while it is down` : `The quota of ${vendor.label} is used up`;
  return new HttpError(`${why}: "${definition.summary}" was not sent`, {
    vendor: vendor.name,
    operation: key,
    status: isDown ? 503 : 429,
    target: `${method} ${path}`,
    retryAfterSeconds: seconds,
    advice: `Free again in ${seconds} s`,
  });
};

/** A gate for one credential of a vendor. */
export const createGate = (vendor: Vendor, clock: Clock): Gate => {
  const windows = vendor.quota.budgets.map((budget) => ({ budget, window: windowOf(budget) }));
  /** Until then the vendor's own headers say that nothing is left */
  let closedUntil = 0;
  /** Until then because it is down, not because of its quota */
  let downUntil = 0;
  const queues = new Map<string, Waiting[]>();
  let sleeping: AbortController | undefined;

  /** Whether answers tell the state of the whole quota: then that counts, not what the vendor once declared */
  let told = false;

  const delayOf = (operation: Operation, now: number): number =>
    windows
      .filter(({ budget }) => counts(budget, operation) && !(told && isWhole(budget)))
      .reduce((longest, { window }) => Math.max(longest, window.delay(now)), Math.max(0, closedUntil - now));

  const take = (operation: Operation, now: number): void => {
    for (const { budget, window } of windows) if (counts(budget, operation)) window.take(now);
  };

  const remove = (waiting: Waiting): void => {
    const name = waiting.passing.caller ?? '';
    const queue = queues.get(name)?.filter((other) => other !== waiting) ?? [];
    if (queue.length > 0) queues.set(name, queue);
    else queues.delete(name);
  };

  /** Lets through whoever may go, callers in turn; returns milliseconds until the next may, if anybody waits. */
  const letThrough = (): number | undefined => {
    let next: number | undefined;
    for (let moved = true; moved; ) {
      moved = false;
      next = undefined;
      for (const [name, queue] of [...queues]) {
        const first = queue[0] as Waiting;
        const now = clock.now();
        const delay = delayOf(first.operation, now);
        if (delay > 0) {
          next = Math.min(next ?? delay, delay);
          continue;
        }
        take(first.operation, now);
        queues.delete(name);
        // Behind the others: that is what makes it fair.
        if (queue.length > 1) queues.set(name, queue.slice(1));
        first.go(now - first.since);
        moved = true;
      }
    }
    return next;
  };

  /** Tells those that must wait, and refuses those that do not want to wait so long. */
  const judge = (): void => {
    for (const queue of [...queues.values()])
      for (const waiting of queue) {
        const now = clock.now();
        const delay = delayOf(waiting.operation, now);
        if (now - waiting.since + delay > waiting.passing.ceiling) {
          remove(waiting);
          waiting.fail(tooLong(waiting.operation, delay, downUntil > now && downUntil >= closedUntil));
        } else if (delay > 0 && !waiting.told) {
          waiting.told = true;
          waiting.passing.onWait?.(delay);
        }
      }
  };

  /** Runs until nobody waits; a newcomer with another budget must not wait for the sleep of an older one. */
  const turn = async (): Promise<void> => {
    sleeping?.abort();
    const mine = new AbortController();
    sleeping = mine;
    for (let delay = letThrough(); delay !== undefined && queues.size > 0; delay = letThrough()) {
      judge();
      if (queues.size > 0) await clock.sleep(delay, mine.signal).catch(() => undefined);
      if (mine.signal.aborted) return;
    }
  };

  return {
    pass: (operation, passing) =>
      new Promise<number>((resolve, reject) => {
        const { signal } = passing;
        const now = clock.now();
        // Nobody waits and nothing is in the way: the common case costs next to nothing.
        if (queues.size === 0 && !signal?.aborted && delayOf(operation, now) <= 0) {
          take(operation, now);
          return resolve(0);
        }
        const waiting: Waiting = {
          operation,
          passing,
          since: now,
          told: false,
          go: (waited) => {
            signal?.removeEventListener('abort', cancel);
            resolve(waited);
          },
          fail: (error) => {
            signal?.removeEventListener('abort', cancel);
            reject(error);
          },
        };
        const cancel = (): void => {
          remove(waiting);
          waiting.fail(new TransportError('The call was cancelled', { code: 'ABORTED' }));
        };
        if (signal?.aborted) return cancel();
        signal?.addEventListener('abort', cancel, { once: true });
        const name = passing.caller ?? '';
        queues.set(name, [...(queues.get(name) ?? []), waiting]);
        void turn();
      }),
    learn: (response, retryAfterSeconds) => {
      const names = vendor.quota.headers;
      if (retryAfterSeconds !== undefined) closedUntil = Math.max(closedUntil, clock.now() + retryAfterSeconds * 1000);
      if (retryAfterSeconds !== undefined && response.status === 503) downUntil = closedUntil;
      if (!names || retryAfterSeconds !== undefined) return;
      const remaining = Number(response.headers[names.remaining] || Number.NaN);
      const reset = Number(response.headers[names.reset] || Number.NaN);
      told ||= remaining >= 0;
      if (remaining === 0 && reset > 0) closedUntil = Math.max(closedUntil, clock.now() + reset * 1000);
      else if (remaining > 0) closedUntil = 0;
    },
  };
};

/** Credentials whose quota is remembered. */
const mostGates = 500;

const shared = new WeakMap<Vendor, Map<string, Gate>>();

/**
 * The gate that all callers with the same credential share in this process.
 * @param key tells credentials apart without showing them
 */
export const sharedGate = (vendor: Vendor, key: string, clock: Clock): Gate => {
  const gates = shared.get(vendor) ?? new Map<string, Gate>();
  shared.set(vendor, gates);
  const gate = gates.get(key) ?? createGate(vendor, clock);
  // The one used last stands last: of credentials that were only tried in a form, the oldest go.
  gates.delete(key);
  gates.set(key, gate);
  if (gates.size > mostGates) gates.delete(gates.keys().next().value as string);
  return gate;
};
