import type { Actor, Call, ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { attachmentRules } from './attachment-rules.ts';
import { newCard, removeCard } from './card-rules.ts';
import { problem, unknownLinks, unknownRecord, withReference } from './checks.ts';
import { type Entry, entriesOf, linksOf, mergeFields, missingRows } from './lists.ts';
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

const cardNames = new Set(['id', 'name', 'description', 'custom_fields', 'labels', 'status_id', 'stage_id']);
const cardDates = new Set(['start_date', 'start_time', 'end_date', 'end_time', 'completed_at']);

const cardProblems = ({ cards }: Entry, before: Row | undefined, twin: Twin) =>
  entriesOf(cards).flatMap((entry, index) => [
    ...Object.keys(entry)
      .filter((name) => !cardNames.has(name) && !cardDates.has(name))
      .map((name) => problem(`cards.${index}.${name}`, 'is not known here')),
    ...('id' in entry && twin.store.find('card', entry.id)?.collection_id !== before?.id
      ? [problem(`cards.${index}.id`, 'must be the identifier of a card of the collection')]
      : []),
    ...unknownLinks(entry, 'labels', 'label', twin),
    ...unknownRecord(entry, 'status_id', 'status', twin),
  ]);

const storeCards = (collection: Row, sent: unknown, { twin, query, actor }: Pick<Call, 'twin' | 'query' | 'actor'>) => {
  const keepMissing = query.update_without_delete_nested === true;
  const stored = cardsOf(collection, twin);
  const entries = entriesOf(sent);
  if (!keepMissing) for (const card of missingRows(stored, entries)) removeCard(card, twin, actor);
  for (const { id, ...values } of entries) {
    const known = stored.find((card) => card.id === id);
    const fields = 'custom_fields' in values && {
      custom_fields: mergeFields(values.custom_fields, known?.custom_fields, keepMissing, twin),
    };
    const labels = 'labels' in values && { labels: linksOf(values.labels) };
    if (known) twin.records.update('card', known.id, { ...values, ...fields, ...labels }, actor);
    else twin.records.create('card', { ...newCard(collection, twin), ...values, ...fields, ...labels }, actor);
  }
};

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
    ...unknownLinks(values, 'labels', 'label', twin),
    ...statusProblem(values.status, before),
    ...cardProblems(values, before, twin),
  ],
  prepare(values, before, { twin, query }) {
    const keepMissing = query.update_without_delete_nested === true;
    const kept = keepMissing ? entriesOf(before?.labels) : [];
    return {
      ...values,
      ...('labels' in values && { labels: linksOf([...kept, ...entriesOf(values.labels)]) }),
      ...('custom_fields' in values && {
        custom_fields: mergeFields(values.custom_fields, before?.custom_fields, keepMissing, twin),
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
