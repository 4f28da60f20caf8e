import type { Row } from '@patchbay/core';
import type { Samples } from './sample-value.ts';
import type { Scene } from './scene.ts';
import { clinicScenes } from './vcita/scenes.ts';

const first = (samples: Samples, resource: string, fits: (row: Row) => boolean = () => true): Row =>
  samples.rows[resource]?.find(fits) ?? {};

const dates = { start: '2026-12-01T00:00:00.000Z', end: '2026-12-18T00:00:00.000Z' };
const withValue: Scene = { input: (sample) => ({ ...sample, value: 'Oak' }) };

/** A list is asked for what a record hangs on, in the place of others that it could be asked for. */
const thatHas = (resource: string, field: string, input: string, others: readonly string[] = []): Scene => ({
  input: (sample, { twin }) => ({
    ...Object.fromEntries(Object.entries(sample).filter(([name]) => !others.includes(name))),
    [input]: twin.rows(resource).findLast((row) => typeof row[field] === 'string')?.[field],
  }),
});

/** Lists that the twin has no rows for, and why; by vendor and operation. */
export const withoutRows: Readonly<Record<string, string>> = {
  'vplan.apiMessage.list': 'vPlan writes these itself; the sandbox has none and nobody can make one',
};

/** By vendor and operation. */
export const scenes: Readonly<Record<string, Scene>> = {
  ...Object.fromEntries(Object.entries(clinicScenes).map(([key, scene]) => [`vcita.${key}`, scene])),
  'nifty.milestone.create': { input: (sample) => ({ ...dates, ...sample }) },
  // A comment on a document names the place in it.
  'nifty.message.create': {
    input: (sample) => ({ text: 'Proofs are in', ...('doc_id' in sample && { entity_key: 'proofs' }), ...sample }),
  },
  'nifty.project.addField': { input: (sample) => ({ ...sample, roles: ['owner'] }) },
  // Its owner cannot leave a project.
  'nifty.project.leave': {
    input: (sample, { samples }) => {
      const { owner } = first(samples, 'project');
      return { ...sample, project_id: first(samples, 'project', (row) => row.owner !== owner && !row.archived).id };
    },
  },
  'nifty.document.list': thatHas('document', 'project_id', 'project_id', ['task_id']),
  'nifty.file.list': thatHas('file', 'project_id', 'project_id', ['task_id', 'doc_id', 'user_id']),
  'nifty.message.list': thatHas('message', 'chat', 'chat_id', ['task_id', 'message_id', 'file_id', 'doc_id']),
  'nifty.subtask.list': {
    input: (sample, { samples }) => ({
      ...sample,
      project_id: first(samples, 'task', ({ task }) => task !== null).project,
    }),
  },
  'nifty.time.report': thatHas('time', 'project', 'project_id'),
  // The newest project is new: it has what was made before.
  'nifty.project.listFields': { after: 'project.addField' },
  'nifty.task.listFields': { after: 'task.addField' },
  'nifty.milestone.list': { after: 'milestone.create' },
  'nifty.task.addField': withValue,
  'nifty.task.updateField': { ...withValue, after: 'task.addField' },
  'nifty.task.move': {
    input: (sample, { samples }) => ({ ...sample, to: { id: first(samples, 'taskgroup').id, type: 'task_group' } }),
  },
  // One with tasks cannot be deleted.
  'nifty.taskgroup.delete': { after: 'taskgroup.create' },
  'nifty.taskgroup.moveTasks': {
    input: (sample, { samples }) => ({
      ...sample,
      target_taskgroup_id: first(samples, 'taskgroup', ({ id }) => id !== sample.taskgroup_id).id,
    }),
  },
  'nifty.document.setMembers': {
    input: (sample, { samples }) => ({ ...sample, members: [{ id: first(samples, 'member').id, permission: 'view' }] }),
  },
  'nifty.file.upload': {
    input: (sample, { samples }) => ({ ...sample, project_id: first(samples, 'project').id }),
  },
};
