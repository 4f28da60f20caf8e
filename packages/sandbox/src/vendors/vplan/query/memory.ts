import { ApiError } from '../../../api-error.ts';
import type { Call } from '../../../rules.ts';
import type { Embeds } from './relations.ts';

/** vPlan's code for a read that needs too much memory. */
const memoryExhausted = 10005;

/** Related records of one answer. Where vPlan's own limit lies is not published. */
const mostRelated = 5000;

/** vPlan's status for it is not published. */
const exhausted = (what: string): ApiError => {
  const description = `${what}; ask for fewer rows or relations, ${mostRelated} related records together at most`;
  return new ApiError(500, [{ message: 'Memory exhausted', description, code: memoryExhausted }]);
};

const countOf = (embeds: Embeds): number => Object.values(embeds).reduce((sum, inner) => sum + 1 + countOf(inner), 0);

/**
 * Refuses at once what cannot end well: `limit` times the relations in `with`, each level counted.
 * @throws ApiError 500 with code 10005
 */
export const refuseOversized = ({ page }: Call, embeds: Embeds): void => {
  const relations = countOf(embeds);
  if (page && page.limit * relations > mostRelated)
    throw exhausted(`${page.limit} rows with ${relations} relations each`);
};

const spent = new WeakMap<Call, number>();

/**
 * Counts what is embedded into one answer, before it is: a few levels of lists inside lists are millions of records.
 * @throws ApiError 500 with code 10005
 */
export const countRelated = (call: Call, found: number): void => {
  // To look in vain is work too.
  const count = (spent.get(call) ?? 0) + Math.max(1, found);
  if (count > mostRelated) throw exhausted('Relations inside relations');
  spent.set(call, count);
};
