import type { Operation, Pagination } from '@patchbay/core';

/** How the rows of an operation are cut into pages; `undefined` when they come in one piece. */
export const paginationOf = ({ definition, vendor }: Operation): Pagination | undefined => {
  if (definition.returns !== 'many') return undefined;
  return (definition.pagination ?? vendor.pagination) || undefined;
};
