import { choice, dateTime, flag, id, integer, json, list, number, object, ref, text } from '../../define/field.ts';
import { direction, identity } from './shared-fields.ts';

/** A document in an answer of v1. */
export const documentFields = {
  ...identity,
  name: text('Name', { example: 'Brand guidelines' }),
  access_type: text('Who can read it', { readOnly: true }),
  type: text('Kind', { suggestions: ['doc', 'embed', 'external'] }),
  subtype: text('Kind within the kind'),
  external_id: text('Identifier in another system', { label: 'External ID' }),
  content: json('Content in the form of Nifty, not published'),
  author: id('Author', { readOnly: true }),
  project_id: ref('project', 'Project', { readOnly: true }),
  tasks: list(ref('task', 'A task'), 'Tasks', { readOnly: true }),
  archived: flag('Archived'),
  members: list(
    object(
      {
        id: ref('member', 'Member'),
        permission: text('What they may do'),
        is_author: flag('Author'),
        active: flag('Active'),
        last_seen: text('When they last saw it'),
        last_edited: text('When they last changed it'),
      },
      'A member',
    ),
    'Members',
    { readOnly: true },
  ),
  discussion_keys: list(text('A thread'), 'Threads of comments', { readOnly: true }),
  public_token: text('Opens the document', { readOnly: true, secret: true }),
  share_token: text('Opens the document', { readOnly: true, secret: true }),
  created_at: dateTime('When it was made', { readOnly: true }),
  comments: integer('Comments', { readOnly: true }),
  hasAccess: flag('The caller may read it', { readOnly: true }),
  labels: list(ref('label', 'A label'), 'Label IDs', { readOnly: true }),
  folder: ref('folder', 'Folder', { readOnly: true }),
  order: number('Position'),
  multipage: flag('Has pages'),
  parent_doc_id: ref('document', 'Document that it is a page of', { label: 'Parent Document ID' }),
} as const;

/** Narrows lists of documents. */
export const documentQuery = {
  author: id('Only of this author', { label: 'Author ID' }),
  name: text('Filter by name', { example: 'Brand' }),
  tag: text('Filter by label'),
  ...direction,
} as const;

/** Path of folders from the top. */
export const folderStack = { folder_stack: list(text('A folder'), 'Folder path') } as const;

/** Access as a number; answers tell it as text. */
export const accessType = {
  access_type: integer('0 is public, 1 limited, 2 personal', { minimum: 0, maximum: 2, example: 1 }),
} as const;

/** A document in an answer of v3. The list of fields is not complete. */
export const documentV3Fields = {
  ...identity,
  title: text('Title, name in v1', { readOnly: true }),
  editorVersion: integer('2 for documents made in Nifty', { readOnly: true }),
  projectId: ref('project', 'Project', { readOnly: true }),
  parentDocumentId: ref('document', 'Document that it is a page of', { readOnly: true }),
  createdAt: dateTime('When it was made', { readOnly: true }),
  updatedAt: dateTime('When it was last changed', { readOnly: true }),
  createdByActor: object({ id: id('Identifier'), type: text('Kind') }, 'Who made it', { readOnly: true }),
  labels: list(object({ id: ref('label', 'Label'), name: text('Name') }, 'A label'), 'Labels, when expanded', {
    readOnly: true,
  }),
} as const;

/** The text of a document in v3. */
export const documentContentFields = {
  format: choice(['markdown'], 'Format', { readOnly: true }),
  content: text('Text', { readOnly: true }),
  truncated: flag('The text is cut off', { readOnly: true }),
  byteSize: integer('Size', { unit: 'bytes', readOnly: true }),
  lossy: flag('Formatting was lost', { readOnly: true }),
} as const;
