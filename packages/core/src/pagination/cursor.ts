import type { Pagination } from '../define/pagination.ts';
import { InputError } from '../errors/input-error.ts';
import type { RowsAnswer } from '../request/read-answer.ts';

/** Query of the page that starts behind so many rows. Numbered pages have one size throughout a walk. */
export const pageQuery = (pagination: Pagination, position: number, size: number): Record<string, string> =>
  pagination.style === 'offset'
    ? { [pagination.limit]: String(size), [pagination.offset]: String(position) }
    : { [pagination.page]: String(Math.floor(position / size) + 1), [pagination.size]: String(size) };

/**
 * The number of rows that a cursor stands behind; none without one.
 * @throws InputError when the cursor is none of ours, or numbered pages of this size do not start there
 */
export const positionOf = (pagination: Pagination | false, cursor: string | undefined, size: number): number => {
  if (cursor === undefined) return 0;
  const position = /^\d{1,15}$/.test(cursor) ? Number(cursor) : Number.NaN;
  if (pagination && position >= 0 && (pagination.style === 'offset' || position % size === 0)) return position;
  throw new InputError('The list cannot be read', [
    { field: 'after', problem: 'must be a cursor of an earlier page, read with the same page size' },
  ]);
};

/** Whether a page is the last one: by the flag, by the total, else by an empty or short page. */
export const isLast = (
  pagination: Pagination | false,
  end: number,
  size: number,
  { rows, total, more }: RowsAnswer,
): boolean => {
  if (!pagination) return true;
  if (rows.length === 0 || more === false) return true;
  if (total !== undefined) return end >= total;
  return more === undefined && rows.length < size;
};
