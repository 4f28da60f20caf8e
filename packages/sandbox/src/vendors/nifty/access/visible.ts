import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { meOf } from '../people.ts';
import { textsIn } from '../values.ts';

type Sees = (row: Row, twin: Twin) => boolean;

const inProject = (id: unknown, twin: Twin): boolean => {
  const project = twin.store.find('project', id);
  return project !== undefined && isVisible('project', project, twin);
};

const through =
  (field: string, own?: string): Sees =>
  (row, twin) =>
    row[field] === null && own !== undefined ? row[own] === meOf(twin).id : inProject(row[field], twin);

const targets = { chat: 'chat', task: 'task', file: 'file', document: 'document', thread: 'message' } as const;

const sees: Readonly<Record<string, Sees>> = {
  project: ({ access_type, members }, twin) =>
    access_type === 'public' || access_type === 'workspace' || textsIn(members).includes(meOf(twin).id),
  task: through('project', 'created_by'),
  taskgroup: through('project'),
  milestone: through('project'),
  time: through('project'),
  document: through('project_id', 'author'),
  file: through('project_id', 'uploader'),
  folder: through('project_id'),
  field: through('project_id'),
  chat: (row, twin) => (row.project ? inProject(row.project, twin) : textsIn(row.members).includes(meOf(twin).id)),
  message: (row, twin) =>
    Object.entries(targets).every(([field, table]) => {
      const target = twin.store.find(table, row[field]);
      return target === undefined || isVisible(table, target, twin);
    }),
};

/** Whether the token's owner sees a record: it is in a project of theirs or an open one, or it is their own. */
export const isVisible = (table: string, row: Row, twin: Twin): boolean => sees[table]?.(row, twin) ?? true;
