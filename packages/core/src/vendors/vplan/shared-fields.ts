import { choice, dateTime, id, integer, json, list, object, ref, text } from '../../define/field.ts';

/** Named colours of boards, labels and statuses. */
export const colours = [
  'blue',
  'brown',
  'bubblegum',
  'charcoal',
  'green',
  'grey',
  'indigo',
  'lavender',
  'navy',
  'olive',
  'orange',
  'pink',
  'purple',
  'raspberry',
  'red',
  'ruby',
  'skyblue',
  'teal',
  'transparent',
  'yellow',
] as const;

/** Set by vPlan on every record. */
export const identity = {
  id: id('Identifier given by vPlan', { readOnly: true }),
} as const;

/** Instants that vPlan keeps of every record. */
export const stamps = {
  deleted_at: dateTime('When it was removed; seen in recorded answers only', { readOnly: true }),
  created_at: dateTime('When it was made', { readOnly: true }),
  updated_at: dateTime('When it was last changed', { readOnly: true }),
} as const;

/** Key of the record in another system; unique for each kind of record, archived ones included. */
export const externalRef = {
  external_ref: text('Key of the record in another system, unique for each kind of record', { nullable: true }),
} as const;

/** Values of custom fields on collections and cards, definitions on boards. */
export const customFields = list(
  object(
    {
      id: id('Identifier'),
      board_id: ref('board', 'Board that defines the field'),
      name: text('Name of the field'),
      type: choice(
        [
          'text',
          'number',
          'date',
          'checkbox',
          'email',
          'link',
          'phone',
          'list',
          'select',
          'address',
          'drawing',
          'textarea',
          'users',
        ],
        'Kind of field',
      ),
      scope: choice(['collection', 'card'], 'Kind of record it belongs to'),
      priority: integer('Position among the fields'),
      value: json('Text, number, true or false, list or object, by type'),
      options: json('Number format, values to choose from, or users'),
    },
    'One field',
  ),
  'Values of the custom fields, as {name, type, value, priority}',
  { example: [{ name: 'Glass', type: 'text', value: 'Triple', priority: 1 }] },
);

/** Labels of the board, by identifier. */
export const labelIds = list(
  object({ id: id('Identifier of a label of the board') }, 'A label'),
  'Labels of the board, as {id}',
);
