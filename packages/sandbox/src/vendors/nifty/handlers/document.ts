import type { Call, Handler, Outcome } from '../../../rules.ts';
import { messageFor } from '../answers/acknowledge.ts';
import { meOf } from '../people.ts';
import { documentRules } from '../records/document-rules.ts';
import { type Values, withEntries, withoutEntries } from '../values.ts';
import { ownRecord } from './own-record.ts';

const change = (call: Call, values: Values): Outcome => ({
  kind: 'row',
  row: call.twin.records.update('document', ownRecord(call, 'document').id, values, call.actor),
});

/** Personal documents of the token's owner: they have no project. */
export const listPersonal: Handler = ({ twin }) => ({
  kind: 'rows',
  rows: twin.store.rows('document').filter(({ project_id, author }) => project_id === null && author === meOf(twin).id),
});

/** Creates a document of the token's owner alone. */
export const createPersonal: Handler = (call) => {
  const { body, twin, actor } = call;
  const values = documentRules.prepare?.(body, undefined, call) ?? body;
  const own = { ...documentRules.defaults?.(values, twin), ...values, access_type: 'personal', project_id: null };
  return { kind: 'row', row: twin.records.create('document', own, actor), status: 201 };
};

/** Moves a document to another project, and there into a folder. */
export const moveToProject: Handler = (call) =>
  change(call, { project_id: call.body.target_project_id, folder: call.body.folder_id ?? null });

/** Stores new text. */
export const changeContent: Handler = (call) => {
  change(call, { content: { text: call.body.content } });
  return { kind: 'nothing' };
};

interface Access {
  readonly id: string;
  readonly permission?: string;
}

const accessOf = (members: unknown): readonly Access[] => (Array.isArray(members) ? members : []);

/** Lets members into a document, or changes what they may do. */
export const setMembers: Handler = (call) => {
  const given = accessOf(call.body.members);
  const others = accessOf(ownRecord(call, 'document').members).filter(({ id }) => !given.some((one) => one.id === id));
  const added = given.map(({ id, permission = 'view' }) => ({ id, permission, is_author: false, active: true }));
  change(call, { members: [...others, ...added] });
  return { kind: 'nothing' };
};

/** Takes members out of a document. */
export const removeMembers: Handler = (call) => {
  const gone = new Set(Array.isArray(call.body.member_ids) ? call.body.member_ids : []);
  change(call, { members: accessOf(ownRecord(call, 'document').members).filter(({ id }) => !gone.has(id)) });
  return { kind: 'nothing' };
};

const label =
  (how: (list: unknown, entries: unknown) => string[]): Handler =>
  (call) => {
    const labels = how(ownRecord(call, 'document').labels, call.body.labels);
    change(call, { labels });
    return { kind: 'content', content: { message: messageFor(call), labels } };
  };

export const addLabels = label(withEntries);
export const removeLabels = label(withoutEntries);
