import type { Problem } from '../../../api-error.ts';
import type { Actor, ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { duplicateReference, strangersTo, unknownRecord, type Values } from './checks.ts';
import { mergeValues, valueProblems } from './custom-fields.ts';
import { linksOf } from './lists.ts';
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

/** What stands in a body for a card. */
interface CardPlace {
  /** The board that its labels, stage and status have to be of */
  readonly board: unknown;
  /** Stands before the names of fields */
  readonly prefix?: string;
}

/** What is wrong with a card, whether sent alone or within its collection. */
export const cardProblems = (
  values: Values,
  before: Row | undefined,
  { board, prefix = '' }: CardPlace,
  twin: Twin,
): Problem[] => [
  ...duplicateReference('card', values, before, twin),
  // On another board it has no place yet that it might keep.
  ...strangersTo(board, values, before?.board_id === board ? before : undefined, twin, prefix),
  ...unknownRecord(values, 'parent_card_id', 'card', twin, prefix),
  ...valueProblems(values.custom_fields, fieldOwner(board, before, twin), prefix),
];

const fieldOwner = (board: unknown, before: Row | undefined, { store }: Twin) => ({
  table: 'card' as const,
  board: store.find('board', board),
  stored: before?.custom_fields,
});

/**
 * Values of a card as they are stored.
 * @param keepMissing custom fields that are left out stay
 */
export const preparedCard = (
  values: Values,
  before: Row | undefined,
  board: unknown,
  keepMissing: boolean,
  twin: Twin,
): Values => ({
  ...values,
  ...('labels' in values && { labels: linksOf(values.labels) }),
  ...('custom_fields' in values && {
    custom_fields: mergeValues(values.custom_fields, fieldOwner(board, before, twin), keepMissing, twin),
  }),
});

/** The board of a card after a request: that of the collection which it is new in, or moves to. */
const boardOf = ({ collection_id }: Values, before: Row | undefined, { store }: Twin): unknown => {
  const stays = before && (collection_id === undefined || collection_id === before.collection_id);
  return stays ? before.board_id : store.find('collection', collection_id)?.board_id;
};

/** What a card takes over from the board that it moves to, unless it is told where it stands there. */
const moved = (board: unknown, before: Row | undefined, twin: Twin): Values => {
  if (!before || before.board_id === board) return {};
  const stage_id = ofBoard('stage', board, twin)[0]?.id ?? null;
  return { board_id: board, stage_id, status_id: entryStatus(board, twin)?.id ?? null };
};

/** Takes along what hangs on a card that has come to another collection: it would be found nowhere. */
const takeAlong = (card: Row, twin: Twin, actor: Actor): void => {
  for (const table of ['cardChecklist', 'attachment'])
    for (const row of twin.store.rows(table).filter(({ card_id }) => card_id === card.id))
      twin.records.update(table, row.id, { collection_id: card.collection_id }, actor);
};

/**
 * A card takes board, stage and status from its collection's board unless it is told them. That an update moves it to the
 * collection it names is our reading: the documentation takes the field and says no more.
 */
export const cardRules: ResourceRules = {
  unstamped: ['labels', 'activities', 'resources'],
  defaults(values, twin) {
    const collection = twin.store.find('collection', values.collection_id);
    return collection ? newCard(collection, twin) : {};
  },
  check: (values, before, twin) => cardProblems(values, before, { board: boardOf(values, before, twin) }, twin),
  prepare(values, before, { twin }) {
    const board = boardOf(values, before, twin);
    // Whether a card keeps custom fields that an update leaves out is not documented: it does here.
    return { ...moved(board, before, twin), ...preparedCard(values, before, board, true, twin) };
  },
  storeNested(card, _, { twin, actor }, before) {
    followProgress(card.collection_id, twin, actor);
    if (!before || before.collection_id === card.collection_id) return;
    takeAlong(card, twin, actor);
    followProgress(before.collection_id, twin, actor);
  },
  remove: removeCard,
};
