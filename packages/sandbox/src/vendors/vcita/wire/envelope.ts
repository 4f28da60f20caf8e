import { paginationOf } from '../../../api/paging.ts';
import { firstPath, setAt } from '../../../api/paths.ts';
import type { Call, Outcome } from '../../../rules.ts';
import { newSecret } from '../credential.ts';
import { markOfSuccess } from './family.ts';
import { select } from './select.ts';

type Content = Readonly<Record<string, unknown>>;

/** Lists that tell the next page, and where. The others tell nothing. */
const nextPages: Readonly<Record<string, string>> = {
  'appointment.list': 'data.next_page',
  'serviceCategory.listServices': 'data.next_page',
  'search.search': 'next_page',
};

/** What single lists tell beside their rows. */
const more: Readonly<Record<string, (call: Call) => Content>> = {
  'webhook.list': () => ({ response: { success: 'ok' } }),
  'business.list': ({ page }) => ({ paging: { page: pageOf(page), per_page: page?.limit ?? null } }),
  'client.listPaymentCards': () => ({ data: { max_limit_reached: false } }),
  'activityMessage.list': ({ page }) => ({ data: { page: pageOf(page), per_page: page?.limit ?? null } }),
};

const pageOf = (page: Call['page']): number => (page ? page.offset / page.limit + 1 : 1);

/** What stands beside a record or rows. A new client comes with a token of the client portal, for nobody's eyes. */
export const beside = (call: Call): Content => ({
  ...markOfSuccess(call),
  ...more[call.operation.key]?.(call),
  ...(call.operation.key === 'client.create' && { data: { token: `sandbox.${newSecret(call.twin.references)}` } }),
});

/**
 * The answer of a list: rows at the first documented path; the next page where the vendor tells it, `null` on the last.
 * @param further there are rows after these
 */
export const envelope = (call: Call, rows: readonly unknown[], further: boolean): unknown => {
  const { operation, page, twin } = call;
  const path = firstPath(operation.definition.rowsPath ?? twin.vendor.rowsPath);
  if (path === '') return rows;
  const nextPath = nextPages[operation.key];
  const told = nextPath ? setAt(beside(call), nextPath, further ? pageOf(page) + 1 : null) : beside(call);
  const { total } = paginationOf(operation) ?? {};
  if (total === undefined) return setAt(told, path, rows);
  return setAt(setAt(told, total, allOf(call)), path, rows);
};

/** How many rows there are over all pages, where a list tells it. */
const allOf = (call: Call): number => select(call, call.twin.store.rows(call.operation.resource.name)).length;

/** The answer of what returns no record. */
export const acknowledge = (call: Call, outcome: Outcome): unknown => {
  if (outcome.kind !== 'nothing') return undefined;
  return { ...markOfSuccess(call), data: {} };
};
