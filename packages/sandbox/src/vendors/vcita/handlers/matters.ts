import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { removeClient } from '../records/client-rules.ts';
import { mattersOf, nameOfMatter } from '../records/matters.ts';
import { addTags, removeTags } from '../records/tags.ts';
import { fullName } from '../views/view.ts';
import { refused } from '../wire/refusals.ts';
import { createIn, found, listOf, oneRow, removeFrom, updateIn } from './table.ts';

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const startsWith = (row: Row, text: string, { twin }: Call): boolean => {
  const client = twin.store.find('client', row.client_id);
  const start = text.toLowerCase();
  return [nameOfMatter(row), client && fullName(client), client?.last_name, client?.email, client?.phone].some(
    (value) =>
      String(value ?? '')
        .toLowerCase()
        .startsWith(start),
  );
};

/** Matters by the start of a name, email or phone, or by their identifiers: there is no list of all. */
const list: Handler = (call) => {
  const { query, twin } = call;
  if (query.start_with === undefined && query.uids === undefined)
    throw refused(422, 'missing_param', 'filter is missing');
  const ids = textsIn(query.uids);
  const rows = twin.store
    .rows('matter')
    .filter((row) => row.deleted !== true)
    .filter((row) => (query.uids ? ids.includes(row.id) : startsWith(row, String(query.start_with), call)));
  return { kind: 'rows', rows: rows.slice(0, Number(query.per_page ?? 25)) };
};

/** A client that is left without matters disappears. */
const nest: Handler = ({ path, body, twin, actor }) => {
  const matter = found('matter', path.matter_uid, twin);
  const before = twin.store.find('client', matter.client_id);
  const row = twin.records.update('matter', matter.id, { client_id: body.contact_uid }, actor);
  if (before && before.id !== body.contact_uid && mattersOf(before.id, twin).length === 0)
    removeClient(before, twin, actor);
  return { kind: 'row', row };
};

const reassign: Handler = ({ path, body, twin, actor }) => {
  const matter = found('matter', path.matter_uid, twin);
  const staff_id = body.staff_uid ?? twin.store.rows('staff')[0]?.id;
  const now = twin.scheduler.stamp();
  if (body.reassign_future_meetings === true)
    for (const row of twin.store.rows('appointment'))
      if (row.matter_uid === matter.id && String(row.start_time) > now)
        twin.records.update('appointment', row.id, { staff_id }, actor);
  return { kind: 'row', row: twin.records.update('matter', matter.id, { staff_id }, actor) };
};

const noteOf = ({ path, twin }: Call): Row => {
  const note = found('clientNote', path.note_uid, twin);
  if (note.matter_uid !== path.matter_uid) throw refused(422, 'invalid', 'Not Found');
  return note;
};

const collaborator = ({ path, body, twin }: Call): Row | undefined =>
  twin.store
    .rows('matterCollaborator')
    .find((row) => row.matter_uid === path.matter_uid && row.staff_id === (path.staff_uid ?? body.staff_uid));

const addCollaborator: Handler = (call) => {
  const known = collaborator(call);
  if (known) return { kind: 'row', row: known };
  return createIn('matterCollaborator', () => ({ follow_up: false }))(call);
};

const removeCollaborator: Handler = (call) => {
  const row = collaborator(call);
  if (!row) throw refused(422, 'invalid', 'Not Found');
  call.twin.records.remove('matterCollaborator', row.id, call.actor);
  return { kind: 'nothing' };
};

const ofPath = ({ path, twin }: Call): Row => found('matter', path.matter_uid, twin);

const tagsOf = (row: Row) => oneRow({ tags: textsIn(row.tags) });

/** Tags go to several matters at once. */
const bulk =
  (change: typeof addTags): Handler =>
  ({ body, twin, actor }) => {
    change(textsIn(body.matter_uids), textsIn(body.tags), twin, actor);
    return { kind: 'nothing' };
  };

/** Calls on matters, their notes, tags and collaborators. */
export const matterHandlers: Readonly<Record<string, Handler>> = {
  'matter.list': list,
  'matter.listByClient': listOf('matter', (row, { path }) => row.client_id === path.client_id && row.deleted !== true),
  'matter.nest': nest,
  'matter.reassign': reassign,
  'matterNote.list': listOf('clientNote', (row, { path }) => row.matter_uid === path.matter_uid),
  'matterNote.get': (call) => ({ kind: 'row', row: noteOf(call) }),
  'matterNote.create': createIn('clientNote', ({ twin }) => ({ staff_id: twin.store.rows('staff')[0]?.id })),
  'matterNote.update': (call) => noteOf(call) && updateIn('clientNote')(call),
  'matterNote.delete': (call) => noteOf(call) && removeFrom('clientNote')(call),
  'matterCollaborator.add': addCollaborator,
  'matterCollaborator.remove': removeCollaborator,
  'tag.list': (call) => tagsOf(ofPath(call)),
  'tag.add': (call) => {
    addTags([ofPath(call).id], [String(call.body.tag)], call.twin, call.actor);
    return tagsOf(ofPath(call));
  },
  'tag.remove': (call) => {
    removeTags([ofPath(call).id], [String(call.body.tag)], call.twin, call.actor);
    return { kind: 'nothing' };
  },
  'tag.bulkAdd': bulk(addTags),
  'tag.bulkRemove': bulk(removeTags),
  'cardRequest.get': ({ path, twin }) => {
    const row = twin.store.rows('cardRequest').find(({ client_id }) => client_id === path.client_uid);
    if (!row) throw refused(422, 'invalid', 'Not Found');
    return { kind: 'row', row };
  },
  'conversation.list': listOf('matter', (row, { query }) => inFolder(row, query.folder)),
  'conversation.listV2': listOf('matter', (row) => row.deleted !== true),
  'conversation.update': updateIn('matter'),
};

const folders: Readonly<Record<string, (row: Row) => boolean>> = {
  all: () => true,
  trash: (row) => row.deleted === true,
  archived: (row) => row.archived === true,
  follow_up: (row) => row.follow_up === true,
  attention: (row) => row.business_unread === true,
};

const inFolder = (row: Row, folder: unknown): boolean =>
  folders[String(folder)]?.(row) ?? (row.deleted !== true && row.archived !== true);
