import type { Actor, ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { unknownLinks, unknownRecord, withReference } from './checks.ts';
import { linksOf, mergeFields } from './lists.ts';
import { followProgress } from './progress.ts';

const byPriority = (one: Row, other: Row): number => Number(one.priority) - Number(other.priority);

/** Rows of a board in their order: its stages, labels or statuses. */
export const ofBoard = (table: 'stage' | 'label' | 'status', board: unknown, { store }: Twin): Row[] =>
  store
    .rows(table)
    .filter((row) => row.board_id === board)
    .sort(byPriority);

/** The status that new cards of a board get. */
export const entryStatus = (board: unknown, twin: Twin): Row | undefined => {
  const statuses = ofBoard('status', board, twin);
  return statuses.find(({ entry }) => entry === true) ?? statuses[0];
};

/** What a card of a collection is made of when nobody says otherwise. */
export const newCard = (collection: Row, twin: Twin): Readonly<Record<string, unknown>> => ({
  name: '',
  description: '',
  collection_id: collection.id,
  board_id: collection.board_id,
  stage_id: ofBoard('stage', collection.board_id, twin)[0]?.id ?? null,
  status_id: entryStatus(collection.board_id, twin)?.id ?? null,
  position: twin.store.rows('card').length,
  days_diff: 0,
  days_active: 0,
  locked: false,
  time_tracking_running: false,
  time: 0,
  custom_fields: [],
  labels: [],
  activities: [],
  resources: [],
});

/** Removes a card with its checklists and relations; hours that were worked stay. */
export const removeCard = ({ id }: Row, twin: Twin, actor: Actor): void => {
  const { store, records } = twin;
  for (const row of store.rows('cardChecklist').filter(({ card_id }) => card_id === id))
    records.remove('cardChecklist', row.id, actor);
  for (const row of store.rows('cardRelation').filter((row) => row.card_id === id || row.related_card_id === id))
    records.remove('cardRelation', row.id, actor);
  records.remove('card', id, actor);
};

/** A card takes board, stage and status from its collection's board unless it is told them. */
export const cardRules: ResourceRules = withReference('card', {
  unstamped: ['labels', 'activities', 'resources'],
  defaults(values, twin) {
    const collection = twin.store.find('collection', values.collection_id);
    return collection ? newCard(collection, twin) : {};
  },
  check: (values, _, twin) => [
    ...unknownLinks(values, 'labels', 'label', twin),
    ...unknownRecord(values, 'status_id', 'status', twin),
  ],
  prepare: (values, before, { twin }) => ({
    ...values,
    ...('labels' in values && { labels: linksOf(values.labels) }),
    // Whether a card keeps custom fields that an update leaves out is not documented: it does here.
    ...('custom_fields' in values && {
      custom_fields: mergeFields(values.custom_fields, before?.custom_fields, true, twin),
    }),
  }),
  storeNested: (card, _, { twin, actor }) => followProgress(card.collection_id, twin, actor),
  remove: removeCard,
});
