import { ApiError } from '../../../api-error.ts';
import type { Call } from '../../../rules.ts';

/** vPlan's code for a read that needs too much memory. */
const memoryExhausted = 10005;

/** Rows asked for times relations embedded into each. Where vPlan's own limit lies is not published. */
const mostRelated = 5000;

/**
 * Refuses to read too many related records at once: `limit` times the names in `with`, each level counted.
 * @throws ApiError 500 with code 10005 (vPlan's status for it is not published)
 */
export const refuseOversized = ({ page, query }: Call): void => {
  const relations = (Array.isArray(query.with) ? query.with : []).flatMap((path) => String(path).split('.')).length;
  const asked = (page?.limit ?? 1) * relations;
  if (asked <= mostRelated) return;
  const description = `${page?.limit} rows with ${relations} relations each; ask for fewer rows or relations, ${mostRelated} together at most`;
  throw new ApiError(500, [{ message: 'Memory exhausted', description, code: memoryExhausted }]);
};
