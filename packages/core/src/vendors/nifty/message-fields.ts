import { dateTime, flag, integer, list, longText, object, ref, text, url } from '../../define/field.ts';
import { attachmentFields } from './file-fields.ts';
import { identity } from './shared-fields.ts';

/** A comment or message in an answer; messages of a task tell its activity as well. */
export const messageFields = {
  ...identity,
  type: text('Kind: text, gif or document', { readOnly: true }),
  subtype: text('Kind of activity; null for what a person wrote', { readOnly: true }),
  text: longText('Text; a mention is <@memberId>', { example: 'The second variant, please' }),
  url: url('Address of a GIF', { label: 'URL' }),
  chat: ref('chat', 'Chat, on discussion messages', { readOnly: true }),
  thread: ref('message', 'Message that it replies to', { readOnly: true }),
  task: ref('task', 'Task, on comments', { readOnly: true }),
  file: ref('file', 'File, on comments', { readOnly: true }),
  document: ref('document', 'Document, on comments', { readOnly: true }),
  entity_key: text('Thread in a document'),
  author: ref('member', 'Author', { readOnly: true }),
  replies: integer('Replies', { readOnly: true }),
  repliers: list(ref('member', 'A member'), 'Who replied', { readOnly: true }),
  tagged: list(ref('member', 'A member'), 'Who is mentioned', { readOnly: true }),
  seen_by: list(ref('member', 'A member'), 'Who has seen it', { readOnly: true }),
  hidden: list(ref('member', 'A member'), 'Who does not see it, presumably'),
  doc_attachment: ref('document', 'Attached document', { label: 'Attached Document' }),
  attachments: list(object(attachmentFields, 'A file'), 'Attached files', { readOnly: true }),
  hide_link_preview: flag('Links are shown without preview'),
  is_edited: flag('Edited', { readOnly: true }),
  is_deleted: flag('Deleted; stays in the list', { readOnly: true }),
  created_at: dateTime('When it was written', { readOnly: true }),
  updated_at: dateTime('When it was last changed', { readOnly: true }),
  annotation_id: text('Annotation', { label: 'Annotation ID' }),
  heardBy: list(ref('member', 'A member'), 'Who has heard it', { readOnly: true }),
  audio_duration: text('Length of attached audio'),
  heard: flag('Heard by the caller', { readOnly: true }),
} as const;

/** Where messages hang: exactly one is given. */
export const messageTargets = ['chat_id', 'task_id', 'message_id', 'file_id', 'doc_id'] as const;
