import { invalid } from '../../../api-error.ts';
import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { meOf } from '../people.ts';
import { createTask, updateTask } from '../records/task-writer.ts';
import { part, textsIn, type Values, withEntries } from '../values.ts';
import { ownRecord } from './own-record.ts';
import { changeTask } from './task.ts';

const copied = ['description', 'start_date', 'due_date', 'assignees', 'labels', 'story_points'] as const;

/** Copies a task into the status that it is in. */
export const clone: Handler = (call) => {
  const { twin, actor } = call;
  const task = ownRecord(call, 'task');
  const values = {
    ...part(task, copied),
    name: `${String(task.name)} (copy)`,
    task_group_id: task.task_group,
    milestone_id: task.milestone,
  };
  return { kind: 'row', row: createTask(twin, values, meOf(twin).id, actor) };
};

/** What a target of `move` sets on tasks; the kinds are those that clients assume. */
const valuesFor = ({ body, twin }: Call): Values => {
  const { type, id } = body.to as Readonly<Record<'type' | 'id', string>>;
  const found = (table: string): Row => {
    const row = twin.store.find(table, id);
    if (!row) throw invalid('to.id', `must be the id of a ${table}`);
    return row;
  };
  if (type === 'task_group') return { task_group_id: found('taskgroup').id };
  if (type === 'milestone') return { milestone_id: found('milestone').id };
  if (type !== 'project') throw invalid('to.type', 'must be task_group, milestone or project');
  const first = twin.store.rows('taskgroup').find(({ project }) => project === found('project').id);
  return { task_group_id: first?.id, milestone_id: null };
};

/** Moves several tasks to a status, a milestone or a project. */
export const move: Handler = (call) => {
  const { body, twin, actor } = call;
  const values = valuesFor(call);
  for (const task of textsIn(body.task_ids).flatMap((id) => twin.store.find('task', id) ?? []))
    updateTask(twin, task, values, meOf(twin).id, actor);
  return { kind: 'nothing' };
};

/** Moves a task to a position, in its status or another. */
export const moveOrder: Handler = (call) => {
  const { target_task_group_id, position } = call.body;
  return changeTask(call, {
    ...(target_task_group_id !== undefined && { task_group_id: target_task_group_id }),
    ...(position !== undefined && { order: position }),
  });
};

/** Puts a task under a milestone, or under none. */
export const setMilestone: Handler = (call) => changeTask(call, { milestone_id: call.body.milestone_id ?? null });

/** Notes related tasks on both sides. Answers do not tell them. */
export const link: Handler = (call) => {
  const { twin, body, actor } = call;
  const task = ownRecord(call, 'task');
  for (const id of textsIn(body.tasks)) {
    const other = twin.store.find('task', id);
    if (other) twin.records.update('task', id, { linked: withEntries(other.linked, [task.id]) }, actor);
  }
  const row = twin.records.update('task', task.id, { linked: withEntries(task.linked, body.tasks) }, actor);
  return { kind: 'row', row };
};

/** Hangs a document on a task. */
export const attachDocument: Handler = (call) => {
  const { twin, body, actor } = call;
  const task = ownRecord(call, 'task');
  const document = twin.store.find('document', body.document_id);
  if (document) twin.records.update('document', document.id, { tasks: withEntries(document.tasks, [task.id]) }, actor);
  return { kind: 'nothing' };
};
