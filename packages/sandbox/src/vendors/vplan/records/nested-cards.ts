import type { Problem } from '../../../api-error.ts';
import type { Call } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { cardProblems, newCard, preparedCard, removeCard } from './card-rules.ts';
import { problem, repeatedReferences, type Values } from './checks.ts';
import { entriesOf, missingRows } from './lists.ts';
import { cardsOf } from './progress.ts';

/** What is wrong with the cards in the body of a collection: each as if it were sent alone. */
export const nestedCardProblems = ({ cards, board_id }: Values, before: Row | undefined, twin: Twin): Problem[] => {
  const entries = entriesOf(cards);
  const each = entries.flatMap((entry, index) => {
    const prefix = `cards.${index}.`;
    const found = twin.store.find('card', entry.id);
    const known = found?.collection_id === before?.id ? found : undefined;
    const board = known?.board_id ?? board_id ?? before?.board_id;
    return [
      ...('id' in entry && !known
        ? [problem(`${prefix}id`, 'must be the identifier of a card of the collection')]
        : []),
      ...(entry.collection_id === undefined || entry.collection_id === before?.id
        ? []
        : [problem(`${prefix}collection_id`, 'must be that of the collection itself')]),
      ...cardProblems(entry, known, { board, prefix }, twin),
    ];
  });
  return [...each, ...repeatedReferences('card', entries)];
};

/** Stores the cards in the body of a collection; those that are left out go unless nested records are kept. */
export const storeCards = (
  collection: Row,
  sent: unknown,
  { twin, query, actor }: Pick<Call, 'twin' | 'query' | 'actor'>,
): void => {
  const keepMissing = query.update_without_delete_nested === true;
  const stored = cardsOf(collection, twin);
  const entries = entriesOf(sent);
  if (!keepMissing) for (const card of missingRows(stored, entries)) removeCard(card, twin, actor);
  for (const { id, ...values } of entries) {
    const known = stored.find((card) => card.id === id);
    const prepared = preparedCard(values, known, known?.board_id ?? collection.board_id, keepMissing, twin);
    if (known) twin.records.update('card', known.id, prepared, actor);
    else twin.records.create('card', { ...newCard(collection, twin), ...prepared }, actor);
  }
};
