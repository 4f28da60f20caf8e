import type { Field } from '@patchbay/core';

/** Whether a field takes files: one, or a list of them. */
export const takesFiles = ({ kind, item }: Field): boolean =>
  kind === 'file' || (kind === 'list' && item?.kind === 'file');
