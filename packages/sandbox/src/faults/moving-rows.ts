import type { Call } from '../rules.ts';
import type { Row } from '../store.ts';
import type { FaultKind } from './fault.ts';

/**
 * Moves the rows of a list after a page of it was answered, as if a colleague worked on it: a copy of its first row appears
 * in front of all, or its first row disappears. Nothing happens when no further page follows.
 * @param rows of the list, all pages
 */
export const moveRows = (call: Call, rows: readonly Row[], kinds: readonly FaultKind[]): void => {
  const { twin, operation, page } = call;
  const { name: table, key = 'id' } = operation.resource;
  const [first] = rows;
  if (!first || !page || page.offset + page.limit >= rows.length || !twin.store.find(table, first.id)) return;
  if (kinds.includes('rowsInserted')) {
    const id = twin.rules.newId?.(table, twin.random) ?? twin.random.uuid();
    const row = twin.store.putFirst(table, { ...first, [key]: id, id });
    twin.changed({ resource: table, kind: 'created', row, before: undefined, actor: 'user' });
    twin.tell('person', `A ${operation.resource.label.toLowerCase()} appeared in front of the list`);
  }
  if (kinds.includes('rowsRemoved')) {
    removeRow(call, first);
    twin.tell('person', `The first ${operation.resource.label.toLowerCase()} of the list was removed`);
  }
};

const removeRow = ({ twin, operation }: Call, row: Row): void => {
  const { name } = operation.resource;
  const own = twin.rules.resources[name]?.remove;
  if (own) own(row, twin, 'user');
  else twin.records.remove(name, row.id, 'user');
};
