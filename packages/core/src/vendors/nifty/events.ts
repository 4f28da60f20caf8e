import type { VendorEvent, Webhooks } from '../../define/event.ts';
import { ref } from '../../define/field.ts';
import { bytechef, pipedream } from './sources.ts';

/** The two events whose names are confirmed. Nifty has more; a user may name them. */
export const vendorEvents: readonly VendorEvent[] = [
  {
    name: 'taskCreated',
    description: 'A task was made; the delivery lacks its name and status',
    resource: 'task',
    once: true,
    shape: 'data',
    evidence: 'partly',
  },
  {
    name: 'messageCreated',
    description: 'A comment or message was written',
    resource: 'message',
    once: true,
    shape: 'data',
    evidence: 'partly',
  },
];

/** Names of the events that are known. */
export const eventNames: readonly string[] = vendorEvents.map(({ name }) => name);

/** `{eventType, data, triggeredBy: {id}}`, unsigned, for all projects of the app; retries and time limit are not known. */
export const webhooks: Webhooks = {
  resource: 'webhook',
  // The content of an update is not settled: a subscription is deleted and made anew.
  operations: { list: 'list', create: 'create', update: false, delete: 'delete' },
  needs: { app_id: ref('app', 'API app that the subscription belongs to', { label: 'App ID', required: true }) },
  otherEvents: true,
  fields: { id: 'id', url: 'endpoint', events: 'event' },
  event: 'eventType',
  shapes: { data: { record: 'data' } },
  source: `${bytechef}/src/main/java/com/bytechef/component/nifty/trigger/NiftyNewTaskTrigger.java ; ${pipedream}/sources/common/base.mjs`,
};
