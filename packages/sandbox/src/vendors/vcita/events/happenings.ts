import type { Change } from '../../../rules.ts';
import type { Row } from '../../../store.ts';

type Happenings = (change: Change & { readonly was: Readonly<Record<string, unknown>> }) => readonly string[];

const when = (condition: boolean, ...events: readonly string[]): readonly string[] => (condition ? events : []);

const became = (row: Row, was: Readonly<Record<string, unknown>>, field: string, value: unknown): boolean =>
  row[field] === value && was[field] !== value;

const appointment: Happenings = ({ kind, row, was }) => {
  if (kind === 'deleted') return [];
  if (kind === 'created') return [row.state === 'requested' ? 'appointment/requested' : 'appointment/scheduled'];
  const over = row.no_show === true ? 'appointment/no_show' : 'appointment/completed';
  return [
    ...when(became(row, was, 'state', 'scheduled'), 'appointment/scheduled'),
    ...when(became(row, was, 'state', 'cancelled'), 'appointment/cancelled'),
    ...when(became(row, was, 'state', 'done'), over),
    ...when(row.start_time !== was.start_time, 'appointment/rescheduled'),
  ];
};

const matter: Happenings = ({ kind, row, was }) => [
  ...when(kind === 'updated' && became(row, was, 'deleted', true), 'matter/delete'),
  ...when(kind === 'updated' && became(row, was, 'deleted', false), 'matter/recover'),
  ...when(kind === 'updated' && was.business_unread === true && row.business_unread === false, 'conversation/read'),
];

const invoice: Happenings = ({ kind, row, was }) => {
  if (kind === 'deleted' || row.status === 'draft') return [];
  return [became(row, was, 'status', 'issued') ? 'invoice/issued' : 'invoice/updated'];
};

const estimate: Happenings = ({ row, was }) => [
  ...when(became(row, was, 'status', 'issued'), 'estimate/requested'),
  ...when(became(row, was, 'status', 'approved'), 'estimate/approved'),
  ...when(became(row, was, 'status', 'rejected'), 'estimate/rejected'),
];

const linked = ({ payment_requests }: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(payment_requests) && payment_requests.length > 0;

const payment: Happenings = ({ kind, row, was }) => {
  if (kind === 'created') return when(row.state === 'paid', 'payment/recorded', 'payment/paid');
  if (row.refunded !== was.refunded) return ['payment/refunded'];
  if (became(row, was, 'state', 'cancelled')) return ['payment/cancelled'];
  if (became(row, was, 'state', 'paid')) return ['payment/recorded', 'payment/paid'];
  return [linked(row) && !linked(was) ? 'payment/matched' : 'payment/updated'];
};

const message: Happenings = ({ kind, row }) => {
  if (kind !== 'created') return [];
  const by = row.direction === 'client_to_business' ? 'client' : 'business';
  return [`message/${by}_sent_message`, 'conversation_item/created'];
};

const staff: Happenings = ({ kind, row, was }) => {
  if (kind !== 'updated') return [`staff/${kind}`];
  if (row.active === was.active) return ['staff/updated'];
  return [row.active === true ? 'staff/reactivated' : 'staff/deactivated'];
};

const created =
  (...events: readonly string[]): Happenings =>
  ({ kind }) =>
    when(kind === 'created', ...events);

/** Names of the events that a change of a record is, by its kind. */
export const happenings: Readonly<Record<string, Happenings>> = {
  client: ({ kind }) => when(kind !== 'deleted', `client/${kind}`),
  appointment,
  matter,
  invoice,
  estimate,
  payment,
  message,
  staff,
  deposit: created('deposit/created'),
  contactImport: created('bulk_import/done'),
  service: ({ kind }) => when(kind === 'updated', 'service/updated'),
  eventAttendance: ({ kind }) => when(kind !== 'deleted', `event/${kind}`, `event_attendance/${kind}`),
};
