import { choice, dateTime, flag, json, list, longText, object, ref, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { messageFields, messageTargets } from '../message-fields.ts';
import { ofProject } from '../shared-fields.ts';
import { feedglance, mcp, opencode, reference } from '../sources.ts';

const kinds = ['text', 'gif', 'document'] as const;
const written = longText('Text; a mention is <@memberId>', { required: true, example: 'The second variant, please' });
const createSource = `${reference}-messagesapicontroller_createmessage ; ${feedglance}`;
const listSource = `${reference}-messagesapicontroller_getmessages ; ${feedglance}`;

const targets = {
  chat_id: ref('chat', 'Chat; project discussions are not offered'),
  task_id: ref('task', 'Task'),
  message_id: ref('message', 'Message that is replied to'),
  file_id: ref('file', 'File'),
  doc_id: ref('document', 'Document', { label: 'Document ID' }),
} as const;

/** Discussions are not among the chats: the chat stands in the project. */
const discussion = {
  chat_id: ref('chat', 'Discussion; or give its project', {
    required: true,
    otherwise: {
      instead: {
        name: 'project_id',
        field: ref('project', 'Project whose discussion is meant; or give the discussion'),
      },
      operation: 'project.get',
      input: { project_id: '{project_id}' },
      take: 'general_discussion',
    },
  }),
} as const;

/** For forms in which a comment is chosen. */
const ofTask = { ...ofProject, task_id: ref('task', 'Task to choose a comment of; not sent') } as const;

/** What people write: in the discussion of a project, in chats, and as comments. */
export const message = defineResource({
  name: 'message',
  label: 'Message',
  description: 'A comment on a task, file or document, or a message in a discussion or chat',
  title: 'text',
  lookup: { narrowedBy: ['task_id'] },
  fields: {
    ...messageFields,
    // Deliveries carry the author with a good deal of private data; answers carry the ID alone.
    author: object(
      {
        id: ref('member', 'Member'),
        user: json('Name and mail address', { secret: true }),
        team: json('Workspace', { secret: true }),
        role: json('Role', { secret: true }),
      },
      'Author',
      { readOnly: true },
    ),
  },
  operations: {
    list: {
      route: 'GET /api/v1.0/messages',
      summary: 'Get many messages or comments',
      description: 'Those of a task tell its activity as well',
      choosing: ofProject,
      query: {
        ...targets,
        entity_key: text('Thread in a document'),
        before_id: ref('message', 'Only before this message'),
        after_id: ref('message', 'Only after this message'),
        before_date: text('Only before this date', { example: '2026-12-01T00:00:00.000Z' }),
        after_date: text('Only after this date', { example: '2026-11-01T00:00:00.000Z' }),
        annotation_id: text('Thread of an annotation', { label: 'Annotation ID' }),
        type: text('Kind of message', { suggestions: kinds }),
        useCache: flag('Answer from the cache'),
      },
      oneOf: [messageTargets],
      returns: 'many',
      rowsPath: ['messages', 'items', ''],
      row: messageFields,
      evidence: 'documented',
      source: listSource,
    },
    get: {
      route: 'GET /api/v1.0/messages/{message_id}',
      summary: 'Get a message or comment',
      choosing: ofTask,
      returns: 'one',
      row: messageFields,
      evidence: 'partly',
      source: `${mcp}:src/tools/messages.ts`,
    },
    create: {
      route: 'POST /api/v1.0/messages',
      summary: 'Create a message or comment',
      choosing: ofProject,
      body: {
        fields: {
          type: choice(kinds, 'Kind', { default: 'text' }),
          text: longText('Needed for text; a mention is <@memberId>', { example: 'The second variant, please' }),
          ...targets,
          url: url('Address, needed for gif', { label: 'URL' }),
          doc_attachment: ref('document', 'Needed for document', { label: 'Attached Document' }),
          entity_key: text('Thread, needed for a document'),
          nifty_files: list(ref('file', 'A file'), 'IDs of uploaded files', { label: 'Files' }),
          external_files: list(text('A file'), 'Attachments from elsewhere'),
          task: json('Task data to embed'),
          date: dateTime('When it was written'),
          bot_name: text('Name shown as sender', { example: 'Studio bot' }),
          bot_avatar: url('Picture shown as sender'),
          emails: text('Mentioned mail addresses, with commas'),
          context_text: text('Quoted text'),
        },
        optional: ['hidden', 'annotation_id', 'audio_duration'],
      },
      oneOf: [messageTargets],
      returns: 'one',
      itemPath: ['data', ''],
      row: messageFields,
      evidence: 'documented',
      source: createSource,
    },
    update: {
      route: 'PUT /api/v1.0/messages/{message_id}',
      summary: 'Update a message or comment',
      choosing: ofTask,
      body: {
        required: ['text'],
        fields: {
          type: text('Kind; one client sends text', { example: 'text' }),
          nifty_files: list(ref('file', 'A file'), 'IDs of attached files', { label: 'Files' }),
        },
        optional: ['hide_link_preview'],
      },
      returns: 'one',
      readBack: 'always',
      row: messageFields,
      evidence: 'partly',
      source: `${opencode} ; ${mcp}:src/tools/messages.ts`,
    },
    delete: {
      route: 'DELETE /api/v1.0/messages/{message_id}',
      summary: 'Delete a message or comment',
      choosing: ofTask,
      returns: 'nothing',
      evidence: 'partly',
      source: `${feedglance} ; ${mcp}:src/tools/messages.ts`,
    },
    see: {
      route: 'POST /api/v1.0/messages/{message_id}/see',
      summary: 'Mark a message as seen',
      choosing: ofTask,
      returns: 'nothing',
      idempotent: true,
      evidence: 'inferred',
      source: `${mcp}:src/tools/messages.ts`,
    },
    comment: {
      route: 'POST /api/v1.0/messages',
      summary: 'Comment on a task',
      choosing: ofProject,
      body: { fields: { task_id: ref('task', 'Task', { required: true }), text: written }, fixed: { type: 'text' } },
      returns: 'one',
      itemPath: ['data', ''],
      row: messageFields,
      evidence: 'documented',
      source: createSource,
    },
    discuss: {
      route: 'POST /api/v1.0/messages',
      summary: 'Post in the discussion of a project',
      body: { fields: { ...discussion, text: written }, fixed: { type: 'text' } },
      returns: 'one',
      itemPath: ['data', ''],
      row: messageFields,
      evidence: 'documented',
      source: createSource,
    },
    listDiscussion: {
      route: 'GET /api/v1.0/messages',
      summary: 'Get many messages of a project',
      description: 'Those of its discussion',
      query: discussion,
      returns: 'many',
      rowsPath: ['messages', 'items', ''],
      row: messageFields,
      evidence: 'documented',
      source: listSource,
    },
  },
});
