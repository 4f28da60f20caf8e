import type { Row } from '../request/read-answer.ts';

/** Remembers what was handed out last, so that rows which moved between pages are neither doubled nor lost. */
export interface Joint {
  /** Whether this page goes on where the last one ended: it holds the row that was handed out last */
  holds(rows: readonly Row[]): boolean;
  /** Whether any of these rows was handed out lately */
  knows(rows: readonly Row[]): boolean;
  /** The rows not handed out lately; they count as handed out from now on */
  fresh(rows: readonly Row[]): Row[];
  /** Whether rows can be told apart; without it nothing is said about them */
  readonly keyed: boolean;
}

/**
 * A joint that remembers at least `memory` rows.
 * @param key field that identifies a row
 */
export const createJoint = (key: string, memory: number): Joint => {
  let older = new Set<unknown>();
  let newer = new Set<unknown>();
  let last: unknown;
  let keyed = true;
  return {
    get keyed() {
      return keyed;
    },
    holds: (rows) => !keyed || last === undefined || rows.some((row) => row[key] === last),
    knows: (rows) => !keyed || rows.some((row) => older.has(row[key]) || newer.has(row[key])),
    fresh: (rows) => {
      // A selection of fields may leave the identifier out: equal rows are then rows of their own.
      if (keyed && rows.some((row) => row[key] === undefined || row[key] === null)) keyed = false;
      if (!keyed) return [...rows];
      const fresh = rows.filter((row) => !older.has(row[key]) && !newer.has(row[key]));
      if (newer.size + fresh.length > memory) {
        older = newer;
        newer = new Set();
      }
      for (const row of fresh) newer.add(row[key]);
      last = rows.length > 0 ? rows[rows.length - 1]?.[key] : last;
      return fresh;
    },
  };
};
