import type { Call, Handler, Outcome } from '../../../rules.ts';
import { meOf } from '../people.ts';
import { createTask, updateTask } from '../records/task-writer.ts';
import { textsIn, type Values } from '../values.ts';
import { ownRecord } from './own-record.ts';

/** Changes the task of the path as the token's owner. */
export const changeTask = (call: Call, values: Values): Outcome => {
  const { twin, actor } = call;
  return { kind: 'row', row: updateTask(twin, ownRecord(call, 'task'), values, meOf(twin).id, actor) };
};

/** Creates a task, or a subtask when a parent is named. */
export const create: Handler = ({ body, twin, actor }) => {
  const { template_id: _, ...values } = body;
  return { kind: 'row', row: createTask(twin, values, meOf(twin).id, actor) };
};

/** Assignees and labels that are sent replace the stored ones. */
export const update: Handler = (call) => changeTask(call, call.body);

/** Completes a task, or opens it again. */
export const setCompleted =
  (completed: boolean): Handler =>
  (call) =>
    changeTask(call, { completed });

/** Archives a task, or restores it. */
export const setArchived =
  (archived: boolean): Handler =>
  (call) =>
    changeTask(call, { archived });

/** Removes several tasks; those that are not there refuse all. */
export const removeMany: Handler = ({ body, twin, actor }) => {
  for (const id of textsIn(body.task_ids)) {
    const row = twin.store.find('task', id);
    if (row) twin.rules.resources.task?.remove?.(row, twin, actor);
  }
  return { kind: 'nothing' };
};

/** Personal tasks of the token's owner: they have no project. */
export const listPersonal: Handler = ({ twin }) => ({
  kind: 'rows',
  rows: twin.store.rows('task').filter(({ project, created_by }) => project === null && created_by === meOf(twin).id),
});
