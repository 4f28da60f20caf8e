import type { OffsetPagination } from '../../define/pagination.ts';

/** `{count, limit, offset, data}`; an offset past the end gives an empty list, not an error. */
export const pagination: OffsetPagination = {
  style: 'offset',
  limit: 'limit',
  offset: 'offset',
  rows: 'data',
  total: 'count',
  maxPageSize: 1000,
};
