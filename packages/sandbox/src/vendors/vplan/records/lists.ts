import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';

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

const sameField = (one: Entry, other: Entry): boolean =>
  one.id !== undefined && other.id !== undefined ? one.id === other.id : one.name === other.name;

/** A custom field as it is stored: recognised by identifier or name, and whole. */
const storedField = (entry: Entry, known: Entry | undefined, index: number, twin: Twin): Entry => ({
  id: known?.id ?? entry.id ?? twin.random.uuid(),
  name: null,
  type: 'text',
  priority: index + 1,
  ...known,
  ...entry,
});

/**
 * Custom fields after an update: those sent replace what is stored, and with `keepMissing` the others stay in their places.
 * @see https://docs.api.vplan.com, update of boards and collections
 */
export const mergeFields = (sent: unknown, stored: unknown, keepMissing: boolean, twin: Twin): Entry[] => {
  const before = entriesOf(stored);
  const given = entriesOf(sent).map((entry, index) =>
    storedField(
      entry,
      before.find((other) => sameField(entry, other)),
      index,
      twin,
    ),
  );
  if (!keepMissing) return given;
  const added = given.filter((entry) => !before.some((other) => sameField(entry, other)));
  return [...before.map((entry) => given.find((other) => sameField(entry, other)) ?? entry), ...added];
};

/** Rows that point at a record and do not stand in a list that was sent. */
export const missingRows = (rows: readonly Row[], sent: readonly Entry[]): Row[] =>
  rows.filter((row) => !sent.some(({ id }) => id === row.id));
