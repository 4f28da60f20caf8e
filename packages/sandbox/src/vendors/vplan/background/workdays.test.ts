import { describe, expect, it } from 'vitest';
import { workdays } from './workdays.ts';

const week = { 1: true, 2: true, 3: true, 4: true, 5: true, 6: false, 7: false };

describe('workdays', () => {
  it('skips the days on which nobody works', () => {
    expect(workdays('2026-11-26', [0, 0, 0], week)).toEqual(['2026-11-26', '2026-11-27', '2026-11-30']);
    expect(workdays('2026-11-28', [0], week)).toEqual(['2026-11-30']);
  });

  it('leaves out the delay before a step', () => {
    expect(workdays('2026-11-23', [0, 2, 0], week)).toEqual(['2026-11-23', '2026-11-26', '2026-11-27']);
  });

  it('ends on the given day when it goes backwards, and keeps the delays', () => {
    expect(workdays('2026-11-27', [0, 2, 0], week, true)).toEqual(['2026-11-23', '2026-11-26', '2026-11-27']);
    expect(workdays('2026-11-29', [0, 0], week, true)).toEqual(['2026-11-26', '2026-11-27']);
  });

  it('comes to an end for a week without working days and for an absurd delay', () => {
    expect(workdays('2026-11-28', [0], {})).toEqual(['2026-11-28']);
    expect(workdays('2026-11-23', [1e12], week)).toHaveLength(1);
  });
});
