import { choice, choices, dateTime, flag, id, integer, json, list, number, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identityId, stamps, undescribed } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/scheduling/legacy/legacy_v1_scheduling.json';
const states = ['rejected', 'scheduled', 'done', 'cancelled', 'pending_reschedule', 'reschedule'] as const;

/** A time with a client in the calendar of a staff member. */
export const appointment = defineResource({
  name: 'appointment',
  label: 'Appointment',
  description: 'A time with a client in the calendar of a staff member',
  title: ['title', 'start_time'],
  fields: {
    ...identityId,
    title: text('Title, mostly the name of the service', { example: 'Physiotherapy, 45 min' }),
    client_id: ref('client', 'Client', { label: 'Client' }),
    service_id: ref('service', 'Service', { label: 'Service' }),
    staff_id: ref('staff', 'Staff member', { label: 'Staff' }),
    start_time: dateTime('Start', { example: '2026-12-01T09:00:00Z' }),
    end_time: dateTime('End: start plus the duration of the service', { example: '2026-12-01T09:45:00Z' }),
    interaction_type: text('Where: the same as in the service', { example: 'business_location' }),
    interaction_details: text('Address or phone; empty for online', { default: '', example: '12 Mill Lane, Leeds' }),
    charge_type: choice(['no_price', 'fixed', 'custom'], 'What it costs', { default: 'no_price' }),
    duration: integer('Duration', { unit: 'minutes', readOnly: true }),
    state: text('State', { readOnly: true }),
    no_show: flag('The client did not come', { readOnly: true }),
    type: text('Kind', { readOnly: true }),
    notes: text('Notes', { nullable: true, readOnly: true }),
    client_first_name: text('First name of the client', { readOnly: true }),
    client_last_name: text('Last name of the client', { readOnly: true }),
    staff_display_name: text('Name of the staff member', { readOnly: true }),
    conversation_id: ref('matter', 'Matter', { readOnly: true }),
    business_uid: ref('business', 'Business', { readOnly: true }),
    category_name: text('Category of the service', { nullable: true, readOnly: true }),
    price: text('Price', { readOnly: true }),
    currency: text('Currency', { nullable: true, readOnly: true }),
    payment_id: id('Payment', { nullable: true, readOnly: true }),
    payment_status: json('State of the payment', { nullable: true, readOnly: true }),
    initiator: text('Who made it', { nullable: true, readOnly: true }),
    approval_mode: text('How it is approved', { nullable: true, readOnly: true }),
    optional_times: json('Other times that were offered', { readOnly: true }),
    is_recurring: flag('One of a series', { readOnly: true }),
    series_id: id('Series', { nullable: true, readOnly: true }),
    linked_booking_uid: id('Booking it is linked to', { nullable: true, readOnly: true }),
    auto_follow_up_hours: number('Follow-up is sent after', { unit: 'hours', readOnly: true }),
    coupon: json('Coupon', { nullable: true, readOnly: true }),
    image_url: text('Picture', { readOnly: true }),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /platform/v1/scheduling/appointments',
      summary: 'Get many appointments',
      description: 'There is no filter by date: sort and stop, or use the search with appointment as kind',
      query: {
        client_id: ref('client', 'Only of this client', { label: 'Client' }),
        state: choices(states, 'Only in these states', { example: ['scheduled'] }),
        business_id: ref('business', 'Business', { label: 'Business' }),
        sort: list(text('A field with :ASC or :DESC'), 'Order, in upper case', {
          label: 'Order of Rows',
          example: ['start_at:DESC'],
          suggestions: ['start_at:ASC', 'start_at:DESC', 'created:ASC', 'created:DESC', 'updated:ASC', 'updated:DESC'],
        }),
      },
      returns: 'many',
      rowsPath: ['data.appointments', 'data'],
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /platform/v1/scheduling/appointments/{appointment_id}',
      summary: 'Get an appointment',
      returns: 'one',
      itemPath: ['data.appointment', 'data'],
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /business/scheduling/v1/appointments',
      summary: 'Put an appointment into the calendar',
      description: 'Services by phone or at a place need the details of the place',
      body: {
        required: ['client_id', 'service_id', 'staff_id', 'title', 'start_time', 'end_time'],
        optional: ['interaction_type', 'interaction_details', 'charge_type'],
        fields: {
          source_type: choice(['initiated_by_staff', 'initiated_by_client'], 'Who asked for it', {
            default: 'initiated_by_staff',
          }),
        },
        wrap: 'appointments[]',
        fixed: { new_api: true },
      },
      returns: 'one',
      itemPath: ['data.appointments', 'appointments', 'data.appointment', 'appointment', 'data', ''],
      row: undescribed,
      evidence: 'partly',
      source: 'vcita/developers-hub@be14f712^:zapier/manifest.yaml',
    },
  },
});
