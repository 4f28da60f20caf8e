import type { Row } from '../../../store.ts';

/** An entry of a list inside a body. */
export type Entry = Readonly<Record<string, unknown>>;

/** A link to a record. */
export interface Link {
  readonly id: string;
}

/** A link with values of its own. */
export type Pivot = Row;

/** The entries of a list, as far as they are objects. */
export const entriesOf = (value: unknown): readonly Entry[] =>
  (Array.isArray(value) ? value : []).filter(
    (entry): entry is Entry => typeof entry === 'object' && entry !== null && !Array.isArray(entry),
  );

/** Links as they are stored: the identifiers alone, each once. */
export const linksOf = (value: unknown): Link[] =>
  [...new Set(entriesOf(value).map(({ id }) => String(id)))].map((id) => ({ id }));

/** Identifiers of a list of links. */
export const linkIds = (value: unknown): string[] => linksOf(value).map(({ id }) => id);

/** Links with their values. */
export const pivotsOf = (value: unknown): readonly Pivot[] =>
  entriesOf(value).filter((entry): entry is Pivot => typeof entry.id === 'string');

/** Rows that point at a record and do not stand in a list that was sent. */
export const missingRows = (rows: readonly Row[], sent: readonly Entry[]): Row[] =>
  rows.filter((row) => !sent.some(({ id }) => id === row.id));
