import { dateTime, id, integer, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';

const seenIn =
  'vcita/developers-hub:api-validation/workflows/scheduling/get_platform_v1_scheduling_event_instance_event_instance_id.md';

/** A group event at one date, with places for several clients. */
export const event = defineResource({
  name: 'event',
  label: 'Event',
  description: 'A group event at one date, with places for several clients',
  key: 'uid',
  title: 'title',
  fields: {
    uid: id('Identifier', { readOnly: true }),
    title: text('Title', { example: 'Back school, group' }),
    start_time: dateTime('Start', { example: '2026-12-03T18:00:00Z' }),
    end_time: dateTime('End', { example: '2026-12-03T19:00:00Z' }),
    duration: integer('Duration', { unit: 'minutes', minimum: 1, example: 60 }),
    max_attendance: integer('Places', { minimum: 1, example: 8 }),
    interaction_type: text('Where', { example: 'business_location' }),
    padding: integer('Free time before', { unit: 'minutes' }),
    charge_type: text('What it costs', { example: 'no_price' }),
    interaction_details: text('Address or phone', { readOnly: true }),
    price: text('Price', { readOnly: true }),
    currency: text('Currency', { readOnly: true }),
    state: text('State', { readOnly: true }),
    service_id: ref('service', 'Service', { readOnly: true }),
    staff_id: ref('staff', 'Staff member', { readOnly: true }),
  },
  operations: {
    get: {
      route: 'GET /platform/v1/scheduling/event_instance/{event_instance_id}',
      summary: 'Get an event',
      path: { event_instance_id: id('Event', { label: 'Event' }) },
      returns: 'one',
      itemPath: ['data.event_instance', 'data'],
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/scheduling/legacy/legacy_v1_scheduling.json',
    },
    create: {
      route: 'POST /v2/event_instances',
      summary: 'Create an event',
      body: {
        required: ['title', 'start_time'],
        optional: ['end_time', 'duration', 'max_attendance', 'interaction_type', 'padding', 'charge_type'],
      },
      returns: 'one',
      itemPath: ['', 'data'],
      evidence: 'partly',
      source: seenIn,
    },
    addAttendee: {
      route: 'POST /v2/event_instances/{event_instance_uid}/event_attendances',
      summary: 'Register a client for an event',
      path: { event_instance_uid: id('Event', { label: 'Event' }) },
      body: { fields: { client_id: ref('client', 'Client', { label: 'Client', required: true }) } },
      returns: 'one',
      itemPath: ['', 'data'],
      row: { uid: id('Identifier of the attendance') },
      evidence: 'partly',
      source:
        'vcita/developers-hub:api-validation/workflows/scheduling/get_platform_v1_scheduling_event_attendances_event_attendance_uid.md',
    },
  },
});
