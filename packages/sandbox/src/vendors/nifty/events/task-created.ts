import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { part, type Values } from '../values.ts';

const names = ['id', 'project', 'nice_id', 'order', 'assignees', 'start_date', 'due_date', 'milestone'] as const;

/** What a delivery tells of a new task: neither its name nor its status. */
export const taskCreated = (row: Row, { store }: Twin): Values => ({
  ...part(row, names),
  hidden: [],
  message: `${String(store.find('member', row.created_by)?.name ?? 'Somebody')} created a task`,
});
