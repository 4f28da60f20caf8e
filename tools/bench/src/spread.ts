/** What several rounds came to. */
export interface Spread {
  readonly median: number;
  /** Smallest and largest round */
  readonly least: number;
  readonly most: number;
  readonly rounds: number;
}

/**
 * The value below which this share of the values lies, by the nearest rank.
 * @param share from 0 to 1
 */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

/** Median and ends of some values. */
export const spreadOf = (values: readonly number[]): Spread => ({
  median: quantile(values, 0.5),
  least: Math.min(...values),
  most: Math.max(...values),
  rounds: values.length,
});
