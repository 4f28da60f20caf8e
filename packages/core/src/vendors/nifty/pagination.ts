import type { OffsetPagination } from '../../define/pagination.ts';

/** No total; the flag may be missing, then a short page ends. 1000 rows work for some lists, 100 for all. */
export const pagination: OffsetPagination = {
  style: 'offset',
  limit: 'limit',
  offset: 'offset',
  rows: ['items', ''],
  more: ['hasMore', 'has_more'],
  maxPageSize: 100,
};
