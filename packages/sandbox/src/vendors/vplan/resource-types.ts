/** Kinds of resources; an activity is done by resources of its own kind. */
export const resourceTypes = ['machine', 'cell', 'employee'] as const;
