import type { Field } from '@patchbay/core';
import type { TypedValue } from './config.ts';
import { takesFiles } from './takes-files.ts';

const texts: readonly Field['kind'][] = ['text', 'longText', 'json'];
const gathered: readonly Field['kind'][] = ['list', 'choices', 'filter', 'sort'];

/** Whether an empty text is a value of its own, which clears what the vendor has. */
export const takesEmptyText = ({ kind }: Field): boolean => texts.includes(kind);

/**
 * Whether nothing was given where the form holds this: empty numbers, flags, paths and JSON, and lists, filters and orders
 * into which nothing was put. An empty list is sent as `[]` in JSON.
 */
export const isNothing = (field: Field, { type, value }: TypedValue): boolean => {
  if (value !== '' || type === 'date') return false;
  if (type !== 'str' || takesFiles(field)) return true;
  return gathered.includes(field.kind) || (field.default !== undefined && !takesEmptyText(field));
};
