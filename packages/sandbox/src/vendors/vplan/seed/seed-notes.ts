import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { ownStorage } from '../records/attachment-rules.ts';
import { cardsOf } from '../records/progress.ts';
import { cardChecklists, collectionChecklists, comments, files, links } from './notes.ts';
import { found, inDays, type Values, type Write } from './writer.ts';

const collectionAt = (place: number, { store }: Twin): Row => store.rows('collection')[place] as Row;

/** Items of a checklist, of which the first so many are ticked. */
const itemsOf = (texts: readonly string[], checked: number, twin: Twin): Values[] =>
  texts.map((description, index) => ({
    id: twin.random.uuid(),
    description,
    position: index + 1,
    checked: index < checked,
    created_at: `${inDays(-10, twin)}T08:00:00.000Z`,
    updated_at: `${inDays(-10, twin)}T08:00:00.000Z`,
  }));

const seedChecklists = (twin: Twin, write: Write): void => {
  const all = [
    ...collectionChecklists.map((list) => ['collectionChecklist', list] as const),
    ...cardChecklists.map((list) => ['cardChecklist', list] as const),
  ];
  for (const [table, { collection, name, items, checked }] of all) {
    const owner = collectionAt(collection, twin);
    const card_id = table === 'cardChecklist' ? cardsOf(owner, twin)[0]?.id : null;
    const checklist = write(table, { name, collection_id: owner.id, card_id });
    const own = itemsOf(items, checked, twin).map((item) => ({ ...item, checklist_id: checklist.id }));
    twin.store.put(table, { ...checklist, items: own });
  }
};

const seedAttachments = (twin: Twin, write: Write): void => {
  for (const { collection, ...link } of links)
    write('attachment', { ...link, type: 'external', collection_id: collectionAt(collection, twin).id });
  for (const { collection, filename, type, content } of files) {
    const { id, url, size, sha256 } = twin.files.keep(filename, type, content);
    const stored = { filename, file: url, file_id: id, type: ownStorage, bytes: size, checksum: sha256 };
    write('attachment', { ...stored, collection_id: collectionAt(collection, twin).id });
  }
};

/** Hours on the cards that are finished: what was estimated, by one of two people, in turn. */
const seedTime = (twin: Twin, write: Write): void => {
  const people = ['mvermeer', 'jkowalski'].map((name) => found('user', 'username', name, twin).id);
  const activity = found('activity', 'code', 'SAW', twin).id;
  const worked = twin.store.rows('card').filter(({ completed_at }) => typeof completed_at === 'string');
  worked.forEach((card, index) => {
    const day = inDays(-1 - index, twin);
    const duration = Number(card.time);
    const start = Date.parse(`${day}T07:30:00.000Z`);
    const times = { start: new Date(start).toISOString(), end: new Date(start + duration * 60_000).toISOString() };
    const who = { card_id: card.id, user_id: people[index % 2], activity_id: activity };
    write('timeTracking', { ...who, ...times, duration, status: index === 0 ? 'approved' : 'pending', note: null });
  });
  const [next] = twin.store.rows('card').filter(({ completed_at }) => completed_at === null);
  const draft = { duration: 35, status: 'draft', note: 'Waited for wood', user_id: people[1] };
  if (next) write('timeTracking', { ...draft, card_id: next.id, activity_id: activity });
};

/** Cards of one collection wait for each other. */
const seedRelations = (twin: Twin, write: Write): void => {
  const [first, second] = cardsOf(collectionAt(1, twin), twin);
  if (first && second) write('cardRelation', { type: 'blocks', card_id: first.id, related_card_id: second.id });
};

/** What people added to the work: comments, followers, checklists, attachments, hours and links between cards. */
export const seedNotes = (twin: Twin, write: Write): void => {
  for (const { collection, user, text } of comments)
    write('comment', {
      text,
      collection_id: collectionAt(collection, twin).id,
      user_id: found('user', 'username', user, twin).id,
    });
  const first = collectionAt(0, twin);
  twin.store.put('collection', { ...first, followers: [{ id: found('user', 'username', 'syilmaz', twin).id }] });
  seedChecklists(twin, write);
  seedAttachments(twin, write);
  seedTime(twin, write);
  seedRelations(twin, write);
};
