import type { Field } from '@patchbay/core';
import type { Row } from './store.ts';
import type { Twin } from './twin.ts';

/** A record that another points to, and its table. */
export interface Linked {
  readonly table: string;
  readonly row: Row;
}

/** Whether a field points to a record: by its kind, or by a name such as `board_id`. */
export const isLink = (name: string, field: Field | undefined): boolean =>
  field?.kind === 'ref' || name.endsWith('_id');

/** The record that a value of a row points to; `undefined` when it points to none. */
export const linkedBy = ({ vendor, store }: Twin, table: string, name: string, value: unknown): Linked | undefined => {
  const named = name.endsWith('_id') ? name.slice(0, -3) : undefined;
  for (const target of [vendor.resources[table]?.fields[name]?.to, named]) {
    const row = target && store.find(target, value);
    if (row) return { table: target, row };
  }
  return undefined;
};
