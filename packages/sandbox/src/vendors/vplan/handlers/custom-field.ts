import { ApiError, notFound } from '../../../api-error.ts';
import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { contentProblems, definitionOf, type Holder } from '../records/custom-fields.ts';
import { type Entry, entriesOf } from '../records/lists.ts';

const recordOf = ({ twin, path }: Call, table: Holder): Row => {
  const row = twin.store.find(table, path[`${table}_id`]);
  if (!row || (table === 'card' && row.collection_id !== path.collection_id))
    throw notFound(table, path[`${table}_id`]);
  return row;
};

const definitionIn = ({ twin, path, body }: Call, row: Row, table: Holder): Entry => {
  const found = definitionOf(twin.store.find('board', body.board_id ?? row.board_id), path.name, table);
  if (!found) throw notFound('custom field', path.name);
  return found;
};

const store = (call: Call, row: Row, table: string, definition: Entry, part: Entry | undefined): Row => {
  const stored = entriesOf(row.custom_fields);
  const known = stored.find(({ name }) => name === definition.name);
  const { id, name, type, priority } = definition;
  const value = part && { id, name, type, priority, board_id: row.board_id, value: null, ...known, ...part };
  const others = stored.filter((field) => field !== known);
  const custom_fields = !value
    ? others
    : known
      ? stored.map((field) => (field === known ? value : field))
      : [...stored, value];
  return call.twin.records.update(table, row.id, { custom_fields }, call.actor);
};

/** `PUT …/custom_fields/{name}`: sets one field by its name on the board; null empties it, and what is left out stays. */
export const setCustomField =
  (table: Holder): Handler =>
  (call) => {
    const row = recordOf(call, table);
    const definition = definitionIn(call, row, table);
    const { value, options } = call.body;
    const problems = contentProblems(call.body, definition);
    if (problems.length > 0) throw new ApiError(422, problems);
    const part = { ...(value !== undefined && { value }), ...(options !== undefined && { options }) };
    return { kind: 'row', row: store(call, row, table, definition, part) };
  };

/** `DELETE …/custom_fields/{name}`: takes the value off the record. */
export const clearCustomField =
  (table: Holder): Handler =>
  (call) => {
    const row = recordOf(call, table);
    store(call, row, table, definitionIn(call, row, table), undefined);
    return { kind: 'nothing' };
  };
