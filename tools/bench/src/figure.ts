import { type Spread, spreadOf } from './spread.ts';

/** What is promised of a figure. */
export type Promised = { readonly atMost: number } | { readonly atLeast: number };

/** One measured figure. */
export interface Line {
  readonly what: string;
  readonly unit: string;
  readonly spread: Spread;
  /** Left out for what is only told for comparison */
  readonly promised?: Promised;
  /** Whether the median keeps the promise */
  readonly met?: boolean;
}

/** Figures that are measured the same way. */
export interface Figure {
  readonly title: string;
  /** How it was measured, and beside what */
  readonly how: string;
  readonly lines: readonly Line[];
}

/** Whether a value keeps a promise. */
export const keeps = (promised: Promised, value: number): boolean =>
  'atMost' in promised ? value <= promised.atMost : value >= promised.atLeast;

/**
 * A line of a figure.
 * @param samples one value a round
 */
export const line = (what: string, unit: string, samples: readonly number[], promised?: Promised): Line => {
  const spread = spreadOf(samples);
  return { what, unit, spread, ...(promised && { promised, met: keeps(promised, spread.median) }) };
};

/** How thoroughly to measure: `quick` shows that all of it runs, and takes less than a minute. */
export interface Thoroughness {
  readonly quick: boolean;
}
