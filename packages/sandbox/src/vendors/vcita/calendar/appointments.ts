import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { mattersOf } from '../records/matters.ts';
import { changeRequest, requestOf, requestPayment } from '../sales/payment-requests.ts';
import { refused, ruleBroken, slotTaken, wrongValue } from '../wire/refusals.ts';
import { isFree, type Span, worksIn } from './free-slots.ts';

type Values = Readonly<Record<string, unknown>>;

const minute = 60_000;

const iso = (instant: number): string => new Date(instant).toISOString();

/** How somebody wants a time. */
export interface Wish {
  /** Booking that does not count as busy */
  readonly except?: unknown;
  /** Staff may put themselves down outside their hours; a client may not */
  readonly anyHour?: boolean;
  readonly doubled?: boolean;
}

/**
 * @throws ApiError 412 when the time is not free, in the past or outside working hours
 */
const checkSlot = (staffId: unknown, span: Span, wish: Wish, twin: Twin): void => {
  if (!(span.until > span.from)) throw wrongValue('end_time', 'end_time must be after start_time');
  if (span.from <= twin.scheduler.now()) throw ruleBroken('The time is in the past');
  if (!wish.anyHour && !worksIn(staffId, span, twin)) throw slotTaken('The staff member does not work then');
  if (!wish.doubled && !isFree(staffId, span, wish.except, twin)) throw slotTaken('The time is taken');
};

const owe = (row: Row, twin: Twin, actor: Actor): void => {
  const amount = Number(row.price ?? 0);
  if (amount <= 0) return;
  const { client_id, matter_uid, staff_id, currency } = row;
  requestPayment(
    {
      payable_type: 'Meeting',
      payable_uid: row.id,
      sellable_name: String(row.title),
      amount,
      currency,
      due_date: String(row.start_time),
      client_id,
      matter_uid,
      staff_id,
    },
    twin,
    actor,
  );
};

/** Puts an appointment into the calendar. Its service says what is not given. */
export const book = (values: Values, wish: Wish, twin: Twin, actor: Actor): Row => {
  const service = twin.store.find('service', values.service_id);
  if (!service) throw wrongValue('service_id', 'service_id is invalid');
  if (service.service_type === 'event') throw wrongValue('service_id', 'The service is no appointment service');
  const from = Date.parse(String(values.start_time));
  const duration = Number(service.duration);
  const until = values.end_time ? Date.parse(String(values.end_time)) : from + duration * minute;
  checkSlot(values.staff_id, { from, until }, wish, twin);
  const matter = values.matter_uid ?? mattersOf(values.client_id, twin)[0]?.id ?? null;
  const row = twin.records.create(
    'appointment',
    {
      title: service.name,
      interaction_type: service.interaction_type,
      interaction_details: service.meeting_interaction_details ?? '',
      charge_type: service.charge_type === 'paid' ? 'fixed' : 'no_price',
      price: service.charge_type === 'paid' ? Number(service.price ?? 0) : 0,
      currency: service.currency,
      approval_mode: service.approval_mode,
      no_show: false,
      initiator: actor === 'user' ? 'client' : 'staff',
      business_uid: twin.store.rows('business')[0]?.id,
      state: 'scheduled',
      ...values,
      matter_uid: matter,
      start_time: iso(from),
      end_time: iso(until),
      duration: Math.round((until - from) / minute),
    },
    actor,
  );
  owe(row, twin, actor);
  return row;
};

const open = new Set(['requested', 'scheduled', 'reschedule', 'pending_reschedule']);

/** Moves an appointment, or changes it otherwise; what is not given stays. */
export const change = (row: Row, values: Values, wish: Wish, twin: Twin, actor: Actor): Row => {
  if (!open.has(String(row.state))) throw refused(422, 'invalid', `The booking is ${String(row.state)}`);
  const from = Date.parse(String(values.start_time ?? row.start_time));
  const duration = Number(values.duration ?? row.duration);
  const until = from + duration * minute;
  const moved = iso(from) !== row.start_time || duration !== row.duration;
  if (moved) checkSlot(row.staff_id, { from, until }, { ...wish, except: row.id, anyHour: true }, twin);
  const times = { start_time: iso(from), end_time: iso(until), duration };
  const after = twin.records.update('appointment', row.id, { ...values, ...times }, actor);
  if (values.price !== undefined)
    changeRequest(requestOf('Meeting', row.id, twin), { amount: Number(values.price) }, twin, actor);
  return after;
};

/** Calls an appointment off; its time is free again. */
export const cancel = (row: Row, cancelPayment: boolean, twin: Twin, actor: Actor): Row => {
  if (!open.has(String(row.state))) throw refused(422, 'invalid', `The booking is ${String(row.state)} already`);
  if (cancelPayment) changeRequest(requestOf('Meeting', row.id, twin), { cancelled: true }, twin, actor);
  return twin.records.update('appointment', row.id, { state: 'cancelled' }, actor);
};
