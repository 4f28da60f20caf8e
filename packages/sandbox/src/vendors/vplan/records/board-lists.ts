import type { Problem } from '../../../api-error.ts';
import type { Call } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { identifierOf, problem, type Values } from './checks.ts';
import { type Entry, entriesOf, missingRows } from './lists.ts';
import { linkActivities, unknownActivities } from './stage-activities.ts';
import { newStage } from './stage-rules.ts';

/** Lists of a board's body that are records of their own, and the tables that they are kept in. */
export const boardLists = { stages: 'stage', labels: 'label', statuses: 'status' } as const;

const newEntry: Readonly<Record<string, Values>> = {
  stage: newStage,
  status: { name: '', color: 'transparent', entry: false, exit: false },
};

/** Only labels have required marks in vPlan's tables. */
const required: Readonly<Record<string, readonly string[]>> = { label: ['name', 'color'] };

const entryProblems = (table: string, entry: Entry, at: string, board: Row | undefined, twin: Twin): Problem[] => {
  const found = twin.store.find(table, entry.id);
  const isKnown = found !== undefined && found.board_id === board?.id;
  const { id, board_id } = entry;
  return [
    ...(id !== undefined && !isKnown ? [problem(`${at}id`, `${identifierOf(table)} of the board`)] : []),
    ...(id === undefined ? (required[table] ?? []) : [])
      .filter((name) => entry[name] === undefined)
      .map((name) => problem(`${at}${name}`, 'is missing')),
    // That of a board which is yet to be made nobody can know: there it is passed over.
    ...(board && board_id !== undefined && board_id !== board.id
      ? [problem(`${at}board_id`, 'must be that of the board itself')]
      : []),
    ...unknownActivities(entry.activities, at, twin),
  ];
};

/** What is wrong with the stages, labels and statuses in the body of a board. */
export const listProblems = (values: Values, board: Row | undefined, twin: Twin): Problem[] =>
  Object.entries(boardLists).flatMap(([list, table]) =>
    entriesOf(values[list]).flatMap((entry, index) => entryProblems(table, entry, `${list}.${index}.`, board, twin)),
  );

/** Stores one nested list of a board: known identifiers are changed, others are new, missing ones go unless they are kept. */
export const storeList = (
  board: Row,
  table: string,
  sent: unknown,
  { twin, query, actor }: Pick<Call, 'twin' | 'query' | 'actor'>,
): void => {
  const keepMissing = query.update_without_delete_nested === true;
  const stored = twin.store.rows(table).filter((row) => row.board_id === board.id);
  const entries = entriesOf(sent);
  if (!keepMissing) for (const row of missingRows(stored, entries)) twin.records.remove(table, row.id, actor);
  entries.forEach(({ id, board_id: _, activities, ...values }, index) => {
    const known = stored.find((row) => row.id === id);
    const made = { ...newEntry[table], priority: index + 1, ...values, board_id: board.id };
    const row = known ? twin.records.update(table, known.id, values, actor) : twin.records.create(table, made, actor);
    if (activities !== undefined) linkActivities(row.id, activities, keepMissing, twin, actor);
  });
};
