import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import type { PersonName } from './workspace.ts';

/** A record of the seed by the value of a field. */
export const found = (table: string, field: string, value: unknown, { store }: Twin): Row => {
  const row = store.rows(table).find((one) => one[field] === value);
  if (!row) throw new Error(`The seed has no ${table} whose ${field} is ${String(value)}`);
  return row;
};

/** Identifier of a record of the seed by its name; `undefined` for no name. */
export const idOf = (table: string, name: string | undefined, twin: Twin): string | undefined =>
  name === undefined ? undefined : found(table, 'name', name, twin).id;

/** Identifiers of people. */
export const peopleOf = (names: readonly PersonName[], twin: Twin): string[] =>
  names.map((name) => found('member', 'name', name, twin).id);

/** An instant so many days from now. */
export const inDays = (days: number | undefined, { scheduler }: Twin): string | undefined =>
  days === undefined ? undefined : new Date(scheduler.now() + days * 86_400_000).toISOString();

/** Values without those that are not given. */
export const given = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
