import type { Field, Fields } from '@patchbay/core';

/** Fields that an entry has at most; with more of them JSON is easier to write. */
const handful = 6;

const nested = new Set<Field['kind']>(['list', 'object', 'json', 'choices', 'file', 'filter', 'sort']);

/** The fields of a list's entries, where they are a handful of plain ones that the form can show one by one. */
export const entryFieldsOf = ({ kind, item }: Field): Fields | undefined => {
  if (kind !== 'list' || item?.kind !== 'object' || !item.fields) return undefined;
  const all = Object.entries(item.fields).filter(([, { readOnly }]) => !readOnly);
  if (all.length === 0 || all.length > handful || all.some(([, { kind: each }]) => nested.has(each))) return undefined;
  return Object.fromEntries(all);
};
