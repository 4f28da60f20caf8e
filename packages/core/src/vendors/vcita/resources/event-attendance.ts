import { dateTime, flag, id, integer, json, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';

/** The place of a client at an event. */
export const eventAttendance = defineResource({
  name: 'eventAttendance',
  label: 'Event Attendance',
  description: 'The place of a client at an event',
  key: 'uid',
  title: 'event_title',
  fields: {
    uid: id('Identifier', { readOnly: true }),
    id: id('Identifier', { readOnly: true }),
    event_instance_uid: ref('event', 'Event', { readOnly: true }),
    event_title: text('Title of the event', { readOnly: true }),
    event_instance_state: text('State of the event', { readOnly: true }),
    event_instance_staff_uid: ref('staff', 'Staff member of the event', { readOnly: true }),
    event_service_uid: ref('service', 'Service', { nullable: true, readOnly: true }),
    start_time: dateTime('Start', { readOnly: true }),
    duration: integer('Duration', { unit: 'minutes', readOnly: true }),
    client: object(
      {
        uid: ref('client', 'Client'),
        full_name: text('Name'),
        first_name: text('First name'),
        last_name: text('Last name'),
        email: text('Email'),
        phone_to_display: text('Phone', { nullable: true }),
        address: text('Address', { nullable: true }),
      },
      'Client',
      { readOnly: true },
    ),
    matter: object({ uid: ref('matter', 'Matter'), display_name: text('Name', { nullable: true }) }, 'Matter', {
      readOnly: true,
    }),
    conversation_uid: ref('matter', 'Matter', { readOnly: true }),
    state_summary: json('State, with what can be done now', { readOnly: true }),
    no_show: flag('The client did not come', { readOnly: true }),
    price: text('Price', { readOnly: true }),
    net_price: text('Price without taxes', { readOnly: true }),
    currency: text('Currency', { nullable: true, readOnly: true }),
    payment_state: text('State of the payment', { readOnly: true }),
    payment: json('Payment', { nullable: true, readOnly: true }),
    taxes: json('Taxes', { readOnly: true }),
    source: text('Where it came from', { readOnly: true }),
    created_at: dateTime('When it was made', { readOnly: true }),
  },
  operations: {
    get: {
      route: 'GET /platform/v1/scheduling/event_attendances/{event_attendance_uid}',
      summary: 'Get an attendance of an event',
      path: { event_attendance_uid: id('Attendance', { label: 'Attendance' }) },
      returns: 'one',
      itemPath: ['data.event_attendance', 'data'],
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/scheduling/legacy/legacy_v1_scheduling.json',
    },
  },
});
