import { dateTime, flag, integer, list, longText, number, ref, text, url } from '../../define/field.ts';
import { identity } from './shared-fields.ts';

/** A task or subtask in an answer. */
export const taskFields = {
  ...identity,
  nice_id: text('Key that people see', { label: 'Key', readOnly: true, example: 'LUM-12' }),
  name: text('Name', { example: 'Draw the logo variants' }),
  description: longText('Description', { example: 'Three variants in black and white' }),
  project: ref('project', 'Project', { readOnly: true }),
  task_group: ref('taskgroup', 'Status', { label: 'Status', readOnly: true }),
  milestone: ref('milestone', 'Milestone or list; not on subtasks', { readOnly: true }),
  task: ref('task', 'Parent; only on subtasks', { label: 'Parent Task', readOnly: true }),
  dependency: ref('task', 'Task that must be done before'),
  completed: flag('Completed', { readOnly: true }),
  completed_on: dateTime('When it was completed', { readOnly: true }),
  completed_by: ref('member', 'Who completed it', { readOnly: true }),
  archived: flag('Archived', { readOnly: true }),
  start_date: dateTime('Start', { example: '2026-12-01T09:00:00.000Z' }),
  due_date: dateTime('Due', { example: '2026-12-04T17:00:00.000Z' }),
  story_points: text('Estimate, a number as text', { readOnly: true }),
  assignees: list(ref('member', 'A member'), 'Member IDs, not user IDs'),
  labels: list(ref('label', 'A label'), 'Label IDs'),
  subscribers: list(ref('member', 'A member'), 'Member IDs', { readOnly: true }),
  total_subtasks: integer('Subtasks; not on subtasks', { readOnly: true }),
  completed_subtasks: integer('Completed subtasks; not on subtasks', { readOnly: true }),
  comments: integer('Comments and changes of structure', { readOnly: true }),
  order: number('Position'),
  created_at: dateTime('When it was made', { readOnly: true }),
  created_by: ref('member', 'Who made it', { readOnly: true }),
} as const;

/** Sent under other names or kinds than they come back. */
export const taskInputs = {
  milestone_id: ref('milestone', 'Milestone or list'),
  story_points: number('Estimate', { example: 3 }),
} as const;

/** Seen in one client only. */
export const taskExtras = {
  banner: url('Picture on top; seen in one client'),
  embed_url: url('Page to embed; seen in one client', { label: 'Embed URL' }),
} as const;

/** Dates that `null` takes away. */
export const clearableDates = {
  start_date: dateTime('Start; null clears it', { nullable: true, example: '2026-12-01T09:00:00.000Z' }),
  due_date: dateTime('Due; null clears it', { nullable: true, example: '2026-12-04T17:00:00.000Z' }),
} as const;
