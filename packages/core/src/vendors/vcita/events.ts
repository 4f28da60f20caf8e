import type { VendorEvent, Webhooks } from '../../define/event.ts';
import type { Evidence } from '../../define/operation.ts';

type EventLine = readonly [name: string, description: string, resource: string];

/** The vendor shows a delivery. */
const sampled: readonly EventLine[] = [
  ['appointment/scheduled', 'An appointment was scheduled', 'appointment'],
  ['appointment/requested', 'A client asked for an appointment', 'appointment'],
  ['appointment/rescheduled', 'An appointment was moved', 'appointment'],
  ['appointment/cancelled', 'An appointment was cancelled', 'appointment'],
  ['appointment/completed', 'An appointment is over', 'appointment'],
  ['appointment/reminder_sent', 'A reminder of an appointment was sent', 'appointment'],
  ['client/created', 'A client was added', 'client'],
  ['client/updated', 'A client was changed', 'client'],
  ['conversation/read', 'A conversation was read', 'conversation'],
  ['conversation_item/created', 'Something was added to a conversation', 'message'],
  ['deposit/created', 'A deposit was made', 'deposit'],
  ['document/sent', 'A document was sent to a client', 'document'],
  ['estimate/requested', 'An estimate was sent for approval', 'estimate'],
  ['estimate/approved', 'A client approved an estimate', 'estimate'],
  ['estimate/rejected', 'A client rejected an estimate', 'estimate'],
  ['event/created', 'A client registered for an event', 'eventAttendance'],
  ['event/updated', 'A registration for an event was changed', 'eventAttendance'],
  ['invoice/issued', 'An invoice was issued', 'invoice'],
  ['invoice/updated', 'An invoice was changed', 'invoice'],
  ['matter/delete', 'A matter was deleted', 'matter'],
  ['matter/recover', 'A deleted matter was brought back', 'matter'],
  ['message/client_sent_message', 'A client sent a message', 'message'],
  ['message/business_sent_message', 'The business sent a message', 'message'],
  ['payment/recorded', 'A payment was recorded', 'payment'],
  ['payment/matched', 'A payment was matched', 'payment'],
  ['payment/refunded', 'A payment was refunded', 'payment'],
  ['payment/updated', 'A payment was changed', 'payment'],
  ['review/submitted', 'A client wrote a review', 'review'],
  ['service/updated', 'A service was changed', 'service'],
  ['staff/created', 'A staff member was added', 'staff'],
  ['staff/updated', 'A staff member was changed', 'staff'],
  ['staff/deactivated', 'A staff member was deactivated', 'staff'],
  ['staff/reactivated', 'A staff member was reactivated', 'staff'],
  ['staff/deleted', 'A staff member was deleted', 'staff'],
  ['tag/add', 'A tag was given to clients', 'tag'],
  ['tag/delete', 'A tag was taken from clients', 'tag'],
  ['bulk_import/done', 'An import, or a page of it, is done', 'contactImport'],
];

/** The vendor accepts the name; what arrives is known from a neighbouring event, or from the one it stands for. */
const neighboured: readonly EventLine[] = [
  ['appointment/no_show', 'An appointment was marked as a no-show', 'appointment'],
  ['event_attendance/created', 'An attendance of an event was made', 'eventAttendance'],
  ['event_attendance/updated', 'An attendance of an event was changed', 'eventAttendance'],
  ['lead/created', 'A lead was added: a client under another name', 'client'],
  ['meeting/scheduled', 'The same as appointment/scheduled', 'appointment'],
  ['meeting/requested', 'The same as appointment/requested', 'appointment'],
  ['meeting/rescheduled', 'The same as appointment/rescheduled', 'appointment'],
  ['meeting/cancelled', 'The same as appointment/cancelled', 'appointment'],
  ['meeting/completed', 'The same as appointment/completed', 'appointment'],
  ['meeting/no_show', 'The same as appointment/no_show', 'appointment'],
  ['meeting/reminder_sent', 'The same as appointment/reminder_sent', 'appointment'],
  ['payment/paid', 'A payment was paid; payment/recorded is what usually comes', 'payment'],
  ['payment/cancelled', 'A payment was cancelled', 'payment'],
];

/** The vendor accepts the name; what arrives is not known. */
const named: readonly EventLine[] = [
  ['contact_form/created', 'A contact form was submitted', 'contactForm'],
  ['voice_call/create', 'A voice call was made', 'voiceCall'],
];

/** What happens once to a record: it was made, written or sent. */
const isOnce = (name: string): boolean => /\/(created|submitted|client_sent_message|business_sent_message)$/.test(name);

const events = (lines: readonly EventLine[], evidence: Evidence): VendorEvent[] =>
  lines.map(([name, description, resource]) => ({
    name,
    description,
    resource,
    once: isOnce(name),
    shape: 'data',
    evidence,
  }));

/** The 52 events that are for a business. Partners have more, which may be named by hand. */
export const vendorEvents: readonly VendorEvent[] = [
  ...events(sampled, 'documented'),
  ...events(neighboured, 'partly'),
  ...events(named, 'inferred'),
];

/** Names of these events, as a subscription takes them. */
export const eventNames: readonly string[] = vendorEvents.map(({ name }) => name);

/**
 * `{entity_name, event_type, data}`, unsigned, sometimes in a list. A subscription holds one event and is removed by its
 * exact URL; there is no intuitive name for some events: no invoice/paid, client/deleted or appointment/created.
 */
export const webhooks: Webhooks = {
  resource: 'webhook',
  operations: { list: 'list', create: 'subscribe', update: false, delete: 'unsubscribe' },
  single: true,
  otherEvents: true,
  fields: { eventIn: ['entity', 'event_type'], id: 'id', url: 'url', events: 'event' },
  event: ['entity_name', 'event_type'],
  changedAt: 'updated_at',
  recordKey: [
    'appointment_id',
    'event_attendance_id',
    'invoice_id',
    'estimate_id',
    'payment_id',
    'message_id',
    'review_id',
    'document_id',
    'matter_id',
    'session_id',
    'uid',
    'client_id',
    'staff_id',
    'matter_uid',
    'name',
  ],
  inList: true,
  aliases: { 'service/updated': 'service/update' },
  shapes: { data: { record: 'data' } },
  source: 'https://developers.vcita.com/docs/webhook-subscriptions',
};
