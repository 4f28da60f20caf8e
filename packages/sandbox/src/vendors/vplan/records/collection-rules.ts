import type { Actor, ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { attachmentRules } from './attachment-rules.ts';
import { removeCard } from './card-rules.ts';
import { problem, strangersTo, type Values, withReference } from './checks.ts';
import { mergeValues, valueProblems } from './custom-fields.ts';
import { entriesOf, linksOf } from './lists.ts';
import { nestedCardProblems, storeCards } from './nested-cards.ts';
import { cardsOf, followProgress } from './progress.ts';

/** Removes a collection with all that hangs on it, wherever it came from. */
export const eraseCollection = (collection: Row, twin: Twin, actor: Actor): void => {
  const { store, records, background } = twin;
  const own = (table: string): Row[] => store.rows(table).filter((row) => row.collection_id === collection.id);
  background.cancel(collection.id);
  for (const card of cardsOf(collection, twin)) removeCard(card, twin, actor);
  for (const attachment of own('attachment')) attachmentRules.remove?.(attachment, twin, actor);
  for (const table of ['comment', 'collectionChecklist'])
    for (const row of own(table)) records.remove(table, row.id, actor);
  records.remove('collection', collection.id, actor);
};

/** Removes a collection and its cards; one that an order made is only ignored. */
const removeCollection = (collection: Row, twin: Twin, actor: Actor): void => {
  if (collection.source_type !== 'order') {
    eraseCollection(collection, twin, actor);
    return;
  }
  twin.background.cancel(collection.id);
  for (const card of cardsOf(collection, twin)) removeCard(card, twin, actor);
  twin.records.update('collection', collection.id, { status: 'ignored', start: null, end: null }, actor);
};

const exchangeable = ['ignored', 'not_planned'];

const statusProblem = (status: unknown, before: Row | undefined) => {
  if (status === undefined || status === before?.status) return [];
  if (exchangeable.includes(String(status)) && exchangeable.includes(String(before?.status))) return [];
  return [
    problem(
      'status',
      `cannot change from ${before?.status} to ${status}: only ignored and not_planned can be exchanged`,
    ),
  ];
};

const fieldOwner = (values: Values, before: Row | undefined, { store }: Twin) => ({
  table: 'collection' as const,
  board: store.find('board', values.board_id ?? before?.board_id),
  stored: before?.custom_fields,
});

/** A collection: waits in a backlog, and `planned` is only reached by moving it to a board. */
export const collectionRules: ResourceRules = withReference('collection', {
  nested: ['cards'],
  unstamped: ['labels', 'activities', 'followers'],
  defaults: (_, twin) => ({
    name: '',
    description: '',
    position: twin.store.rows('collection').length,
    source_type: 'custom',
    status: 'not_planned',
    progress: 'open',
    warnings: [],
    custom_fields: [],
    labels: [],
    activities: [],
    followers: [],
  }),
  check: (values, before, twin) => [
    ...strangersTo(values.board_id ?? before?.board_id, values, before, twin),
    ...valueProblems(values.custom_fields, fieldOwner(values, before, twin)),
    ...statusProblem(values.status, before),
    ...nestedCardProblems(values, before, twin),
  ],
  prepare(values, before, { twin, query }) {
    const keepMissing = query.update_without_delete_nested === true;
    const kept = keepMissing ? entriesOf(before?.labels) : [];
    return {
      ...values,
      ...('labels' in values && { labels: linksOf([...kept, ...entriesOf(values.labels)]) }),
      ...('custom_fields' in values && {
        custom_fields: mergeValues(values.custom_fields, fieldOwner(values, before, twin), keepMissing, twin),
      }),
    };
  },
  storeNested(collection, lists, call) {
    if (!('cards' in lists)) return;
    storeCards(collection, lists.cards, call);
    followProgress(collection.id, call.twin, call.actor);
  },
  remove: removeCollection,
});
