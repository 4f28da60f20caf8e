import { invalid } from '../../../api-error.ts';
import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { meOf } from '../people.ts';
import { updateTask } from '../records/task-writer.ts';
import { type Values, withEntries, withoutEntries } from '../values.ts';
import { ownRecord } from './own-record.ts';

const changeAll = (call: Call, values: (task: Row) => Values): void => {
  const { twin, actor } = call;
  const { id } = ownRecord(call, 'taskgroup', 'task_group_id');
  for (const task of twin.store.rows('task').filter(({ task_group }) => task_group === id))
    updateTask(twin, task, values(task), meOf(twin).id, actor);
};

/** Moves all tasks of a status to another. */
export const moveTasks: Handler = (call) => {
  const { target_taskgroup_id: task_group_id } = call.body;
  if (task_group_id === undefined) throw invalid('target_taskgroup_id', 'must be sent');
  changeAll(call, () => ({ task_group_id }));
  return { kind: 'nothing' };
};

const assign =
  (how: (list: unknown, entries: unknown) => string[]): Handler =>
  (call) => {
    changeAll(call, ({ assignees }) => ({ assignees: how(assignees, call.body.member_ids) }));
    return { kind: 'nothing' };
  };

export const addAssignees = assign(withEntries);
export const removeAssignees = assign(withoutEntries);
