import { dateTime, id, integer, json, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { businessId } from '../shared-fields.ts';

/** The place of a client on the waiting list of an event. */
export const waitlist = defineResource({
  name: 'waitlist',
  label: 'Waitlist',
  description: 'The place of a client on the waiting list of an event',
  key: 'uid',
  title: 'title',
  fields: {
    uid: id('Identifier', { readOnly: true }),
    title: text('Title of the event', { readOnly: true }),
    spot: integer('Position', { readOnly: true }),
    status: text('State', { readOnly: true }),
    state_summary: json('State in words', { readOnly: true }),
    start_time_h: text('Start in words', { readOnly: true }),
    where_h: text('Place in words', { readOnly: true }),
    initiator: text('Who asked for it', { readOnly: true }),
    type: text('Kind', { readOnly: true }),
    event_instance_uid: ref('event', 'Event', { readOnly: true }),
    staff_uid: ref('staff', 'Staff member', { readOnly: true }),
    matter: object({ uid: ref('matter', 'Matter'), display_name: text('Name') }, 'Matter', { readOnly: true }),
    created_at: dateTime('When it was made', { readOnly: true }),
  },
  operations: {
    join: {
      route: 'POST /platform/v1/scheduling/waitlist',
      summary: 'Put a client on a waiting list',
      body: {
        fields: {
          event_instance_id: id('Event', { label: 'Event', required: true }),
          client_id: ref('client', 'Client, not for tokens of clients', { label: 'Client' }),
          matter_uid: ref('matter', 'Matter it belongs to', { label: 'Matter' }),
          ...businessId,
          time_zone: text('Time zone', { example: 'Europe/London' }),
          channel: text('Channel of the source'),
          source_name: text('Name of the source', { example: 'website' }),
          source_url: text('Page of the source'),
        },
      },
      returns: 'one',
      itemPath: ['data.waitlist', 'data'],
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/scheduling/legacy/legacy_v1_scheduling.json',
    },
  },
});
