import { dateTime, flag, id, integer, list, ref, text, url } from '../../define/field.ts';
import { identity } from './shared-fields.ts';

/** A file as it hangs on a message. */
export const attachmentFields = {
  ...identity,
  name: text('Name', { readOnly: true, example: 'logo-variants.pdf' }),
  size: integer('Size', { unit: 'bytes', readOnly: true }),
  url: url('Link', { label: 'URL', readOnly: true }),
  download: url('Link to download', { readOnly: true }),
  thumbnail: url('Small picture', { readOnly: true }),
  uploader: id('Who uploaded it', { readOnly: true }),
  comments: integer('Comments', { readOnly: true }),
  created_at: dateTime('When it was uploaded', { readOnly: true }),
  googleId: text('Identifier at Google', { readOnly: true }),
  googleType: text('Kind at Google', { readOnly: true }),
  processed: flag('Processed', { readOnly: true }),
} as const;

/** A file in an answer. */
export const fileFields = {
  ...attachmentFields,
  task: ref('task', 'Task', { readOnly: true }),
  project_id: ref('project', 'Project', { readOnly: true }),
  message: text('Message that brought it', { readOnly: true }),
  labels: list(ref('label', 'A label'), 'Label IDs', { readOnly: true }),
  folder: ref('folder', 'Folder', { readOnly: true }),
  folder_stack: list(text('A folder'), 'Folder path'),
  document: ref('document', 'Document', { readOnly: true }),
  annotations_task_id: ref('task', 'Task for annotations'),
} as const;
