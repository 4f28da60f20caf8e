import { describe, expect, it } from 'vitest';
import { createQuota } from './quota.ts';

describe('createQuota', () => {
  it('counts down, refuses when nothing is left, and is full again on the next day', () => {
    let now = Date.parse('2026-11-22T23:59:30Z');
    const quota = createQuota(2, () => now);
    expect([quota.take(), quota.remaining(), quota.resetSeconds()]).toEqual([true, 1, 30]);
    expect([quota.take(), quota.remaining()]).toEqual([true, 0]);
    expect([quota.take(), quota.remaining()]).toEqual([false, 0]);
    now += 30_000;
    expect([quota.remaining(), quota.take(), quota.remaining(), quota.resetSeconds()]).toEqual([2, true, 1, 86_400]);
  });
});
