import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';

/** Values of a record. */
export type Values = Readonly<Record<string, unknown>>;

/** Stores a record and gives it back. */
export type Write = (table: string, values: Values) => Row;

const dayMilliseconds = 86_400_000;
const apart = 3 * 60_000;

/** Stores rows as if they had been made some days ago, one after the other; nobody is told of it. */
export const createWriter = (twin: Twin): Write => {
  const { store, random, scheduler, vendor, rules } = twin;
  let count = 0;
  return (table, values) => {
    const at = new Date(scheduler.now() - 20 * dayMilliseconds + apart * count++).toISOString();
    const fields = Object.keys(vendor.resources[table]?.fields ?? {});
    const nested = rules.resources[table]?.nested ?? [];
    const empty = fields.filter((name) => !nested.includes(name)).map((name) => [name, null]);
    return store.put(table, {
      ...Object.fromEntries(empty),
      ...rules.resources[table]?.defaults?.(values, twin),
      ...values,
      id: random.uuid(),
      created_at: at,
      updated_at: at,
    });
  };
};

/** A record of the seed by the value of a field. */
export const found = (table: string, field: string, value: unknown, { store }: Twin): Row => {
  const row = store.rows(table).find((one) => one[field] === value);
  if (!row) throw new Error(`The seed has no ${table} whose ${field} is ${String(value)}`);
  return row;
};

/** A day so many days from today. */
export const inDays = (days: number, { scheduler }: Twin): string =>
  new Date(scheduler.now() + days * dayMilliseconds).toISOString().slice(0, 10);
