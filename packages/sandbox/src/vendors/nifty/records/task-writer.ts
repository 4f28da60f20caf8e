import { invalid } from '../../../api-error.ts';
import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { type Values, withEntries } from '../values.ts';
import { tellActivity } from './task-activity.ts';
import { taskValues } from './task-values.ts';

const checkDates = (values: Values, before: Row | undefined): void => {
  const { start_date, due_date } = { ...before, ...values };
  if (typeof start_date === 'string' && typeof due_date === 'string' && Date.parse(start_date) > Date.parse(due_date))
    throw invalid('start_date', 'must not be after due_date');
};

/** Next key of a task in a project: `LUM-12`. Numbers of removed tasks do not come again. */
const nextKey = (project: Row, { store }: Twin): string => {
  const number = Number(project.task_count ?? 0) + 1;
  store.put('project', { ...project, task_count: number });
  return `${String(project.nice_id)}-${number}`;
};

/**
 * Stores a new task in a status, with its activity.
 * @param values as a request names them
 * @param by who makes it, a member
 * @throws ApiError when it starts after it is due
 */
export const createTask = (twin: Twin, values: Values, by: string, actor: Actor): Row => {
  checkDates(values, undefined);
  const own = taskValues(values, undefined, by, twin);
  const project = twin.store.find('project', own.project);
  const inStatus = twin.store.rows('task').filter(({ task_group }) => task_group === own.task_group);
  const row = twin.records.create(
    'task',
    {
      nice_id: project ? nextKey(project, twin) : null,
      description: '',
      completed: false,
      archived: false,
      assignees: [],
      labels: [],
      order: (inStatus.length + 1) * 100,
      created_by: by,
      ...own,
      subscribers: withEntries([by], own.assignees),
    },
    actor,
  );
  tellActivity(twin, undefined, row, by, actor);
  return row;
};

/**
 * Changes a task, with its activity.
 * @param values as a request names them
 * @throws ApiError when it starts after it is due
 */
export const updateTask = (twin: Twin, before: Row, values: Values, by: string, actor: Actor): Row => {
  checkDates(values, before);
  const row = twin.records.update('task', before.id, taskValues(values, before, by, twin), actor);
  tellActivity(twin, before, row, by, actor);
  return row;
};
