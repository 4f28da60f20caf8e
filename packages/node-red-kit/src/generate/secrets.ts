import type { Field, Fields } from '@patchbay/core';

const isSecret = ({ secret, fields, item }: Field): boolean =>
  secret === true || (fields !== undefined && hasSecrets(fields)) || (item !== undefined && isSecret(item));

/** Whether a record of these fields may hold something secret, at any depth. */
export const hasSecrets = (fields: Fields): boolean => Object.values(fields).some(isSecret);
