import type { Operation } from '@patchbay/core';

/** Tables of rows that are of another kind than the resource of the operation. */
const others: Readonly<Record<string, string>> = {
  'folder.contents': 'file',
  'project.listFields': 'field',
  'project.addField': 'field',
  'task.listFields': 'fieldValue',
};

/** Where the rows that an operation answers with are kept. */
export const rowTable = ({ key, resource }: Operation): string =>
  others[key] ?? (resource.name === 'subtask' ? 'task' : resource.name);
