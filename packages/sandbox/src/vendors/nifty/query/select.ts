import type { Call } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { isVisible } from '../access/visible.ts';
import { rowTable } from '../row-table.ts';
import { textsIn, type Values } from '../values.ts';
import { fittingDocuments, fittingFiles } from './library-filter.ts';
import { fittingMessages } from './message-filter.ts';
import { fittingTasks, orderedTasks } from './task-filter.ts';
import { fittingTimes } from './time-filter.ts';

type Select = (rows: readonly Row[], query: Values, twin: Twin) => readonly Row[];

const archivedAs = (rows: readonly Row[], wanted: boolean): readonly Row[] =>
  rows.filter(({ archived }) => (archived === true) === wanted);

const labelKinds = ['others', 'member'] as const;

const isComplete = ({ id }: Row, { store }: Twin): boolean => {
  const tasks = store.rows('task').filter(({ milestone }) => milestone === id);
  return tasks.length > 0 && tasks.every(({ completed }) => completed === true);
};

/** What each list is narrowed by. */
const selects: Readonly<Record<string, Select>> = {
  'project.list': (rows, { subteam_id, archived }) =>
    archivedAs(rows, archived === true).filter(({ subteam }) => subteam_id === undefined || subteam === subteam_id),
  'task.list': (rows, query) => orderedTasks(fittingTasks(rows, query), query.order),
  'task.listPersonal': (rows, { completed }) =>
    rows.filter((row) => completed === undefined || row.completed === completed),
  'taskgroup.list': (rows, { project_id, archived }) =>
    archivedAs(
      rows.filter(({ project }) => project === project_id),
      archived === true,
    ),
  'milestone.list': (rows, { project_id, is_list, completed }, twin) =>
    rows.filter(
      (row) =>
        row.project === project_id &&
        (is_list === true || row.is_list !== true) &&
        (completed === undefined || isComplete(row, twin) === completed),
    ),
  'label.list': (rows, { type }) => rows.filter((row) => type === undefined || row.type === labelKinds[Number(type)]),
  'message.list': fittingMessages,
  'document.list': fittingDocuments,
  'document.listPersonal': fittingDocuments,
  'file.list': fittingFiles,
  'folder.list': (rows, { project_id, parent_folder_id }) =>
    rows.filter((row) => row.project_id === project_id && (row.parent_folder ?? project_id) === parent_folder_id),
  'member.list': (rows, { project_id }, { store }) => {
    const project = store.find('project', project_id);
    return project ? rows.filter(({ id }) => textsIn(project.members).includes(id)) : rows;
  },
  // Discussions of projects are not in it.
  'chat.list': (rows) => rows.filter(({ project }) => !project),
  'time.report': fittingTimes,
  'field.list': (rows, query) =>
    rows.filter(({ project_id }) => query.project_id === undefined || project_id === query.project_id),
  // Clients send the word or the number 1 for those of projects.
  'template.list': (rows, { type }) =>
    rows.filter((row) => row.type === type || (type === '1' && row.type === 'project')),
};

/** Lists that come newest first unless the query says otherwise. */
const newestFirst: ReadonlySet<string> = new Set(['document.list', 'document.listPersonal', 'file.list']);

/** Rows of a list that the token's owner sees and that fit the query, in its direction. */
export const select = ({ operation, query, twin }: Call, rows: readonly Row[]): readonly Row[] => {
  const { key } = operation;
  const visible = rows.filter((row) => isVisible(rowTable(operation), row, twin));
  const fitting = selects[key]?.(visible, query, twin) ?? visible;
  const sort = query.sort ?? (newestFirst.has(key) ? 'descending' : 'ascending');
  return sort === 'descending' ? [...fitting].reverse() : fitting;
};
