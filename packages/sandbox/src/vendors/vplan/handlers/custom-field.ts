import { ApiError, notFound } from '../../../api-error.ts';
import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { problem } from '../records/checks.ts';
import { type Entry, entriesOf } from '../records/lists.ts';

type Fits = (value: unknown, definition: Entry) => boolean;

const isText: Fits = (value) => typeof value === 'string';

const choices: Fits = (value, { options, list }) => {
  const values = (options as Entry | null)?.values ?? entriesOf(list).map(({ name }) => name);
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
  date: [(value) => isText(value, {}) && !Number.isNaN(Date.parse(String(value))), 'a day'],
  select: [choices, 'one of the choices of the field'],
  list: [choices, 'one of the choices of the field'],
};

const recordOf = ({ twin, path }: Call, table: 'collection' | 'card'): Row => {
  const row = twin.store.find(table, path[`${table}_id`]);
  if (!row || (table === 'card' && row.collection_id !== path.collection_id))
    throw notFound(table, path[`${table}_id`]);
  return row;
};

/** The definition of the field on the board; of two with one name, the one for this kind of record. */
const definitionOf = ({ twin, path, body }: Call, row: Row, table: string): Entry => {
  const board = twin.store.find('board', body.board_id ?? row.board_id);
  const named = entriesOf(board?.custom_fields).filter(({ name }) => name === path.name);
  const found = named.find(({ scope }) => (scope ?? 'collection') === table) ?? named[0];
  if (!found) throw notFound('custom field', path.name);
  return found;
};

const store = (call: Call, row: Row, table: string, definition: Entry, part: Entry | undefined): Row => {
  const stored = entriesOf(row.custom_fields);
  const known = stored.find(({ name }) => name === definition.name);
  const { id, name, type, priority } = definition;
  const value = part && { id, name, type, priority, board_id: row.board_id, ...known, ...part };
  const others = stored.filter((field) => field !== known);
  const custom_fields = !value
    ? others
    : known
      ? stored.map((field) => (field === known ? value : field))
      : [...stored, value];
  return call.twin.records.update(table, row.id, { custom_fields }, call.actor);
};

/** `PUT …/custom_fields/{name}`: sets one field by its name on the board; null empties it. */
export const setCustomField =
  (table: 'collection' | 'card'): Handler =>
  (call) => {
    const row = recordOf(call, table);
    const definition = definitionOf(call, row, table);
    const { value, options } = call.body;
    const [test, expected] = fits[String(definition.type)] ?? [];
    if (value !== null && test && !test(value, definition))
      throw new ApiError(422, [problem('value', `must be ${expected}`)]);
    const part = { value, ...(options !== undefined && { options }) };
    return { kind: 'row', row: store(call, row, table, definition, part) };
  };

/** `DELETE …/custom_fields/{name}`: takes the value off the record. */
export const clearCustomField =
  (table: 'collection' | 'card'): Handler =>
  (call) => {
    const row = recordOf(call, table);
    store(call, row, table, definitionOf(call, row, table), undefined);
    return { kind: 'nothing' };
  };
