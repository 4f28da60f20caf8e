import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';

type Values = Readonly<Record<string, unknown>>;

/** Stores a record and gives it back. */
export type Write = (table: string, values: Values) => Row;

const dayLength = 86_400_000;
const apart = 7 * 60_000;

/** Writes records as if they had been made some weeks ago, one after the other. */
export const createWriter = (twin: Twin): Write => {
  let count = 0;
  return (table, values) => {
    const at = new Date(twin.scheduler.now() - 40 * dayLength + apart * count++).toISOString();
    const defaults = twin.rules.resources[table]?.defaults?.(values, twin);
    return twin.records.create(table, { ...defaults, created_at: at, updated_at: at, ...values }, 'user');
  };
};

/** A day so many days from today. */
export const dayIn = (days: number, { scheduler }: Twin): string =>
  new Date(scheduler.now() + days * dayLength).toISOString().slice(0, 10);

/** An instant so many days from now. */
export const instantIn = (days: number, { scheduler }: Twin): string =>
  new Date(scheduler.now() + days * dayLength).toISOString();

/** The row at a place of a table, counted round. */
export const at = (table: string, index: number, { store }: Twin): Row => {
  const rows = store.rows(table);
  return rows[index % rows.length] as Row;
};
