/** What is measured, by name: each makes one sample of itself. */
export type Contestants<Name extends string> = Readonly<Record<Name, () => Promise<number> | number>>;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Samples of all contestants, taken in turn: what else the machine does meets them alike. Who comes first changes from turn
 * to turn.
 * @param turns in a round, of which the mean counts
 * @param warmUp whether a round ahead of all is thrown away; needless where each sample has a process of its own
 */
export const inRounds = async <Name extends string>(
  rounds: number,
  contestants: Contestants<Name>,
  { turns = 1, warmUp = true }: { readonly turns?: number; readonly warmUp?: boolean } = {},
): Promise<Readonly<Record<Name, readonly number[]>>> => {
  const names = Object.keys(contestants) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = warmUp ? -1 : 0; round < rounds; round++) {
    const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
    for (let turn = 0; turn < turns; turn++) {
      const shift = (round + turn + names.length) % names.length;
      for (const name of [...names.slice(shift), ...names.slice(0, shift)]) taken[name].push(await contestants[name]());
    }
    if (round >= 0) for (const name of names) samples[name].push(mean(taken[name]));
  }
  return samples;
};

/** Round by round, what one contestant is to another. */
export const paired = (
  ours: readonly number[],
  theirs: readonly number[],
  compare: (our: number, their: number) => number,
): readonly number[] => ours.map((our, round) => compare(our, theirs[round] as number));

/** How much one is of another. */
export const ratio = (our: number, their: number): number => our / their;

/** How much one is more than another. */
export const difference = (our: number, their: number): number => our - their;

/** Milliseconds on the clock that it takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/**
 * Microseconds of processor time that one of so many calls takes, one after the other. Unlike the clock, it leaves out
 * what other programs take in between.
 */
export const processorTime = async (times: number, call: () => Promise<unknown>): Promise<number> => {
  const start = process.cpuUsage();
  for (let index = 0; index < times; index++) await call();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / times;
};
