import {
  choice,
  choices,
  colour,
  date,
  dateTime,
  email,
  type Field,
  file,
  filter,
  flag,
  id,
  integer,
  json,
  list,
  longText,
  money,
  number,
  object,
  operationOf,
  ref,
  sort,
  text,
  time,
  url,
  type Vendor,
} from '@patchbay/core';
import type { INodePropertyCollection } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { made, resource, vendorOf } from '../../test/made-vendor.ts';
import { inputProperties } from './input-property.ts';

const list_ = { ...made, route: 'GET /board', summary: 'Get many boards', returns: 'many' } as const;

/** A thing on a board: boards have a list, a shelf's list needs to know the room, a user has none. */
const vendorWith = (field: Field, name: string): Vendor =>
  vendorOf([
    resource('board', { list: list_ }),
    resource('shelf', { list: { ...list_, route: 'GET /room/{room_id}/shelf' } }),
    resource('user', {}),
    resource('thing', {
      create: {
        ...made,
        route: 'POST /board/{board_id}/thing',
        summary: 'Create a thing',
        body: { fields: { [name]: field } },
        returns: 'one',
      },
    }),
  ]);

const propertiesOf = (field: Field, name = 'some_field') => {
  const operation = operationOf(vendorWith(field, 'some_field'), 'thing.create');
  const input = operation.inputs.find((one) => one.name === name);
  if (!input) throw new Error(`no input ${name}`);
  return inputProperties(operation, input, name);
};

const propertyOf = (field: Field, name?: string) => propertiesOf(field, name)[0];

test.each<[Field, object]>([
  [text('A text', { example: 'Frames' }), { type: 'string', default: '', placeholder: 'e.g. Frames' }],
  [longText('A text'), { type: 'string', typeOptions: { rows: 4 }, default: '' }],
  [text('A key', { secret: true, example: 'k' }), { type: 'string', typeOptions: { password: true } }],
  [
    integer('A count', { minimum: 1, maximum: 9 }),
    { type: 'number', default: 1, typeOptions: { numberPrecision: 0, minValue: 1, maxValue: 9 } },
  ],
  [number('A share', { default: 0.5 }), { type: 'number', default: 0.5 }],
  [money('An amount'), { type: 'number', default: 0 }],
  [flag('Keep it', { default: true }), { type: 'boolean', default: true, description: 'Whether to keep it' }],
  [
    choice(['b_c', 'a'], 'A state'),
    {
      type: 'options',
      default: 'a',
      options: [
        { name: 'A', value: 'a' },
        { name: 'B C', value: 'b_c' },
      ],
    },
  ],
  [
    choice(['dueDate:DESC', 'dueDate:ASC'], 'Order'),
    {
      options: [
        { name: 'Due Date Ascending', value: 'dueDate:ASC' },
        { name: 'Due Date Descending', value: 'dueDate:DESC' },
      ],
    },
  ],
  [choices(['a'], 'States'), { type: 'multiOptions', default: [], options: [{ name: 'A', value: 'a' }] }],
  [date('A day'), { type: 'dateTime', typeOptions: { dateOnly: true }, default: '' }],
  [dateTime('An instant'), { type: 'dateTime', default: '' }],
  [time('A time', { example: '08:30' }), { type: 'string', placeholder: 'e.g. 08:30' }],
  [colour('A colour'), { type: 'color', default: '' }],
  [email('A mail address'), { type: 'string', placeholder: 'name@email.com' }],
  [url('An address'), { type: 'string', default: '' }],
  [id('An identifier'), { type: 'string', default: '' }],
  [
    list(text('One'), 'Names', { example: ['a', 'b'] }),
    { type: 'string', placeholder: 'e.g. a,b', description: 'Comma-separated names' },
  ],
  [list(object({}, 'One'), 'Entries'), { type: 'json', default: '[]' }],
  [file('The scan'), { type: 'string', default: 'data', description: 'The scan (name of the field with the file)' }],
  [list(file('A scan'), 'Scans'), { type: 'string', default: 'data' }],
  [object({}, 'A group'), { type: 'json', default: '{}' }],
  [json('Anything'), { type: 'json', default: '{}' }],
])('%o gets its widget', (field, expected) => {
  expect(propertyOf(field)).toMatchObject({ displayName: 'Some Field', name: 'some_field', ...expected });
});

test('a record is chosen from a list or named by its identifier', () => {
  expect(propertyOf(text('A text'), 'board_id')).toMatchObject({
    displayName: 'Board',
    type: 'resourceLocator',
    required: true,
    default: { mode: 'list', value: '' },
    modes: [{ name: 'list', typeOptions: { searchListMethod: 'searchBoard', searchable: true } }, { name: 'id' }],
  });
});

test('a record without a list is named by its identifier', () => {
  expect(propertyOf(ref('user', 'A user'))).toMatchObject({ displayName: 'Some Field', type: 'string' });
});

test('a record whose list needs a value that the form does not hold is named by its identifier', () => {
  expect(propertyOf(ref('shelf', 'A shelf'))).toMatchObject({ type: 'string' });
});

test('a description that only repeats the name is left out', () => {
  expect(propertyOf(text('Some Field'))).not.toHaveProperty('description');
});

const names = (properties: readonly { name: string }[] | undefined) => properties?.map(({ name }) => name);

test('conditions and groups of them are put together one by one, all or any of them count, and a text is taken instead', () => {
  const [conditions, match, words] = propertiesOf(filter('Which rows'));
  expect(conditions).toMatchObject({ type: 'fixedCollection', typeOptions: { multipleValues: true } });
  expect(names((conditions?.options?.[0] as INodePropertyCollection | undefined)?.values)).toEqual([
    'field',
    'operator',
    'value',
    'not',
  ]);
  const group = (conditions?.options?.[1] as INodePropertyCollection | undefined)?.values;
  expect(names(group)).toEqual(['match', 'not', 'conditions']);
  expect(group?.[2]?.options).toEqual([conditions?.options?.[0]]);
  expect(match).toMatchObject({ name: 'some_field_match', default: 'all' });
  expect(words).toMatchObject({ name: 'some_field_text', type: 'string' });
});

test('an order is put together field by field', () => {
  const [property, words] = propertiesOf(sort('Order of the rows'));
  expect(words).toMatchObject({ name: 'some_field_text', type: 'string' });
  expect(names((property?.options?.[0] as INodePropertyCollection | undefined)?.values)).toEqual([
    'field',
    'direction',
  ]);
});

test('where the vendor names the fields that it sorts by, these are the choice', () => {
  const [property] = propertiesOf(sort('By name, made_at', { suggestions: ['name', 'made_at'] }));
  expect((property?.options?.[0] as INodePropertyCollection | undefined)?.values[0]).toMatchObject({
    name: 'field',
    default: 'made_at',
    options: [
      { name: 'Made At', value: 'made_at' },
      { name: 'Name', value: 'name' },
    ],
  });
  expect(property).not.toHaveProperty('description');
});

test('an example that is among the suggestions is not said twice', () => {
  const property = propertyOf(text('State', { example: 'draft', suggestions: ['draft', 'sent'] }));
  expect(property).toMatchObject({ description: 'State, such as draft, sent' });
  expect(property).not.toHaveProperty('placeholder');
});

const entry = object(
  {
    name: text('Name', { required: true }),
    rank: integer('Rank'),
    open: flag('Open'),
    state: choice(['b', 'a'], 'State'),
    made_at: dateTime('When', { readOnly: true }),
  },
  'A step',
);

test('a list of objects with a handful of plain fields is filled in entry by entry, and what may be missing has an empty state', () => {
  const [property, whole] = propertiesOf(list(entry, 'Steps'));
  expect(whole).toMatchObject({ name: 'some_field_json', type: 'json' });
  expect(property).toMatchObject({ type: 'fixedCollection', typeOptions: { multipleValues: true }, default: {} });
  const group = property?.options?.[0] as INodePropertyCollection | undefined;
  expect(group?.values.map(({ name, type, default: value, required }) => [name, type, value, required])).toEqual([
    ['name', 'string', '', true],
    ['rank', 'string', '', undefined],
    ['open', 'options', '', undefined],
    ['state', 'options', '', undefined],
  ]);
});

test('a list of objects with nested or many fields is written as JSON', () => {
  const nested = object({ tags: list(text('A tag'), 'Tags') }, 'A step');
  const wide = object(Object.fromEntries('abcdefg'.split('').map((name) => [name, text(name)])), 'A step');
  expect([nested, wide].map((each) => propertyOf(list(each, 'Steps'))?.type)).toEqual(['json', 'json']);
});
