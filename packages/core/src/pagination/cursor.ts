import type { Pagination } from '../define/pagination.ts';
import { InputError } from '../errors/input-error.ts';
import type { RowsAnswer } from '../request/read-answer.ts';
import type { ListOptions } from './pages.ts';

/** Query of the page that starts behind so many rows. Numbered pages have one size throughout a walk. */
export const pageQuery = (pagination: Pagination, position: number, size: number): Record<string, string> =>
  pagination.style === 'offset'
    ? { [pagination.limit]: String(size), [pagination.offset]: String(position) }
    : { [pagination.page]: String(Math.floor(position / size) + 1), [pagination.size]: String(size) };

/**
 * The number of rows that a cursor stands behind.
 * @throws InputError when the cursor is none of ours, or numbered pages of this size do not start there
 */
const positionOf = (pagination: Pagination | false, cursor: string, size: number): number => {
  const position = /^\d{1,15}$/.test(cursor) ? Number(cursor) : Number.NaN;
  if (pagination && position >= 0 && (pagination.style === 'offset' || position % size === 0)) return position;
  throw new InputError('The list cannot be read', [
    { field: 'after', problem: 'must be a cursor of an earlier page, read with the same page size' },
  ]);
};

/** Where a walk begins: rows in front of its first page, and rows of that page to pass over. */
export const startOf = (
  pagination: Pagination | false,
  { after, offset = 0 }: Pick<ListOptions, 'after' | 'offset'>,
  size: number,
): { readonly start: number; readonly rest: number } => {
  if (after !== undefined) return { start: positionOf(pagination, after, size), rest: 0 };
  if (pagination && pagination.style === 'offset') return { start: offset, rest: 0 };
  // Numbered pages begin at multiples of their size; a list in one piece at its first row.
  const rest = pagination ? offset % size : offset;
  return { start: offset - rest, rest };
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
