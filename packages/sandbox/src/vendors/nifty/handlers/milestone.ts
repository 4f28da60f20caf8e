import type { Handler } from '../../../rules.ts';
import { meOf } from '../people.ts';
import { updateTask } from '../records/task-writer.ts';
import { textsIn } from '../values.ts';
import { ownRecord } from './own-record.ts';

/** Archives a milestone, or restores it. */
export const setArchived =
  (archived: boolean): Handler =>
  (call) => ({
    kind: 'row',
    row: call.twin.records.update('milestone', ownRecord(call, 'milestone').id, { archived }, call.actor),
  });

/** Moves a milestone to another project; its tasks stay behind without it. */
export const moveToProject: Handler = (call) => {
  const { twin, body, actor } = call;
  const { id } = ownRecord(call, 'milestone');
  for (const task of twin.store.rows('task').filter(({ milestone }) => milestone === id))
    updateTask(twin, task, { milestone_id: null }, meOf(twin).id, actor);
  const values = { project: body.target_project_id, task_group: null };
  return { kind: 'row', row: twin.records.update('milestone', id, values, actor) };
};

const setTasks =
  (under: boolean): Handler =>
  (call) => {
    const { twin, body, actor } = call;
    const milestone = ownRecord(call, 'milestone');
    for (const task of textsIn(body.tasks).flatMap((id) => twin.store.find('task', id) ?? []))
      if (under || task.milestone === milestone.id)
        updateTask(twin, task, { milestone_id: under ? milestone.id : null }, meOf(twin).id, actor);
    return { kind: 'row', row: milestone };
  };

export const addTasks = setTasks(true);
export const removeTasks = setTasks(false);
