import { nameOfMatter } from '../records/matters.ts';
import { decimal } from '../sales/amounts.ts';
import { requestOf, stateOf } from '../sales/payment-requests.ts';
import { fullName, neighbour, sourceOf, type View } from './view.ts';

/** An appointment with names of client, staff member and category. */
export const appointmentView: View = (row, { twin }) => {
  const client = neighbour(twin, 'client', row.client_id);
  const staff = neighbour(twin, 'staff', row.staff_id);
  const service = neighbour(twin, 'service', row.service_id);
  const category = neighbour(twin, 'serviceCategory', service.category_id);
  const request = requestOf('Meeting', row.id, twin);
  return {
    type: 'appointment',
    client_first_name: client.first_name,
    client_last_name: client.last_name,
    staff_display_name: staff.display_name,
    category_name: category.name,
    price: decimal(row.price),
    payment_request_uid: request?.id,
    payment_status: request ? { id: request.id, state: stateOf(request, twin.scheduler.now()) } : null,
    optional_times: [],
    is_recurring: false,
    image_url: '',
  };
};

/** An appointment as a booking: the same in other words. */
export const bookingView: View = (row, around) => ({
  ...appointmentView(row, around),
  price: Number(row.price ?? 0),
  status: row.state,
  staff_name: neighbour(around.twin, 'staff', row.staff_id).display_name,
  payable: Number(row.price ?? 0) > 0,
  invoices: [],
  policies: { can_cancel: row.state === 'scheduled', can_reschedule: row.state === 'scheduled' },
  suggested_times: [],
  source_data: sourceOf(row),
});

/** A seat at an event as a booking. */
export const attendanceBookingView: View = (row, { twin }) => {
  const event = neighbour(twin, 'event', row.event_instance_uid);
  return {
    type: 'event',
    title: event.title,
    start_time: event.start_time,
    end_time: event.end_time,
    duration: event.duration,
    status: row.state,
    staff_id: event.staff_id,
    service_id: event.service_id,
    staff_name: neighbour(twin, 'staff', event.staff_id).display_name,
    price: Number(event.price ?? 0),
    payable: false,
    invoices: [],
    suggested_times: [],
    source_data: sourceOf(row),
  };
};

/** A seat at an event with the event, the client and the matter. */
export const attendanceView: View = (row, { twin }) => {
  const event = neighbour(twin, 'event', row.event_instance_uid);
  const client = neighbour(twin, 'client', row.client_id);
  const { first_name, last_name, email, phone, address } = client;
  return {
    event_title: event.title,
    event_instance_state: event.state,
    event_instance_staff_uid: event.staff_id,
    event_service_uid: event.service_id,
    start_time: event.start_time,
    duration: event.duration,
    client: {
      uid: row.client_id,
      full_name: fullName(client),
      first_name,
      last_name,
      email,
      phone_to_display: phone,
      address,
    },
    matter: { uid: row.matter_uid, display_name: nameOfMatter(neighbour(twin, 'matter', row.matter_uid)) },
    state_summary: { state: row.state, state_h: row.state },
    price: decimal(event.price),
    net_price: decimal(event.price),
    currency: event.currency,
    payment_state: 'pending',
    taxes: [],
    source: 'staff',
  };
};

/** A place on the waiting list of an event. */
export const waitlistView: View = (row, { twin }) => {
  const event = neighbour(twin, 'event', row.event_instance_uid);
  return {
    title: event.title,
    staff_uid: event.staff_id,
    start_time_h: String(event.start_time).replace('T', ' ').slice(0, 16),
    where_h: event.interaction_details ?? event.interaction_type,
    state_summary: { state: row.status, state_h: 'Waiting' },
    matter: { uid: row.matter_uid, display_name: nameOfMatter(neighbour(twin, 'matter', row.matter_uid)) },
  };
};
