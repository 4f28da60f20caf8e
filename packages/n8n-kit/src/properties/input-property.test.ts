import {
  choice,
  choices,
  colour,
  date,
  dateTime,
  defineResource,
  email,
  type Field,
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
  text,
  time,
  url,
  type Vendor,
  vplan,
} from '@patchbay/core';
import { expect, test } from 'vitest';
import { inputProperty } from './input-property.ts';

const vendorWith = (field: Field): Vendor => ({
  ...vplan,
  resources: {
    ...vplan.resources,
    thing: defineResource({
      name: 'thing',
      label: 'Thing',
      description: 'Something',
      fields: {},
      operations: {
        create: {
          route: 'POST /board/{board_id}/thing',
          summary: 'Create a thing',
          body: { fields: { some_field: field } },
          returns: 'one',
          evidence: 'documented',
          source: 'test',
        },
      },
    }),
  },
});

const propertyOf = (field: Field, name = 'some_field') => {
  const operation = operationOf(vendorWith(field), 'thing.create');
  const input = operation.inputs.find((one) => one.name === name);
  if (!input) throw new Error(`no input ${name}`);
  return inputProperty(operation, input, name);
};

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
  expect(propertyOf(ref('card', 'A card'))).toMatchObject({ type: 'string' });
});

test('a description that only repeats the name is left out', () => {
  expect(propertyOf(text('Some Field'))).not.toHaveProperty('description');
});
