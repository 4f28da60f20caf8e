/** The newest entries of a growing list. */
export interface Ring<T> {
  add(entry: T): void;
  /** Oldest first */
  all(): readonly T[];
  clear(): void;
}

/** A ring that keeps at most `size` entries. */
export const createRing = <T>(size: number): Ring<T> => {
  let entries: T[] = [];
  return {
    add(entry) {
      entries = [...entries.slice(entries.length >= size ? 1 : 0), entry];
    },
    all: () => entries,
    clear() {
      entries = [];
    },
  };
};
