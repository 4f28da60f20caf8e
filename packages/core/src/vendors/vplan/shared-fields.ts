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

/** Kinds of resources; an activity is done by resources of its own kind. */
export const resourceTypes = ['machine', 'cell', 'employee'] as const;

/** Set by vPlan on every record. */
export const identity = {
  id: id('Identifier given by vPlan', { readOnly: true }),
} as const;

/** Entries of a nested list carry it to be kept and changed instead of made anew. */
export const keepId = {
  id: id('Identifier, to keep an existing entry'),
} as const;

/** Instants that vPlan keeps of a record. */
export const createdAndUpdated = {
  created_at: dateTime('When it was made', { readOnly: true }),
  updated_at: dateTime('When it was last changed', { readOnly: true }),
} as const;

/** Instants of records that are marked when they are removed. */
export const stamps = {
  deleted_at: dateTime('When it was removed; seen in recorded answers only', { readOnly: true, nullable: true }),
  ...createdAndUpdated,
} as const;

const undocumented = 'Not documented; named so that an entry that was read can be sent back';

/** What entries of nested lists may come with beyond their documented fields. */
export const maybeRead = {
  board_id: ref('board', undocumented, { readOnly: true }),
  deleted_at: dateTime(undocumented, { readOnly: true, nullable: true }),
  created_at: dateTime(undocumented, { readOnly: true, nullable: true }),
  updated_at: dateTime(undocumented, { readOnly: true, nullable: true }),
} as const;

/** Set when a record is archived; lists leave it out from then on. */
export const archivedAt = {
  archived_at: dateTime('When it was archived', { readOnly: true, nullable: true }),
} as const;

/** Value of the system that a record came from. */
export const transaction = {
  transaction: text('Value of the system it came from', { nullable: true, maxLength: 36 }),
} as const;

/** The same where only vPlan sets it. */
export const transactionShown = {
  transaction: text('Value of the system it came from', { readOnly: true, nullable: true }),
} as const;

/** A custom field: its definition on a board, its value on a collection or card. */
export const customField = object(
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
    value: json('Text, number, true or false, list or object, by type', { nullable: true }),
    drawing_id: id('Drawing of a field of type drawing'),
    components: json('Parts of an address: streets, postal code, city, country'),
    list: list(json('A choice as {name, value, color}'), 'Choices of a field of type list or select'),
    selected: json('The current choice of a field of type list or select'),
    options: json('Number format, values to choose from, or users'),
    ...createdAndUpdated,
  },
  'One field',
);

/** Values of custom fields on collections and cards. */
export const customFields = list(customField, 'Values of custom fields, as {name, type, value, priority}', {
  example: [{ name: 'Glass', type: 'text', value: 'Triple', priority: 1 }],
});

/** Path parameter of the operations that set or clear one custom field. */
export const customFieldName = (of: 'collectionField' | 'cardField') =>
  ({
    name: ref(of, 'Name of the custom field on the board', { label: 'Custom Field', example: 'Glass' }),
  }) as const;

/** Content of the operations that set one custom field. */
export const customFieldValue = {
  value: json('Text, number, true or false, list or object, by type', {
    required: true,
    nullable: true,
    example: 'Triple',
  }),
  board_id: ref('board', 'Board that defines the field'),
  options: json('Settings of the field, such as a number format'),
} as const;

/** Labels of the board, by identifier. */
export const labelIds = list(
  object(
    {
      id: id('Identifier of a label of the board'),
      name: text('Name', { readOnly: true }),
      priority: integer('Position', { readOnly: true }),
      color: choice(colours, 'Colour', { readOnly: true }),
      ...maybeRead,
    },
    'A label',
  ),
  'Labels of the board, as {id}',
);

const estimate = { unit: 'minutes' } as const;

/** Activities of a collection or card, with their estimates there. */
export const plannedActivities = {
  activities: list(
    object(
      {
        id: ref('activity', 'The activity'),
        description: text('Name of the activity'),
        position: integer('Position'),
        time: integer('Estimate', estimate),
        time_remaining: integer('Estimate that is left', estimate),
        time_original: integer('Estimate at first', estimate),
      },
      'An activity',
    ),
    'Comes with the relation activities',
    { readOnly: true },
  ),
} as const;

/** Cards of all collections are many: a form may ask for the collection, to offer only its cards. */
export const collectionOfCards = {
  collection_id: ref('collection', 'Collection to choose cards from; not sent'),
} as const;

/** Stages, statuses and custom fields belong to a board: a form without one asks for it, to offer its own. */
export const boardOfChoices = {
  board_id: ref('board', 'Board to choose from; not sent'),
} as const;

/** A resource, by identifier. */
export const resourceLink = object({ id: ref('resource', 'Identifier of a resource') }, 'A resource, as {id}');
