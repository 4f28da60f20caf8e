import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { linkIds, pivotsOf } from '../records/lists.ts';

/** How records of one kind reach those of another. */
export interface Relation {
  /** Table of the related records */
  readonly to: string;
  readonly read: (row: Row, twin: Twin) => readonly Row[] | Row | null;
}

const many = (to: string, key: string): Relation => ({
  to,
  read: (row, { store }) => store.rows(to).filter((other) => other[key] === row.id),
});
const one = (to: string, key: string): Relation => ({ to, read: (row, { store }) => store.find(to, row[key]) ?? null });
const linked = (to: string, field: string): Relation => ({
  to,
  read: (row, { store }) => linkIds(row[field]).flatMap((id) => store.find(to, id) ?? []),
});
/** Links that carry values of their own: the related record comes with them. */
const withPivot = (to: string, field: string): Relation => ({
  to,
  read: (row, { store }) =>
    pivotsOf(row[field]).flatMap(({ id, ...pivot }) => {
      const other = store.find(to, id);
      return other ? [{ ...other, ...pivot }] : [];
    }),
});
const where = (to: string, fits: (other: Row, row: Row) => boolean): Relation => ({
  to,
  read: (row, { store }) => store.rows(to).filter((other) => fits(other, row)),
});
/** Activities that name the stage, in the order that it gives them. */
const ofStage: Relation = {
  to: 'activity',
  read: ({ id }, { store }) =>
    store
      .rows('activity')
      .flatMap((activity) => {
        const link = pivotsOf(activity.stages).find((stage) => stage.id === id);
        return link ? [{ activity, priority: Number(link.priority ?? 0) }] : [];
      })
      .sort((first, second) => first.priority - second.priority)
      .map(({ activity }) => activity),
};
/** A relation that vPlan names and never explains. */
const nothing: Relation = { to: '', read: () => [] };

/** The relations of vPlan's records by the names that `with` takes. Those of stages, comments, checklists, time entries and
 * card relations are not published: the ones here follow their references. */
export const relationTable: Readonly<Record<string, Readonly<Record<string, Relation>>>> = {
  board: {
    stages: many('stage', 'board_id'),
    labels: many('label', 'board_id'),
    statuses: many('status', 'board_id'),
    collections: many('collection', 'board_id'),
    cards: many('card', 'board_id'),
  },
  stage: { board: one('board', 'board_id'), activities: ofStage },
  space: { boards: linked('board', 'boards') },
  activity: { time_tracking: many('timeTracking', 'activity_id'), stages: linked('stage', 'stages') },
  resource: {
    activities: where('activity', (activity, { type }) => activity.resource_type === type),
    cards: where('card', (card, { id }) => linkIds(card.resources).includes(id)),
    schedules: many('schedule', 'resource_id'),
    resources: nothing,
  },
  group: { resources: linked('resource', 'resources') },
  user: {
    resource: one('resource', 'resource_id'),
    time_tracking: many('timeTracking', 'user_id'),
    board_views: many('boardView', 'created_for_user_id'),
    settings: nothing,
  },
  collection: {
    activities: withPivot('activity', 'activities'),
    attachments: many('attachment', 'collection_id'),
    cards: many('card', 'collection_id'),
    comments: many('comment', 'collection_id'),
    labels: linked('label', 'labels'),
    order: {
      to: 'order',
      read: ({ id }, { store }) => store.rows('order').find(({ collection_id }) => collection_id === id) ?? null,
    },
    followers: linked('user', 'followers'),
    checklists: many('collectionChecklist', 'collection_id'),
  },
  collectionChecklist: { collection: one('collection', 'collection_id') },
  card: {
    activities: withPivot('activity', 'activities'),
    collection: one('collection', 'collection_id'),
    labels: linked('label', 'labels'),
    resources: linked('resource', 'resources'),
    stage: one('stage', 'stage_id'),
    status: one('status', 'status_id'),
    time_tracking: many('timeTracking', 'card_id'),
    relations: where('cardRelation', (relation, { id }) => [relation.card_id, relation.related_card_id].includes(id)),
  },
  cardChecklist: { card: one('card', 'card_id') },
  cardRelation: { card: one('card', 'card_id'), related_card: one('card', 'related_card_id') },
  comment: { user: one('user', 'user_id') },
  timeTracking: {
    card: one('card', 'card_id'),
    activity: one('activity', 'activity_id'),
    user: one('user', 'user_id'),
  },
  order: {
    address: one('address', 'address_id'),
    item: one('item', 'item_id'),
    order_rows: many('orderRow', 'order_id'),
    // A client of another integration spells it so.
    orderRows: many('orderRow', 'order_id'),
    collection: one('collection', 'collection_id'),
    project: one('project', 'project_id'),
    relation: one('relation', 'relation_id'),
    warehouse: one('warehouse', 'warehouse_id'),
    supplies_order_rows: nothing,
  },
};
