import { refusal } from '../../../api-error.ts';
import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { part, textsIn, type Values } from '../values.ts';
import { ownRecord } from './own-record.ts';

/** The newer API takes no hyphen in identifiers. */
const documentOf = (call: Call): Row => {
  if (!/^[\w!]+$/.test(call.path.document_id ?? ''))
    throw refusal(400, 'documentId: is malformed', 'An id has letters, digits, _ and ! only');
  return ownRecord(call, 'document');
};

const personOf = (id: unknown, { store }: Twin): Values => ({
  ...part(store.find('member', id) ?? {}, ['id', 'name']),
});

const expansions: Readonly<Record<string, (row: Row, twin: Twin) => unknown>> = {
  project: ({ project_id }, { store }) => part(store.find('project', project_id) ?? {}, ['id', 'name']),
  author: ({ author }, twin) => personOf(author, twin),
  parentDocument: ({ parent_doc_id }, { store }) => {
    const parent = store.find('document', parent_doc_id);
    return parent ? { id: parent.id, title: parent.name } : null;
  },
  deletedBy: () => null,
  createdByActor: ({ author }, twin) => ({ type: 'user', ...personOf(author, twin) }),
  updatedByActor: ({ author }, twin) => ({ type: 'user', ...personOf(author, twin) }),
  labels: ({ labels }, { store }) =>
    textsIn(labels).map((id) => part(store.find('label', id) ?? { id }, ['id', 'name'])),
};

/** A document in camelCase, with the related records that `expand` asks for. */
export const get: Handler = (call) => {
  const { query, twin } = call;
  const row = documentOf(call);
  const wanted = textsIn(query.expand).flatMap((name) =>
    expansions[name] ? [[name, expansions[name](row, twin)]] : [],
  );
  const content = {
    id: row.id,
    title: row.name,
    editorVersion: 2,
    projectId: row.project_id,
    parentDocumentId: row.parent_doc_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    createdByActor: { id: row.author, type: 'user' },
    ...Object.fromEntries(wanted),
  };
  return { kind: 'content', content };
};

/** The text of a document as Markdown; content of another form than ours has none. */
export const getContent: Handler = (call) => {
  const { content } = documentOf(call);
  const { text } = Object(content) as Values;
  const markdown = typeof text === 'string' ? text : '';
  return {
    kind: 'content',
    content: {
      format: 'markdown',
      content: markdown,
      truncated: false,
      byteSize: Buffer.byteLength(markdown),
      lossy: typeof text !== 'string',
    },
  };
};
