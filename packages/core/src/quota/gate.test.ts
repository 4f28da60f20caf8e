import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workshop } from '../../test/workshop.ts';
import { operationOf } from '../project/operation.ts';
import type { Clock } from '../request/transport.ts';
import { createGate } from './gate.ts';
import { windowOf } from './window.ts';

const list = operationOf(workshop, 'job.list');
const benches = operationOf(workshop, 'bench.list');
const answer = { status: 200, headers: {}, content: '' };

/** A clock that goes on only when every caller sleeps. */
const steppedClock = () => {
  let now = 0;
  const sleeping = new Set<{ readonly until: number; readonly wake: () => void }>();
  const clock: Clock = {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const entry = { until: now + milliseconds, wake: resolve };
        sleeping.add(entry);
        signal?.addEventListener('abort', () => {
          if (sleeping.delete(entry)) reject(new Error('aborted'));
        });
      }),
  };
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  const run = async (): Promise<void> => {
    for (await settle(); sleeping.size > 0; await settle()) {
      const [next] = [...sleeping].sort((one, other) => one.until - other.until);
      if (!next) return;
      sleeping.delete(next);
      now = Math.max(now, next.until);
      next.wake();
    }
  };
  return { clock, run };
};

describe('a window', () => {
  test('never lets more through in any stretch than allowed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 10 }),
        fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 }),
        (requests, seconds, pauses) => {
          const window = windowOf({ requests, seconds });
          let now = 0;
          const taken: number[] = [];
          for (const pause of pauses) {
            now += pause;
            now += window.delay(now);
            expect(window.delay(now)).toBe(0);
            window.take(now);
            taken.push(now);
          }
          for (const [index, instant] of taken.entries()) {
            const later = taken[index + requests];
            if (later !== undefined) expect(later - instant).toBeGreaterThanOrEqual(seconds * 1000);
          }
        },
      ),
      { seed: 2026, numRuns: 500 },
    );
  });
});

describe('a gate', () => {
  test('keeps to the budget, and tells how long the wait is', async () => {
    const { clock, run } = steppedClock();
    const gate = createGate(workshop, clock);
    const passed: number[] = [];
    const waits: number[] = [];
    const all = Array.from({ length: 12 }, () =>
      gate
        .pass(list, { ceiling: 60_000, onWait: (milliseconds) => waits.push(milliseconds) })
        .then(() => passed.push(clock.now())),
    );
    await run();
    await Promise.all(all);
    expect(passed).toEqual([0, 0, 0, 0, 0, 1000, 1000, 1000, 1000, 1000, 2000, 2000]);
    expect(waits[0]).toBe(1000);
  });

  test('gives places to callers in turn, so a trigger does not wait behind a bulk read', async () => {
    const { clock, run } = steppedClock();
    const gate = createGate(workshop, clock);
    const order: string[] = [];
    const pass = (caller: string) => gate.pass(list, { caller, ceiling: 60_000 }).then(() => order.push(caller));
    const all = [...Array.from({ length: 30 }, () => pass('bulk')), pass('trigger')];
    await run();
    await Promise.all(all);
    expect(order.indexOf('trigger')).toBeLessThanOrEqual(6);
  });

  test('another budget does not wait behind a full one', async () => {
    const { clock, run } = steppedClock();
    const gate = createGate(workshop, clock);
    await gate.pass(benches, { caller: 'a', ceiling: 60_000 });
    const late = gate.pass(benches, { caller: 'a', ceiling: 60_000 });
    await gate.pass(list, { caller: 'b', ceiling: 60_000 });
    expect(clock.now()).toBe(0);
    await run();
    await late;
    expect(clock.now()).toBe(60_000);
  });

  test('refuses at once who would wait longer than wanted, with the seconds left', async () => {
    const { clock } = steppedClock();
    const gate = createGate(workshop, clock);
    await gate.pass(benches, { ceiling: 1000 });
    await expect(gate.pass(benches, { ceiling: 1000 })).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      retryAfterSeconds: 60,
    });
  });

  test('a caller who gives up frees the place', async () => {
    const { clock, run } = steppedClock();
    const gate = createGate(workshop, clock);
    const stop = new AbortController();
    await gate.pass(benches, { ceiling: 0 });
    const given = gate.pass(benches, { ceiling: 100_000, signal: stop.signal });
    const next = gate.pass(benches, { ceiling: 100_000 });
    stop.abort();
    await expect(given).rejects.toMatchObject({ code: 'ABORTED' });
    await run();
    await next;
    expect(clock.now()).toBe(60_000);
  });

  test('nobody is let through before the instant that a refusal named', async () => {
    const { clock, run } = steppedClock();
    const gate = createGate(workshop, clock);
    gate.learn(answer, 7);
    const passed = gate.pass(list, { ceiling: 10_000 });
    await run();
    expect(await passed).toBe(7000);
    expect(clock.now()).toBe(7000);
  });

  test('whoever comes while the vendor is down is told that, and not of a quota', async () => {
    const { clock } = steppedClock();
    const gate = createGate(workshop, clock);
    gate.learn({ ...answer, status: 503 }, 90);
    gate.learn(answer);
    await expect(gate.pass(list, { ceiling: 10_000 })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      retryAfterSeconds: 90,
      message: expect.stringMatching(/^Workshop asked to wait while it is down/),
    });
    gate.learn({ ...answer, status: 429 }, 120);
    await expect(gate.pass(list, { ceiling: 10_000 })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });
});

describe('a vendor whose answers tell the quota', () => {
  const told = {
    ...workshop,
    quota: {
      ...workshop.quota,
      budgets: [{ requests: 2, seconds: 86_400 }],
      headers: { limit: 'ratelimit-limit', remaining: 'ratelimit-remaining', reset: 'ratelimit-reset' },
    },
  };
  const saying = (remaining: number) => ({
    ...answer,
    headers: { 'ratelimit-remaining': String(remaining), 'ratelimit-reset': '30' },
  });

  test('is believed more than the number it once declared', async () => {
    const { clock } = steppedClock();
    const gate = createGate(told, clock);
    for (let request = 0; request < 5; request++) {
      await gate.pass(list, { ceiling: 0 });
      gate.learn(saying(100 - request));
    }
    gate.learn(saying(0));
    await expect(gate.pass(list, { ceiling: 0 })).rejects.toMatchObject({ retryAfterSeconds: 30 });
  });
});
