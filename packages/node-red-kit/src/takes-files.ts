import type { Field } from '@patchbay/core';

/** Whether a field takes files: one, or a list of them. */
export const takesFiles = ({ kind, item }: Field): boolean =>
  kind === 'file' || (kind === 'list' && item?.kind === 'file');

/** Whether a field is a text that holds a whole file as a data URI, as its example shows. */
export const holdsFile = ({ kind, example }: Field): boolean =>
  kind === 'text' && typeof example === 'string' && example.startsWith('data:');
