import { refusal } from '../../../api-error.ts';
import type { Call, Handler } from '../../../rules.ts';
import { ownRecord } from './own-record.ts';

/** Custom fields of a project. */
export const ofProject: Handler = ({ path, twin }) => ({
  kind: 'rows',
  rows: twin.store.rows('field').filter(({ project_id }) => project_id === path.project_id),
});

/** Adds a custom field to a project. */
export const addToProject: Handler = ({ path, body, twin, actor }) => {
  const row = twin.records.create('field', { ...body, field_id: undefined, project_id: path.project_id }, actor);
  return { kind: 'row', row, status: 201 };
};

/** Whether a value or a definition is meant is not known: it is taken and nothing is answered but a message. */
export const updateOfProject: Handler = (call) => {
  ownRecord(call, 'field');
  return { kind: 'nothing' };
};

/** Values of a task's custom fields. */
export const ofTask: Handler = ({ path, twin }) => ({
  kind: 'rows',
  rows: twin.store.rows('fieldValue').filter(({ task }) => task === path.task_id),
});

const keptValue = ({ path, twin }: Call, field: unknown) =>
  twin.store.rows('fieldValue').find(({ task, field_id }) => task === path.task_id && field_id === field);

/** Gives a task a value of a custom field. */
export const addToTask: Handler = (call) => {
  const { path, body, twin, actor } = call;
  const { field_id, value } = body;
  const before = keptValue(call, field_id);
  if (before) twin.records.update('fieldValue', before.id, { value }, actor);
  else twin.records.create('fieldValue', { task: path.task_id, field_id, value }, actor);
  return { kind: 'nothing' };
};

/** Changes the value of a custom field that a task has. */
export const updateOfTask: Handler = (call) => {
  const before = keptValue(call, call.path.field_id);
  if (!before) throw refusal(404, 'Not found', 'The task has no value of this field');
  call.twin.records.update('fieldValue', before.id, { value: call.body.value }, call.actor);
  return { kind: 'nothing' };
};
