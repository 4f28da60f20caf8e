import type { VendorEvent, Webhooks } from '../../define/event.ts';
import type { Evidence } from '../../define/operation.ts';

type EventLine = readonly [name: string, description: string, resource: string];

const normal: readonly EventLine[] = [
  ['card.created', 'A card was made', 'card'],
  ['card.updated', 'A card was changed', 'card'],
  ['card.deleted', 'A card was removed', 'card'],
  ['card.updated.merged', 'Presumably several changes of a card, sent as one; may repeat card.updated', 'card'],
  ['collection.created', 'A collection was made', 'collection'],
  ['collection.updated', 'A collection was changed', 'collection'],
  ['collection.deleted', 'A collection was removed', 'collection'],
  ['attachment.created', 'An attachment was added', 'attachment'],
  ['attachment.updated', 'An attachment was changed', 'attachment'],
  ['attachment.deleted', 'An attachment was removed', 'attachment'],
  ['comment.created', 'A comment was written', 'comment'],
  ['comment.updated', 'A comment was changed', 'comment'],
  ['comment.deleted', 'A comment was removed', 'comment'],
  ['time_tracking.created', 'A time entry was made', 'timeTracking'],
  ['time_tracking.updated', 'A time entry was changed', 'timeTracking'],
  ['time_tracking.deleted', 'A time entry was removed', 'timeTracking'],
];

const nested: readonly EventLine[] = [
  ['card.label.attached', 'A label was put on a card', 'card'],
  ['card.label.detached', 'A label was taken off a card', 'card'],
  ['card.resource.attached', 'A resource was assigned to a card', 'card'],
  ['card.resource.detached', 'A resource was taken off a card', 'card'],
  ['collection.label.attached', 'A label was put on a collection', 'collection'],
  ['collection.label.detached', 'A label was taken off a collection', 'collection'],
  ['collection.follower.attached', 'Somebody follows a collection', 'collection'],
  ['collection.follower.detached', 'Somebody no longer follows a collection', 'collection'],
];

// The collection's, presumably: its keys are documented, what stands in them is not.
const unclear = '; whose record arrives is not documented';

const nestedWithPivot: readonly EventLine[] = [
  ['card.activity.attached', 'An activity was added to a card', 'card'],
  ['card.activity.detached', 'An activity was taken off a card', 'card'],
  ['card.activity.updated', 'An activity of a card was changed', 'card'],
  ['collection.activity.attached', 'An activity was added to a collection', 'collection'],
  ['collection.activity.detached', 'An activity was taken off a collection', 'collection'],
  ['collection.activity.updated', 'An activity of a collection was changed', 'collection'],
  ['collection.checklist.created', `A checklist of a collection was made${unclear}`, 'collection'],
  ['collection.checklist.updated', `A checklist of a collection was changed${unclear}`, 'collection'],
  ['collection.checklist.deleted', `A checklist of a collection was removed${unclear}`, 'collection'],
  ['collection.checklist.item.attached', `An item was added to a checklist of a collection${unclear}`, 'collection'],
  ['collection.checklist.item.detached', `An item was taken off a checklist of a collection${unclear}`, 'collection'],
  ['collection.checklist.item.updated', `An item of a checklist of a collection was changed${unclear}`, 'collection'],
];

const events = (lines: readonly EventLine[], shape: string, evidence: Evidence): VendorEvent[] =>
  lines.map(([name, description, resource]) => ({ name, description, resource, shape, evidence }));

/** All 36 events of vPlan. Nothing exists for orders, boards, stages, resources, users and schedules. */
export const vendorEvents: readonly VendorEvent[] = [
  ...events(normal, 'normal', 'documented'),
  ...events(nested, 'nested', 'partly'),
  ...events(nestedWithPivot, 'nestedWithPivot', 'documented'),
];

/** Names of all events, as a subscription lists them. */
export const eventNames: readonly string[] = vendorEvents.map(({ name }) => name);

/** `{environment, trigger, event, data}`, unsigned; 2xx within 10 s, else it is sent again later. */
export const webhooks: Webhooks = {
  resource: 'webhook',
  fields: {
    id: 'id',
    url: 'url',
    events: 'event_types',
    active: 'active',
    description: 'description',
    sending: 'can_send',
  },
  event: 'event',
  changedAt: 'updated_at',
  shapes: {
    normal: { record: 'data.current', previous: 'data.old', changes: ['data.new'] },
    nested: { record: 'data.current', undated: true, changes: ['data.attached', 'data.detached'] },
    // Attaching to a record does not move its updated_at.
    nestedWithPivot: {
      record: 'data.current',
      undated: true,
      changes: ['data.attached', 'data.detached', 'data.updated', 'data.new'],
    },
  },
  timeLimitSeconds: 10,
  source: 'https://docs.api.vplan.com',
};
