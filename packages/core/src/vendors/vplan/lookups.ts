/** Statuses and custom fields have no list of their own: a board holds them. */
export const lookups = {
  boardStatus: { label: 'Status', operation: 'board.get', input: { with: ['statuses'] }, rows: 'statuses' },
  customField: {
    label: 'Custom Field',
    operation: 'board.get',
    rows: 'custom_fields',
    key: 'name',
    title: ['name', 'type'],
  },
} as const;
