import type { Actor, ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { boardLists, listProblems, storeList } from './board-lists.ts';
import { eraseCollection } from './collection-rules.ts';
import { definitionProblems, mergeDefinitions } from './custom-fields.ts';

const removeBoard = (board: Row, twin: Twin, actor: Actor): void => {
  const belongs = (row: Row): boolean => row.board_id === board.id;
  for (const row of twin.store.rows('collection').filter(belongs)) eraseCollection(row, twin, actor);
  for (const table of [...Object.values(boardLists), 'boardView'])
    for (const row of twin.store.rows(table).filter(belongs)) twin.records.remove(table, row.id, actor);
  twin.records.remove('board', board.id, actor);
};

/** A board keeps its stages, labels and statuses as records of their own; removing it removes all that is on it. */
export const boardRules: ResourceRules = {
  nested: Object.keys(boardLists),
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
  check: (values, before, twin) => [
    ...listProblems(values, before, twin),
    ...definitionProblems(values.custom_fields, before?.custom_fields),
  ],
  prepare: (values, before, { twin, query }) => ({
    ...values,
    ...('custom_fields' in values && {
      custom_fields: mergeDefinitions(
        values.custom_fields,
        before?.custom_fields,
        query.update_without_delete_nested === true,
        twin,
      ),
    }),
  }),
  storeNested(board, lists, call) {
    for (const [name, table] of Object.entries(boardLists))
      if (name in lists) storeList(board, table, lists[name], call);
  },
  remove: removeBoard,
};
