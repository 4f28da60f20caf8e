/** Numbers that look random and repeat exactly for the same seed. Not for secrets. */
export interface Random {
  /** In [0, 1) */
  next(): number;
  /** A whole number in [0, below) */
  below(limit: number): number;
  pick<T>(values: readonly T[]): T;
  /** An identifier shaped like a UUID v4 */
  uuid(): string;
}

/** A generator for a seed (mulberry32: 32 bits of state, which is plenty for a sandbox). */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (values) => values[below(values.length)] as (typeof values)[number],
    uuid: () =>
      'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) =>
        (place === 'x' ? below(16) : 8 + below(4)).toString(16),
      ),
  };
};
