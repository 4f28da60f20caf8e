import type { Row } from '../../../store.ts';
import { textsIn, type Values } from '../values.ts';

type Holds = (row: Row, value: unknown) => boolean;

const same =
  (field: string): Holds =>
  (row, value) =>
    row[field] === value;

const overlaps =
  (field: string): Holds =>
  (row, value) =>
    textsIn(value).some((id) => textsIn(row[field]).includes(id));

const filters: Readonly<Record<string, Holds>> = {
  project_id: same('project'),
  project_ids: (row, value) => textsIn(value).includes(String(row.project)),
  task_group_id: same('task_group'),
  milestone_id: same('milestone'),
  member_id: (row, value) => textsIn(row.assignees).includes(String(value)),
  assignee_ids: overlaps('assignees'),
  // Some read it as the parent; here it is one task.
  task_id: same('id'),
  completed_by: same('completed_by'),
};

const between = (value: unknown, from: unknown, to: unknown): boolean => {
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return instant >= Date.parse(String(from)) && instant <= Date.parse(String(to));
};

/** `from` and `to` count together only, and so do the bounds of the completion. */
const inPeriods = (row: Row, { from, to, completed_from, completed_to }: Values): boolean =>
  (from === undefined || to === undefined || between(row.due_date, from, to)) &&
  (completed_from === undefined ||
    completed_to === undefined ||
    between(row.completed_on, completed_from, completed_to));

/**
 * Completed tasks are left out unless they are asked for: the default is disputed, and this is the reading that nobody
 * takes by accident. Archived ones are left out likewise.
 */
const inState = (
  row: Row,
  { completed, archived, include_archived, completed_from, completed_by }: Values,
): boolean => {
  const asked = completed_from !== undefined || completed_by !== undefined;
  if (completed !== undefined ? row.completed !== completed : row.completed === true && !asked) return false;
  if (include_archived === true) return true;
  return (row.archived === true) === (archived === true);
};

/** Tasks that fit a query. Subtasks are among them only where a project is named and they are asked for. */
export const fittingTasks = (rows: readonly Row[], query: Values): readonly Row[] => {
  const subtasks =
    query.task_id !== undefined || (String(query.include_subtasks) === 'true' && query.project_id !== undefined);
  return rows.filter(
    (row) =>
      row.project !== null &&
      (subtasks || row.task === null) &&
      Object.entries(filters).every(([name, holds]) => query[name] === undefined || holds(row, query[name])) &&
      inPeriods(row, query) &&
      inState(row, query),
  );
};

const keys: Readonly<Record<string, string>> = {
  dueDate: 'due_date',
  archivedOn: 'archived_on',
  completedOn: 'completed_on',
};

/** Tasks in the order that is asked for; those without the key come last. */
export const orderedTasks = (rows: readonly Row[], order: unknown): readonly Row[] => {
  const [key = '', direction] = String(order ?? '').split(':');
  const field = keys[key];
  if (!field) return rows;
  const turn = direction === 'DESC' ? -1 : 1;
  return [...rows].sort((one, other) => {
    if (!one[field] || !other[field]) return Number(!one[field]) - Number(!other[field]);
    return turn * String(one[field]).localeCompare(String(other[field]));
  });
};
