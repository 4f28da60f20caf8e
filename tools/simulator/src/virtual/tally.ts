import { type Outcome, runSchedule } from './schedule.ts';
import type { Plan } from './world.ts';

/** What came of many schedules. */
export interface Tally {
  schedules: number;
  longestWait: number;
  readonly figures: Record<string, number>;
  /** The first few, with the plan that repeats them */
  readonly violations: { readonly plan: Plan; readonly what: string }[];
}

/** An empty tally. */
export const newTally = (): Tally => ({ schedules: 0, longestWait: 0, figures: {}, violations: [] });

const add = async (tally: Tally, plan: Plan): Promise<Outcome> => {
  const outcome = await runSchedule(plan);
  tally.schedules++;
  tally.longestWait = Math.max(tally.longestWait, outcome.longestWait);
  for (const [name, count] of Object.entries(outcome.figures)) tally.figures[name] = (tally.figures[name] ?? 0) + count;
  for (const what of outcome.violations) if (tally.violations.length < 10) tally.violations.push({ plan, what });
  return outcome;
};

/** Schedules in which everything goes wrong by chance. */
export const runByChance = async (tally: Tally, seeds: number, plan: Partial<Plan> = {}): Promise<void> => {
  for (let seed = 1; seed <= seeds; seed++) await add(tally, { ...plan, seed });
};

/** Schedules with one crash, at each await of a run in turn: before what it waits for is done, and after. */
export const crashEverywhere = async (tally: Tally, seeds: number): Promise<void> => {
  for (let seed = 1; seed <= seeds; seed++) {
    const { awaits } = await add(tally, { seed, calm: true });
    for (let crashAt = 0; crashAt < awaits; crashAt++)
      for (const crashWhen of ['before', 'after'] as const) await add(tally, { seed, calm: true, crashAt, crashWhen });
  }
};

/** A tally as lines to print. */
export const tallyText = ({ schedules, longestWait, figures, violations }: Tally): string =>
  [
    `${schedules} schedules, ${violations.length} violations, longest wait ${(longestWait / 1000).toFixed(1)} s`,
    ...Object.entries(figures).map(([name, count]) => `  ${name}: ${count}`),
  ].join('\n');
