import type { InputValues, Row } from '@patchbay/core';
import type { Samples } from './sample-input.ts';

/** What an operation needs that its definition cannot tell: how records must be for it to make sense. */
export interface Scene {
  /** Operation of the same vendor that is called before, with a sample of its own */
  readonly after?: string;
  readonly input?: (sample: InputValues, samples: Samples) => InputValues;
}

const first = (samples: Samples, resource: string, fits: (row: Row) => boolean = () => true): Row =>
  samples[resource]?.find(fits) ?? {};

const dates = { start: '2026-12-01T00:00:00.000Z', end: '2026-12-18T00:00:00.000Z' };
const withValue: Scene = { input: (sample) => ({ ...sample, value: 'Oak' }) };

/** By vendor and operation. */
export const scenes: Readonly<Record<string, Scene>> = {
  'nifty.milestone.create': { input: (sample) => ({ ...dates, ...sample }) },
  'nifty.message.create': { input: (sample) => ({ text: 'Proofs are in', ...sample }) },
  'nifty.project.addField': { input: (sample) => ({ ...sample, roles: ['owner'] }) },
  // Its owner cannot leave a project.
  'nifty.project.leave': {
    input: (sample, samples) => {
      const { owner } = first(samples, 'project');
      return { ...sample, project_id: first(samples, 'project', (row) => row.owner !== owner && !row.archived).id };
    },
  },
  'nifty.task.addField': withValue,
  'nifty.task.updateField': { ...withValue, after: 'task.addField' },
  'nifty.task.move': {
    input: (sample, samples) => ({ ...sample, to: { id: first(samples, 'taskgroup').id, type: 'task_group' } }),
  },
  // One with tasks cannot be deleted.
  'nifty.taskgroup.delete': { after: 'taskgroup.create' },
  'nifty.taskgroup.moveTasks': {
    input: (sample, samples) => ({
      ...sample,
      target_taskgroup_id: first(samples, 'taskgroup', ({ id }) => id !== sample.taskgroup_id).id,
    }),
  },
  'nifty.document.setMembers': {
    input: (sample, samples) => ({ ...sample, members: [{ id: first(samples, 'member').id, permission: 'view' }] }),
  },
  'nifty.file.upload': {
    input: (sample, samples) => ({ ...sample, project_id: first(samples, 'project').id }),
  },
};
