import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { vendors } from '@patchbay/core';
import { expect, test } from 'vitest';
import { line } from '../src/figure.ts';
import { missedIn, type Report, reportText } from '../src/report.ts';
import { inRounds, paired } from '../src/rounds.ts';
import { quantile, spreadOf } from '../src/spread.ts';

const run = promisify(execFile);
const cli = join(import.meta.dirname, '../src/cli.ts');
const page = join(import.meta.dirname, '../../../docs/benchmarks.md');
const written = (): string | undefined => (existsSync(page) ? readFileSync(page, 'utf8') : undefined);

const reportOf = (lines: Report['figures'][number]['lines']): Report => ({
  machine: 'a machine',
  day: '2026-11-22',
  quick: false,
  figures: [{ title: 'Speed', how: 'By a clock.', lines }],
});

test('a quick run prints every figure with what was measured, and writes nothing', { timeout: 180_000 }, async () => {
  const before = written();
  const { stdout } = await run(process.execPath, ['--expose-gc', '--conditions=@patchbay/source', cli, '--quick']);
  const titles = [...stdout.matchAll(/^## (.*)$/gm)].map(([, title]) => title as string);
  expect(titles).toEqual(
    expect.arrayContaining([
      "Core's cost for one call, without a network",
      'One call over loopback HTTP',
      'Copies of content',
      'A long list',
      'Memory of a walk',
      ...vendors.map(({ label }) => `n8n package of ${label}`),
      'A delivery',
      'Asked to wait',
    ]),
  );
  const rows = stdout.split('\n').filter((text) => text.startsWith('| ') && !/^\| (figure|---)/.test(text));
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) expect(row.split('|')[3], row).toMatch(/^ -?[\d,.]+( \S+)? $/);
  for (const [, early] of stdout.matchAll(/^\| Requests too early: (?!axios).*\| ([\d.]+) \|.*met \|$/gm))
    expect(early).toBe('0');
  expect(stdout).not.toContain(process.cwd());
  expect(written()).toBe(before);
});

test('a promise is met up to its limit, and a missed one is named at the top', () => {
  const report = reportOf([
    line('at the limit', 'ms', [4, 5, 6], { atMost: 5 }),
    line('too slow', 'ms', [4, 5.01, 6], { atMost: 5 }),
    line('not fast enough', 'times', [4.9], { atLeast: 5 }),
    line('told only', 'ms', [1234.5]),
  ]);
  expect(missedIn(report).map(({ what }) => what)).toEqual(['too slow', 'not fast enough']);
  const text = reportText(report);
  expect(text).toContain('2 of 3 promised figures are **missed**: too slow; not fast enough.');
  expect(text).toContain('| at the limit | ≤ 5 ms | 5 ms | 4 … 6 in 3 rounds | met |');
  expect(text).toContain('| not fast enough | ≥ 5 times | 4.9 times | one value | **missed** |');
  expect(text).toContain('| told only |  | 1,235 ms | one value |  |');
});

test('a value that is beyond its limit is never rounded into it', () => {
  const text = reportText(reportOf([line('just over', 'ms', [5.0001], { atMost: 5 })]));
  expect(text).toContain('| just over | ≤ 5 ms | 5.0001 ms | one value | **missed** |');
});

test('quantiles are values that were measured', () => {
  const values = [5, 1, 4, 2, 3];
  expect([0, 0.5, 0.99, 1].map((share) => quantile(values, share))).toEqual([1, 3, 5, 5]);
  expect(spreadOf(values)).toEqual({ median: 3, least: 1, most: 5, rounds: 5 });
});

test('contestants take turns, first and last alike, and the round that warms up does not count', async () => {
  const order: string[] = [];
  let count = 0;
  const note = (name: string) => () => {
    order.push(name);
    return count++;
  };
  const samples = await inRounds(2, { one: note('one'), other: note('other') });
  expect(order).toEqual(['other', 'one', 'one', 'other', 'other', 'one']);
  expect(samples).toEqual({ one: [2, 5], other: [3, 4] });
  expect(paired(samples.one, samples.other, (our, their) => our - their)).toEqual([-1, 1]);
});
