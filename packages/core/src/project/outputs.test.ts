import { expect, test } from 'vitest';
import { operationOf, outputOf, vplan } from '../index.ts';

const schemaOf = (key: string) => outputOf(operationOf(vplan, key));

test("a row's schema has every field of its resource, each of its kind, and any may be null", () => {
  const schema = schemaOf('card.list');
  expect(schema).toMatchObject({ type: 'object', title: 'Card' });
  expect(Object.keys(schema?.properties ?? {})).toEqual(Object.keys(vplan.resources.card.fields));
  expect(schema?.properties).toMatchObject({
    start_date: { type: ['string', 'null'], format: 'date', description: 'First planned day' },
    time: { type: ['integer', 'null'] },
    locked: { type: ['boolean', 'null'] },
    completed_at: { format: 'date-time' },
  });
});

test('fixed values, lists and what is nested in them are told', () => {
  const { properties } = schemaOf('board.get') ?? {};
  expect(properties?.visibility?.enum).toEqual(['everyone', 'restricted', null]);
  expect(properties?.stages?.items?.properties?.efficiency?.type).toEqual(['integer', 'null']);
});

test('an operation that answers with nothing has no schema', () => {
  expect(schemaOf('webhook.delete')).toBeUndefined();
});
