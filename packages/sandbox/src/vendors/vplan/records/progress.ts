import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';

/** Cards of a collection. */
export const cardsOf = (collection: Row, { store }: Twin): Row[] =>
  store.rows('card').filter((card) => card.collection_id === collection.id);

/** Sets how far a collection is by its cards that are completed. */
export const followProgress = (id: unknown, twin: Twin, actor: Actor): void => {
  const collection = twin.store.find('collection', id);
  if (!collection) return;
  const cards = cardsOf(collection, twin);
  const done = cards.filter(({ completed_at }) => typeof completed_at === 'string').length;
  const progress = done === 0 ? 'open' : done === cards.length ? 'done' : 'partial';
  twin.records.update('collection', collection.id, { progress }, actor);
};
