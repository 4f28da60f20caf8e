import {
  choice,
  date,
  dateTime,
  id,
  list,
  type Operation,
  object,
  operationOf,
  operationsOf,
  ref,
  text,
  vendors,
} from '@patchbay/core';
import { expect, test } from 'vitest';
import { made, resource, vendorOf } from '../../test/made-vendor.ts';
import { isSimplified, simplifiedFields, simplifier } from './simplify.ts';

const get = { ...made, route: 'GET /thing/{thing_id}', summary: 'Get a thing', returns: 'one' } as const;
const order = resource(
  'order',
  {
    get: { ...get, query: { with: list(text('A relation'), 'Relations') } },
    plan: { ...get, background: { what: 'parts', list: 'order.get', input: {}, ceiling: 9 } },
    remove: { ...get, returns: 'nothing' },
  },
  {
    note: text('Note'),
    id: id('Identifier', { readOnly: true }),
    code: text('Code'),
    state: choice(['a'], 'State'),
    board_id: ref('board', 'Board'),
    due: date('Due'),
    lines: list(object({}, 'A line'), 'Lines'),
    token: text('Token', { secret: true }),
    old: text('Old', { deprecated: true }),
    made_at: dateTime('Made', { readOnly: true }),
    changed_at: dateTime('Changed', { readOnly: true }),
    street: text('Street'),
    town: text('Town'),
    colour: text('Colour'),
    shade: text('Shade'),
  },
  { title: ['code'] },
);
const short = resource('short', { get }, { name: text('Name') });
const vendor = vendorOf([order, short]);
const operation = (key: string): Operation => operationOf(vendor, key);

test('a record of more than ten fields can be simplified, a short one and none cannot', () => {
  expect(['order.get', 'short.get', 'order.remove'].map((key) => isSimplified(operation(key)))).toEqual([
    true,
    false,
    false,
  ]);
});

test('what identifies, places and dates a record is kept, in the order of the definition', () => {
  expect(simplifiedFields(operation('order.get'))).toEqual([
    'note',
    'id',
    'code',
    'state',
    'board_id',
    'due',
    'street',
    'town',
    'colour',
    'shade',
  ]);
});

test('a state is kept where the vendor tells it as a text too', () => {
  const texts = Object.fromEntries('abcdefghijk'.split('').map((name) => [name, text(name)]));
  const wide = resource('wide', { get }, { ...texts, status: text('State', { readOnly: true }) });
  expect(simplifiedFields(operationOf(vendorOf([wide]), 'wide.get'))).toContain('status');
});

test('a resource may say itself what a simplified record has, nested records among it', () => {
  const { fields } = order;
  const own = resource('own', { get, plan: { ...get, row: fields } }, fields, { simplified: ['lines', 'code'] });
  expect(simplifiedFields(operationOf(vendorOf([own]), 'own.get'))).toEqual(['lines', 'code']);
  expect(simplifiedFields(operationOf(vendorOf([own]), 'own.plan')).length).toBe(10);
});

test('no simplified record has more than ten fields, and what a composite did is among them', () => {
  for (const vendor of vendors)
    for (const each of operationsOf(vendor).values()) {
      const fields = each.definition.row ?? each.resource.fields;
      const simplified = simplifiedFields(each);
      expect(simplified.length, each.key).toBeLessThanOrEqual(10);
      if (isSimplified(each))
        expect(
          simplified.filter((name) => !fields[name] || fields[name].secret),
          each.key,
        ).toEqual([]);
      if (each.composite)
        expect(Object.keys(simplifier(each, {})({ outcome: 'created' })), each.key).toEqual(['outcome']);
    }
});

test('what the input asks for by name or waits for is kept too, and nothing is made up', () => {
  const row = { id: '1', code: 'A', board: { name: 'Saw' }, changed_at: 'x', lines: [], parts: [1] };
  expect(simplifier(operation('order.get'), { with: ['board.user'] })(row)).toEqual({
    id: '1',
    code: 'A',
    board: { name: 'Saw' },
  });
  expect(simplifier(operation('order.plan'), {})(row)).toEqual({ id: '1', code: 'A', parts: [1] });
});

test('secrets that were asked for are kept', () => {
  const row = { id: '1', token: 't' };
  expect(simplifier(operation('order.get'), {})(row)).toEqual({ id: '1' });
  expect(simplifier(operation('order.get'), {}, true)(row)).toEqual(row);
});
