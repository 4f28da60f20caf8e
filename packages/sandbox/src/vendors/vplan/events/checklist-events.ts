import { changedNames } from '../../../records.ts';
import type { Change, TwinEvent } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { plain } from '../query/plain.ts';
import { pivotsOf } from '../records/lists.ts';

type Content = Readonly<Record<string, unknown>>;

const none = { attached: {}, detached: {}, updated: {}, new: {} };

const itemEvents = ({ row, before }: Change): [how: string, data: Content][] => {
  const [was, is] = [pivotsOf(before?.items), pivotsOf(row.items)];
  const old = (item: Row): Row | undefined => was.find(({ id }) => id === item.id);
  return [
    ...is.filter((item) => !old(item)).map((item): [string, Content] => ['attached', { attached: item }]),
    ...was
      .filter((item) => !is.some(({ id }) => id === item.id))
      .map((item): [string, Content] => ['detached', { detached: item }]),
    ...is
      .filter((item) => old(item) && JSON.stringify(old(item)) !== JSON.stringify(item))
      .map((item): [string, Content] => ['updated', { updated: item }]),
  ];
};

/** What an event of the checklist itself holds. Which key it is, the documentation does not show. */
const ownEvents = (change: Change, twin: Twin): [how: string, data: Content][] => {
  const { kind, row, before } = change;
  const checklist = plain('collectionChecklist', row, twin);
  if (kind === 'created') return [['created', { new: checklist }]];
  if (kind === 'deleted') return [['deleted', { detached: checklist }]];
  const names = changedNames(before ?? row, row).filter((name) => name !== 'items' && name !== 'updated_at');
  if (names.length === 0) return [];
  const values = Object.fromEntries(names.map((name) => [name, row[name]]));
  return [['updated', { updated: { id: row.id, ...values } }]];
};

/** Events of a collection's checklist and its items; the record that they speak of is the collection. */
export const checklistEvents = (change: Change, twin: Twin): TwinEvent[] => {
  const collection = twin.store.find('collection', change.row.collection_id);
  const current = collection ? plain('collection', collection, twin) : {};
  const event = (name: string, [how, data]: [string, Content]): TwinEvent => ({
    event: `collection.checklist.${name}${how}`,
    data: { ...none, ...data, current },
    about: String(change.row.name),
  });
  return [
    ...ownEvents(change, twin).map((one) => event('', one)),
    ...(change.kind === 'deleted' ? [] : itemEvents(change).map((one) => event('item.', one))),
  ];
};
