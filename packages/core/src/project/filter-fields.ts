import type { Resource } from '../define/resource.ts';

const nested = new Set(['list', 'object', 'json', 'file', 'filter', 'sort', 'choices']);

/** Wire names of a resource's main fields: those that a list can be filtered and sorted by. */
export const filterFields = ({ fields }: Resource): string[] =>
  Object.entries(fields)
    .filter(([, { kind, secret }]) => !nested.has(kind) && !secret)
    .map(([name]) => name);
