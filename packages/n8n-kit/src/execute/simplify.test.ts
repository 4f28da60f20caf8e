import { operationOf, vplan } from '@patchbay/core';
import { expect, test } from 'vitest';
import { isSimplified, simplifiedFields, simplifier } from './simplify.ts';

const card = operationOf(vplan, 'card.get');

test('a record of more than ten fields can be simplified, a short one and none cannot', () => {
  expect(['card.get', 'me.get', 'board.delete'].map((key) => isSimplified(operationOf(vplan, key)))).toEqual([
    true,
    false,
    false,
  ]);
});

test('what identifies, places and dates a record is kept, in the order of the definition', () => {
  expect(simplifiedFields(card)).toEqual([
    'id',
    'name',
    'start_date',
    'start_time',
    'end_date',
    'collection_id',
    'status_id',
    'stage_id',
    'completed_at',
    'board_id',
  ]);
});

test('no simplified record has more than ten fields', () => {
  for (const operation of ['board.get', 'collection.list', 'webhook.get'])
    expect(simplifiedFields(operationOf(vplan, operation)).length).toBeLessThanOrEqual(10);
});

test('what the input asks for by name is kept too, and nothing is made up', () => {
  const row = { id: '1', name: 'Saw', stage: { name: 'Sawing' }, rank: 'a', custom_fields: [] };
  expect(simplifier(card, { with: ['stage.board'] })(row)).toEqual({ id: '1', name: 'Saw', stage: { name: 'Sawing' } });
});
