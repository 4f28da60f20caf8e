import type { OffsetPagination } from '../define/vendor.ts';
import { InputError } from '../errors/input-error.ts';
import type { RowsAnswer } from '../request/read-answer.ts';

/** Query of one page. */
export const offsetQuery = (pagination: OffsetPagination, offset: number, size: number): Record<string, string> => ({
  [pagination.limit]: String(size),
  [pagination.offset]: String(offset),
});

/**
 * The offset that a cursor stands for; the start of the list without one.
 * @throws InputError when the cursor is none of ours
 */
export const offsetOf = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new InputError('The list cannot be read', [{ field: 'after', problem: 'must be a cursor of an earlier page' }]);
};

/** Where the next page starts, or `undefined` behind the last row: by the total, else by an empty or short page. */
export const nextOffset = (offset: number, size: number, { rows, total }: RowsAnswer): number | undefined => {
  if (rows.length === 0) return undefined;
  const next = offset + rows.length;
  return next < (total ?? (rows.length < size ? 0 : Number.POSITIVE_INFINITY)) ? next : undefined;
};
