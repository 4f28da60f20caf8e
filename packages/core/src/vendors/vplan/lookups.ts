const ofCollection = {
  board_id: { operation: 'collection.get', input: { collection_id: '{collection_id}' }, take: 'board_id' },
} as const;

const customField = {
  label: 'Custom Field',
  operation: 'board.get',
  otherwise: ofCollection,
  rows: 'custom_fields',
  key: 'name',
  title: ['name', 'type'],
} as const;

const boardStatus = {
  label: 'Status',
  operation: 'board.get',
  input: { with: ['statuses'] },
  rows: 'statuses',
} as const;

/**
 * Statuses and custom fields have no list of their own: a board holds them. That of a collection is meant where it is not
 * about to be moved to another one.
 */
export const lookups = {
  boardStatus,
  cardStatus: { ...boardStatus, otherwise: ofCollection },
  collectionField: { ...customField, where: { scope: 'collection' } },
  cardField: { ...customField, where: { scope: 'card' } },
} as const;
