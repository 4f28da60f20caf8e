import type { Change, TwinEvent } from '../../../rules.ts';
import type { Twin } from '../../../twin.ts';
import { messageCreated } from './message-created.ts';
import { taskCreated } from './task-created.ts';

/** What is known of an event until it is put into a delivery. */
export interface Told {
  readonly data: unknown;
  /** The member who did it */
  readonly by: unknown;
}

/** The two events that are known. Personal tasks, and what Nifty itself writes on tasks, are told of to nobody (assumed). */
export const eventsOf = ({ resource, kind, row }: Change, twin: Twin): TwinEvent[] => {
  if (kind !== 'created') return [];
  if (resource === 'task' && row.project !== null) {
    const data: Told = { data: taskCreated(row, twin), by: row.created_by };
    return [{ event: 'taskCreated', data, about: String(row.name) }];
  }
  if (resource !== 'message' || row.subtype !== null) return [];
  const data: Told = { data: messageCreated(row, twin), by: row.author };
  return [{ event: 'messageCreated', data, about: String(row.text ?? row.id).slice(0, 60) }];
};
