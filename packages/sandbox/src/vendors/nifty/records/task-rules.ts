import type { ResourceRules } from '../../../rules.ts';
import { withoutEntries } from '../values.ts';

/** Subtasks, comments and custom values go with a task; others do not depend on it any more. */
export const taskRules: ResourceRules = {
  remove(row, twin, actor) {
    const { store, records } = twin;
    for (const subtask of store.rows('task').filter(({ task }) => task === row.id))
      taskRules.remove?.(subtask, twin, actor);
    for (const table of ['message', 'fieldValue'])
      for (const { id } of store.rows(table).filter(({ task }) => task === row.id)) store.drop(table, id);
    for (const other of store.rows('task').filter(({ dependency }) => dependency === row.id))
      store.put('task', { ...other, dependency: null });
    for (const document of store.rows('document'))
      store.put('document', { ...document, tasks: withoutEntries(document.tasks, [row.id]) });
    records.remove('task', row.id, actor);
  },
};
