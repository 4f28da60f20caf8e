import type { FilterLanguage, SortLanguage } from '../../define/filter.ts';
import type { Search } from '../../define/vendor.ts';

/** `name:not:contains:test,and,(due_date:lt:'2026-12-18',or,status:eq:ignored)`; a quote within a value cannot be sent. */
export const filter: FilterLanguage = {
  operators: {
    eq: 'is',
    gt: 'is more than',
    gte: 'is at least',
    lt: 'is less than',
    lte: 'is at most',
    contains: 'contains',
    starts_with: 'starts with',
    ends_with: 'ends with',
    has: 'has, not documented',
  },
  template: '{field}:{not}{operator}:{value}',
  not: 'not:',
  all: ',and,',
  any: ',or,',
  quote: "'",
  group: ['(', ')'],
};

/** `updated_at:desc,name:asc` */
export const sort: SortLanguage = { template: '{field}:{direction}', separator: ',' };

/** Pick lists look for a part of a title with a condition of the filter. */
export const search: Search = { query: 'filter', operator: 'contains' };
