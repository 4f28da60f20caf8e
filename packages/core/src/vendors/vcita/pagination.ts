import type { PagePagination } from '../../define/pagination.ts';

/** Pages counted from 1, no total; a short or empty page is the last. Some lists tell the next page as well. */
export const pagination: PagePagination = {
  style: 'page',
  page: 'page',
  size: 'per_page',
  more: ['data.next_page', 'next_page'],
  maxPageSize: 100,
};
