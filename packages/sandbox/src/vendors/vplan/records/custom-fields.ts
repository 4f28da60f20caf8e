import type { Problem } from '../../../api-error.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { instantOf } from '../instant.ts';
import { problem } from './checks.ts';
import { type Entry, entriesOf } from './lists.ts';

type Fits = (value: unknown, definition: Entry) => boolean;

const isText: Fits = (value) => typeof value === 'string';

const choices: Fits = (value, { options, list }) => {
  const values = (options as Entry | null | undefined)?.values ?? entriesOf(list).map(({ name }) => name);
  return !Array.isArray(values) || values.length === 0 || [value].flat().every((one) => values.includes(one));
};

/** What a value of each type has to be; types whose values the documentation leaves open take anything. */
const fits: Readonly<Record<string, readonly [Fits, string]>> = {
  text: [isText, 'a text'],
  textarea: [isText, 'a text'],
  email: [(value) => isText(value, {}) && /^\S+@\S+$/.test(String(value)), 'a mail address'],
  link: [(value) => isText(value, {}) && URL.canParse(String(value)), 'a link'],
  phone: [isText, 'a text'],
  number: [(value) => typeof value === 'number', 'a number'],
  checkbox: [(value) => typeof value === 'boolean', 'true or false'],
  // Whether it takes instants beside days is not documented: it does here.
  date: [(value) => isText(value, {}) && instantOf(String(value)) !== undefined, 'a day'],
  select: [choices, 'one of the choices of the field'],
  list: [choices, 'one of the choices of the field'],
};

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with what a record says of a field; null empties it. `prefix` stands before the names. */
export const contentProblems = ({ value, options }: Entry, definition: Entry | undefined, prefix = ''): Problem[] => {
  const [test, expected] = fits[String(definition?.type)] ?? [];
  const isWrong = value !== undefined && value !== null && definition && test && !test(value, definition);
  return [
    ...(isWrong ? [problem(`${prefix}value`, `must be ${expected}`)] : []),
    ...(options === undefined || isObject(options) ? [] : [problem(`${prefix}options`, 'must be an object')]),
  ];
};

/** Kinds of records that have values of custom fields. */
export type Holder = 'collection' | 'card';

/** The definition of a field by its name on a board; of two with one name, the one for this kind of record. */
export const definitionOf = (board: Row | undefined, name: unknown, table: Holder): Entry | undefined => {
  const named = entriesOf(board?.custom_fields).filter((field) => field.name === name);
  return named.find(({ scope }) => (scope ?? 'collection') === table) ?? named[0];
};

const sameField = (one: Entry, other: Entry): boolean =>
  one.id !== undefined && other.id !== undefined ? one.id === other.id : one.name === other.name;

/** The stored entry that one in a body speaks of: by identifier, else by name. */
const storedOf = (entry: Entry, stored: unknown): Entry | undefined =>
  entriesOf(stored).find((other) => sameField(entry, other));

/** What a value in a body belongs to. */
interface Owner {
  readonly table: Holder;
  readonly board: Row | undefined;
  /** Fields that the record has already */
  readonly stored: unknown;
}

/** An identifier may be that of the definition; whether values have some of their own is not documented. */
const definitionFor = (entry: Entry, { table, board, stored }: Owner): Entry | undefined =>
  entriesOf(board?.custom_fields).find(({ id }) => entry.id !== undefined && id === entry.id) ??
  definitionOf(board, entry.name ?? storedOf(entry, stored)?.name, table);

/**
 * What is wrong with the values of custom fields in a body: as by name, they have to be of the board and of its types. What
 * the record has already may be sent back, also when the board has lost it.
 */
export const valueProblems = (sent: unknown, owner: Owner, prefix = ''): Problem[] =>
  entriesOf(sent).flatMap((entry, index) => {
    const at = `${prefix}custom_fields.${index}.`;
    const definition = definitionFor(entry, owner);
    const isNew = storedOf(entry, owner.stored) === undefined;
    return [
      ...(isNew && !definition && owner.board
        ? [problem(`${at}${entry.name === undefined ? 'id' : 'name'}`, 'must be that of a custom field of the board')]
        : []),
      ...(isNew && entry.priority === undefined ? [problem(`${at}priority`, 'is missing')] : []),
      ...contentProblems(entry, definition, at),
    ];
  });

/** What is wrong with the definitions of custom fields in the body of a board. */
export const definitionProblems = (sent: unknown, stored: unknown): Problem[] =>
  entriesOf(sent).flatMap((entry, index) => {
    const at = `custom_fields.${index}.`;
    const isNew = storedOf(entry, stored) === undefined;
    return [
      ...(isNew && entry.id !== undefined
        ? [problem(`${at}id`, 'must be the identifier of a custom field of the board')]
        : []),
      ...(isNew && entry.priority === undefined ? [problem(`${at}priority`, 'is missing')] : []),
      ...contentProblems({ options: entry.options }, undefined, at),
    ];
  });

const merged = (sent: unknown, stored: unknown, keepMissing: boolean, made: (entry: Entry) => Entry): Entry[] => {
  const before = entriesOf(stored);
  const given = entriesOf(sent).map((entry) => {
    const known = storedOf(entry, stored);
    return known ? { ...known, ...entry, id: known.id } : made(entry);
  });
  if (!keepMissing) return given;
  const added = given.filter((entry) => !before.some((other) => sameField(entry, other)));
  return [...before.map((entry) => given.find((other) => sameField(entry, other)) ?? entry), ...added];
};

/**
 * Definitions of a board after an update: those sent replace what is stored, and with `keepMissing` the others stay in their
 * places.
 * @see https://docs.api.vplan.com, update of boards and collections
 */
export const mergeDefinitions = (sent: unknown, stored: unknown, keepMissing: boolean, { random }: Twin): Entry[] =>
  merged(sent, stored, keepMissing, (entry) => ({ id: random.uuid(), name: null, type: 'text', ...entry }));

/** Values of a record after an update, as definitions of a board; a new one is what its board says of it. */
export const mergeValues = (sent: unknown, owner: Owner, keepMissing: boolean, { random }: Twin): Entry[] =>
  merged(sent, owner.stored, keepMissing, (entry) => {
    const { id, name, type, priority } = definitionFor(entry, owner) ?? {};
    const own = { id: id ?? random.uuid(), name: name ?? null, type: type ?? 'text', priority };
    return { ...own, ...(owner.board && { board_id: owner.board.id }), ...entry, id: own.id, type: own.type };
  });
