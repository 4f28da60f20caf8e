import { expect, test } from 'vitest';
import { crashEverywhere, newTally, runByChance, tallyText } from '../src/virtual/tally.ts';

const minutes = 60_000;

test(
  'in 10,000 schedules of crashes, pauses, wrong clocks and lost answers no token is burnt without a word',
  async () => {
    const tally = newTally();
    await crashEverywhere(tally, 25);
    await runByChance(tally, 9000);
    process.stdout.write(`${tallyText(tally)}\n`);
    expect(tally.violations).toEqual([]);
    expect(tally.schedules).toBeGreaterThanOrEqual(10_000);
    // What the schedules are about did happen.
    for (const what of ['crashes', 'pauses', 'storeFailures', 'lostAnswers', 'resends', 'GRANT_LOST interrupted'])
      expect(tally.figures[what], what).toBeGreaterThan(100);
  },
  10 * minutes,
);

test('a schedule goes the same way each time', async () => {
  const [first, second] = [newTally(), newTally()];
  await runByChance(first, 30);
  await runByChance(second, 30);
  expect(second).toEqual(first);
});

test(
  'a store that lets late writers write over others is found out',
  async () => {
    const tally = newTally();
    await runByChance(tally, 400, { brokenStore: 'writes over' });
    expect(tally.violations.map(({ what }) => what)).toContainEqual(
      expect.stringMatching(/sent it before|was overwritten by/),
    );
  },
  minutes,
);

test(
  'two who hold the lease at once still send no token twice, for they mark it first',
  async () => {
    const tally = newTally();
    await runByChance(tally, 400, { brokenStore: 'leases to all' });
    expect(tally.violations.filter(({ what }) => /sent it before|overwritten|before it was saved/.test(what))).toEqual(
      [],
    );
  },
  minutes,
);
