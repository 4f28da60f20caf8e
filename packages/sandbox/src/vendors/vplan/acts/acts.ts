import { chosen, type Input, recordOf, textOf, typed } from '../../../act-input.ts';
import { refusal } from '../../../api-error.ts';
import type { Act } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { planCollection, returnToBacklog } from '../background/plan.ts';
import { ofBoard, removeCard } from '../records/card-rules.ts';
import { collectionRules } from '../records/collection-rules.ts';
import { entriesOf, linksOf } from '../records/lists.ts';
import { noteActs } from './note-acts.ts';
import { peopleActs } from './people-acts.ts';

const aCollection = chosen('collection_id', 'Collection', 'collection');
const aCard = chosen('card_id', 'Card', 'card');
const aBoard = chosen('board_id', 'Board', 'board');
const aLabel = chosen('label_id', 'Label', 'label');

const createCollection = (input: Input, twin: Twin): Row => {
  const values = { name: textOf(input, 'name'), board_id: recordOf(input, 'board_id', 'board', twin).id };
  return twin.records.create('collection', { ...collectionRules.defaults?.(values, twin), ...values }, 'user');
};

const rename = (input: Input, twin: Twin): Row =>
  twin.records.update(
    'collection',
    recordOf(input, 'collection_id', 'collection', twin).id,
    { name: textOf(input, 'name') },
    'user',
  );

/** Moves a card to what comes after its stage or status on the board. */
const moveOn =
  (table: 'stage' | 'status') =>
  (input: Input, twin: Twin): Row => {
    const card = recordOf(input, 'card_id', 'card', twin);
    const field = `${table}_id`;
    const row = twin.store.find(table, card[field]);
    const all = ofBoard(table, card.board_id, twin);
    const next = all[all.findIndex(({ id }) => id === row?.id) + 1];
    if (!next) throw refusal(422, `There is no further ${table}`, `The card is in the last ${table} of its board`);
    return twin.records.update('card', card.id, { [field]: next.id }, 'user');
  };

const setLabel =
  (attach: boolean) =>
  (input: Input, twin: Twin): Row => {
    const collection = recordOf(input, 'collection_id', 'collection', twin);
    const label = recordOf(input, 'label_id', 'label', twin);
    const others = entriesOf(collection.labels).filter(({ id }) => id !== label.id);
    const labels = linksOf(attach ? [...others, { id: label.id }] : others);
    return twin.records.update('collection', collection.id, { labels }, 'user');
  };

/** What a planner does in vPlan, as buttons on the page. */
export const acts: readonly Act[] = [
  {
    name: 'createCollection',
    label: 'Create a collection',
    verb: 'Create',
    inputs: [typed('name', 'Name'), aBoard],
    run: createCollection,
  },
  {
    name: 'renameCollection',
    label: 'Rename a collection',
    verb: 'Rename',
    inputs: [aCollection, typed('name', 'New name')],
    run: rename,
  },
  {
    name: 'planCollection',
    label: 'Plan a collection on a board',
    verb: 'Plan',
    inputs: [aCollection, aBoard],
    run: (input, twin) => planCollection(textOf(input, 'collection_id'), textOf(input, 'board_id'), {}, twin, 'user'),
  },
  {
    name: 'returnToBacklog',
    label: 'Take a collection back to the backlog',
    verb: 'Take back',
    inputs: [aCollection],
    run: (input, twin) => returnToBacklog(textOf(input, 'collection_id'), undefined, twin, 'user'),
  },
  { name: 'nextStage', label: 'Move a card to the next stage', verb: 'Move on', inputs: [aCard], run: moveOn('stage') },
  {
    name: 'nextStatus',
    label: 'Move a card to the next status',
    verb: 'Move on',
    inputs: [aCard],
    run: moveOn('status'),
  },
  {
    name: 'deleteCard',
    label: 'Delete a card',
    verb: 'Delete',
    inputs: [aCard],
    run(input, twin) {
      const card = recordOf(input, 'card_id', 'card', twin);
      removeCard(card, twin, 'user');
      return card;
    },
  },
  {
    name: 'attachLabel',
    label: 'Put a label on a collection',
    verb: 'Put on',
    inputs: [aCollection, aLabel],
    run: setLabel(true),
  },
  {
    name: 'detachLabel',
    label: 'Take a label off a collection',
    verb: 'Take off',
    inputs: [aCollection, aLabel],
    run: setLabel(false),
  },
  ...noteActs,
  ...peopleActs,
];
