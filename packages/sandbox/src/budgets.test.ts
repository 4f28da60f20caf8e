import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudgets } from './budgets.ts';

const spending = (method: string, credential = 'own', operation = 'a.get') => ({ method, credential, operation });

describe('budgets', () => {
  it('count methods and operations apart, and each credential for itself', () => {
    const budgets = createBudgets(
      [
        { requests: 1, seconds: 60, methods: ['POST'] },
        { requests: 1, seconds: 60, operations: ['a.list'] },
      ],
      () => 0,
    );
    const refused = (...of: Parameters<typeof spending>) => budgets.take(spending(...of)) !== undefined;
    expect([refused('POST'), refused('POST'), refused('POST', 'other'), refused('GET')]).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect([refused('GET', 'own', 'a.list'), refused('GET', 'own', 'a.list')]).toEqual([false, true]);
  });

  it('let no more through in any stretch of time than they allow, and name the instant of the next', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (steps, requests) => {
        let now = 0;
        const budgets = createBudgets([{ requests, seconds: 10 }], () => now);
        const passed: number[] = [];
        for (const step of steps) {
          now += step;
          const full = budgets.take(spending('GET'));
          if (!full) passed.push(now);
          else expect(full.until).toBe((passed.at(-requests) ?? 0) + 10_000);
        }
        for (const [index, instant] of passed.entries()) {
          const earlier = passed[index - requests];
          if (earlier !== undefined) expect(instant - earlier).toBeGreaterThanOrEqual(10_000);
        }
      }),
      { seed: 2026 },
    );
  });
});
