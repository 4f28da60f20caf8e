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

/** Statuses and custom fields have no list of their own: a board holds them, the chosen one or that of the collection. */
export const lookups = {
  boardStatus: {
    label: 'Status',
    operation: 'board.get',
    input: { with: ['statuses'] },
    otherwise: ofCollection,
    rows: 'statuses',
  },
  collectionField: { ...customField, where: { scope: 'collection' } },
  cardField: { ...customField, where: { scope: 'card' } },
} as const;
