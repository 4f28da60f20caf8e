import type { Actor, ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { eraseCollection } from './collection-rules.ts';
import { entriesOf, mergeFields, missingRows } from './lists.ts';
import { newStage } from './stage-rules.ts';

/** Lists of a board's body that are records of their own, and the tables that they are kept in. */
const tables = { stages: 'stage', labels: 'label', statuses: 'status' } as const;

const newEntry: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  stage: newStage,
  label: { name: '', color: 'transparent', priority: 0 },
  status: { name: '', color: 'transparent', priority: 0, entry: false, exit: false },
};

/** Stores one nested list of a board: known identifiers are changed, others are new, missing ones go unless they are kept. */
const storeList = (board: Row, table: string, sent: unknown, keepMissing: boolean, twin: Twin, actor: Actor): void => {
  const stored = twin.store.rows(table).filter((row) => row.board_id === board.id);
  const entries = entriesOf(sent);
  if (!keepMissing) for (const row of missingRows(stored, entries)) twin.records.remove(table, row.id, actor);
  entries.forEach(({ id, ...values }, index) => {
    const known = stored.find((row) => row.id === id);
    if (known) twin.records.update(table, known.id, values, actor);
    else twin.records.create(table, { ...newEntry[table], priority: index + 1, ...values, board_id: board.id }, actor);
  });
};

const removeBoard = (board: Row, twin: Twin, actor: Actor): void => {
  const belongs = (row: Row): boolean => row.board_id === board.id;
  for (const row of twin.store.rows('collection').filter(belongs)) eraseCollection(row, twin, actor);
  for (const table of [...Object.values(tables), 'boardView'])
    for (const row of twin.store.rows(table).filter(belongs)) twin.records.remove(table, row.id, actor);
  twin.records.remove('board', board.id, actor);
};

/** A board keeps its stages, labels and statuses as records of their own; removing it removes all that is on it. */
export const boardRules: ResourceRules = {
  nested: Object.keys(tables),
  defaults: () => ({
    color: 'transparent',
    visibility: 'everyone',
    restricted_users: [],
    capacity_method: 'estimated_time',
    split_cards_by_activity: false,
    own_backlog: false,
    dependency_behavior: 'notify',
    workdays: { 1: true, 2: true, 3: true, 4: true, 5: true, 6: false, 7: false },
    custom_fields: [],
    card_lock_options: [],
    permission_set: 'board_admin',
  }),
  prepare: (values, before, { twin, query }) => ({
    ...values,
    ...('custom_fields' in values && {
      custom_fields: mergeFields(
        values.custom_fields,
        before?.custom_fields,
        query.update_without_delete_nested === true,
        twin,
      ),
    }),
  }),
  storeNested(board, lists, { twin, query, actor }) {
    for (const [name, table] of Object.entries(tables))
      if (name in lists) storeList(board, table, lists[name], query.update_without_delete_nested === true, twin, actor);
  },
  remove: removeBoard,
};
