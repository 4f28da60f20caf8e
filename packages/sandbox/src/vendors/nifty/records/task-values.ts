import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { renamed, type Values } from '../values.ts';

const names = { task_group_id: 'task_group', milestone_id: 'milestone', task_id: 'task' } as const;

/** A column that means done settles whether its tasks are completed; so Nifty's `isCompletionGroup` is read here. */
const completionOf = (
  status: Row | undefined,
  before: Row | undefined,
  by: string,
  { store, scheduler }: Twin,
): Values => {
  if (!status || status.id === before?.task_group) return {};
  const left = store.find('taskgroup', before?.task_group);
  if (status.completed_group && before?.completed !== true)
    return { completed: true, completed_on: scheduler.stamp(), completed_by: by };
  if (!status.completed_group && left?.completed_group)
    return { completed: false, completed_on: null, completed_by: null };
  return {};
};

/**
 * Values of a task as they are stored: the project follows from the status, an estimate is kept as text.
 * @param by who writes, a member
 */
export const taskValues = (values: Values, before: Row | undefined, by: string, twin: Twin): Values => {
  const { story_points, completed, ...rest } = values;
  const status = twin.store.find('taskgroup', values.task_group_id);
  const own = {
    ...renamed(rest, names),
    ...(status && { project: status.project }),
    ...(story_points !== undefined && { story_points: String(story_points) }),
  };
  if (completed === undefined) return { ...own, ...completionOf(status, before, by, twin) };
  return { ...own, ...completion(completed === true, by, twin) };
};

/** Values that complete a task, or open it again. */
const completion = (completed: boolean, by: string, { scheduler }: Twin): Values =>
  completed
    ? { completed, completed_on: scheduler.stamp(), completed_by: by }
    : { completed, completed_on: null, completed_by: null };
