import { choice, id, json, list, longText, ref, text } from '../../define/field.ts';

/** Set by Nifty on every record: letters, digits, `_`, `-` and `!`. */
export const identity = { id: id('Identifier given by Nifty', { readOnly: true }) } as const;

/** Direction of lists whose sort key is fixed. */
export const direction = {
  sort: choice(['ascending', 'descending'], 'Direction; the sort key cannot be chosen'),
} as const;

/** For forms in which a task, status, milestone, member, document or file is chosen without a project of their own. */
export const ofProject = {
  project_id: ref('project', 'Project to choose from; not sent'),
} as const;

/** Status in a path. */
export const statusInPath = { task_group_id: ref('taskgroup', 'Which status', { label: 'Status ID' }) } as const;

/** Statuses are sent under another name than they come back. */
export const statusId = { task_group_id: ref('taskgroup', 'Status', { label: 'Status ID' }) } as const;

/** The project that a record is made in or listed by. */
export const projectId = { project_id: ref('project', 'Project', { required: true }) } as const;

/** Where to move; `project_id` in the form is the project that the record is chosen from. */
export const targetProject = {
  target_project_id: ref('project', 'Project to move to', { wire: 'project_id', required: true }),
} as const;

/** Portfolio of a project. */
export const portfolioId = { subteam_id: ref('subteam', 'Portfolio', { label: 'Portfolio ID' }) } as const;

/** Free text beside a name. */
export const description = longText('Description', { example: 'Sketches, then two rounds of corrections' });

/** Members to add or to take away. */
export const memberIds = list(ref('member', 'A member'), 'Member IDs, not user IDs', { required: true });

/** Labels to add or to take away. */
export const labelIds = {
  labels: list(ref('label', 'A label'), 'Label IDs', { required: true }),
} as const;

/** Tasks to act on. */
export const taskIds = list(ref('task', 'A task'), 'Task IDs', { required: true });

/** What Nifty answers to a change when it does not send the record. */
export const confirmation = { message: text('What Nifty says', { readOnly: true }) } as const;

/** Definition of a custom field. No answer is known: the names are those that making one takes. */
export const fieldDefinition = {
  ...identity,
  name: text('Name', { example: 'Print run' }),
  type: text('Kind of field', { example: 'number' }),
  description: text('Description'),
  options: json('Choices of a dropdown'),
} as const;
