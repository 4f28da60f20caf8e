import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { book, cancel, change } from '../calendar/appointments.ts';
import { attend } from '../calendar/events.ts';
import { stored } from '../wire/names.ts';
import { refused } from '../wire/refusals.ts';
import { found, inList, oneRow } from './table.ts';

type Values = Readonly<Record<string, unknown>>;

/** What is told of a booking but not kept. */
const passing = new Set([
  'portal_id',
  'form_data',
  'notify_client',
  'message',
  'allow_double_booking',
  'event_instance_uid',
  'source_type',
  'padding',
]);

const kept = (body: Values): Values =>
  Object.fromEntries(Object.entries(stored(body)).filter(([name]) => !passing.has(name)));

/** An appointment that staff put down; they may do so outside their hours. */
const put: Handler = ({ body, twin, actor }) => ({
  kind: 'row',
  row: book(kept(body), { anyHour: true }, twin, actor),
});

const stateOf = ({ body, twin }: Call): string =>
  twin.store.find('service', body.service_id)?.approval_mode === 'manual' ? 'requested' : 'scheduled';

/** A time with a staff member, or a seat at an event. A service that has to be approved makes a request of it. */
const create: Handler = (call) => {
  const { body, twin, actor } = call;
  if (body.event_instance_id) return { kind: 'row', row: attend(body.event_instance_id, stored(body), twin, actor) };
  if (!body.client_id || !body.start_time || !body.staff_id)
    throw refused(422, 'FORM_VALIDATION_ERROR', 'client_id, staff_id and start_time are needed');
  return { kind: 'row', row: book({ ...kept(body), state: stateOf(call) }, {}, twin, actor) };
};

const bookingOf = ({ body, path, twin }: Call): Row => {
  const id = path.booking_id ?? body.booking_id;
  return twin.store.find('eventAttendance', id) ?? found('appointment', id, twin);
};

const update: Handler = (call) => {
  const { body, twin, actor } = call;
  const wish = { doubled: body.allow_double_booking === true };
  const { business_uid: _, ...values } = kept(body);
  return { kind: 'row', row: change(bookingOf(call), values, wish, twin, actor) };
};

const accept: Handler = (call) => {
  const row = bookingOf(call);
  if (row.state !== 'requested' && row.state !== 'reschedule')
    throw refused(422, 'invalid', `Only a requested booking can be accepted; this one is ${String(row.state)}`);
  call.twin.records.update('appointment', row.id, { state: 'scheduled' }, call.actor);
  return oneRow({ id: row.id, success: true });
};

const callOff = (call: Call): Row => {
  const { body, twin, actor } = call;
  const row = bookingOf(call);
  if (row.event_instance_uid) return twin.records.update('eventAttendance', row.id, { state: 'cancelled' }, actor);
  return cancel(row, body.cancel_payment === true, twin, actor);
};

const complete: Handler = (call) => {
  const { body, twin, actor } = call;
  const row = bookingOf(call);
  if (row.state !== 'scheduled' && row.state !== 'done')
    throw refused(422, 'invalid', `The booking is ${String(row.state)}`);
  const table = row.event_instance_uid ? 'eventAttendance' : 'appointment';
  twin.records.update(table, row.id, { state: 'done', no_show: body.mark_as_no_show === true }, actor);
  return oneRow({ id: row.id, success: true });
};

/** Calls that make bookings and act on them. */
export const bookingHandlers: Readonly<Record<string, Handler>> = {
  'appointment.create': put,
  'booking.create': create,
  'booking.createClientFlow': create,
  'booking.update': update,
  'booking.accept': inList(accept),
  'booking.cancel': inList((call) => oneRow({ id: callOff(call).id, success: true })),
  'booking.cancelClientFlow': (call) => ({ kind: 'row', row: callOff(call) }),
  'booking.setNoShow': inList(complete),
};
