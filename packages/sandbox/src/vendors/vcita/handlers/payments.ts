import type { Handler } from '../../../rules.ts';
import { mattersOf } from '../records/matters.ts';
import { stateOf } from '../sales/payment-requests.ts';
import { linkTo, requestFor, settle, unsettle } from '../sales/settle.ts';
import { refused, wrongValue } from '../wire/refusals.ts';
import { found, getOf, inList, ofPath, oneRow } from './table.ts';

/** Records money that came in, for an invoice, booking or order, or for nothing yet. */
const create: Handler = ({ body, twin, actor }) => {
  const { payment_subject_type: _type, payment_subject_id, mark_as_online, conversation_id, ...values } = body;
  if (values.state === 'pending' && values.payment_method !== 'Bank Transfer')
    throw wrongValue('payment_method', 'A pending payment needs the payment method Bank Transfer');
  const request = payment_subject_id === undefined ? undefined : requestFor(payment_subject_id, twin);
  if (payment_subject_id !== undefined && !request)
    throw wrongValue('payment_subject_id', 'payment_subject_id is invalid');
  const row = twin.records.create(
    'payment',
    {
      state: 'paid',
      paid_at: twin.scheduler.stamp(),
      staff_id: twin.store.rows('staff')[0]?.id,
      business_uid: twin.store.rows('business')[0]?.id,
      marked_as_online: mark_as_online ?? false,
      matter_uid: conversation_id ?? request?.matter_uid ?? mattersOf(values.client_id, twin)[0]?.id,
      payment_requests: [],
      refunded: 0,
      ...values,
      ...(request && linkTo(request, values)),
    },
    actor,
  );
  if (request) settle(row, request, twin, actor);
  return { kind: 'row', row };
};

/** Ties a payment that is for nothing yet to what is owed on its matter. */
const match: Handler = (call) => {
  const { body, twin, actor } = call;
  const payment = ofPath('payment', call);
  const request = found('paymentRequest', body.payment_status_uid, twin);
  if (request.matter_uid !== body.matter_uid)
    throw wrongValue('matter_uid', 'The payment request is of another matter');
  if (Array.isArray(payment.payment_requests) && payment.payment_requests.length > 0)
    throw refused(422, 'invalid', 'The payment is matched already');
  if (stateOf(request, twin.scheduler.now()) === 'PAID') throw refused(422, 'invalid', 'The payment request is paid');
  const row = twin.records.update('payment', payment.id, linkTo(request, payment), actor);
  settle(row, request, twin, actor);
  return { kind: 'row', row };
};

/** A pending payment that becomes paid counts for what it settles. */
const update: Handler = (call) => {
  const { body, twin, actor } = call;
  const before = ofPath('payment', call);
  if (before.state === 'refunded' || before.state === 'cancelled')
    throw refused(422, 'invalid', `The payment is ${String(before.state)}`);
  const row = twin.records.update('payment', before.id, body, actor);
  const [link] = Array.isArray(row.payment_requests) ? row.payment_requests : [];
  const request = twin.store.find('paymentRequest', link?.id);
  if (request && before.state === 'pending') settle(row, request, twin, actor);
  return { kind: 'row', row };
};

const refund: Handler = ({ body, twin, actor }) => {
  const payment = found('payment', body.payment_uid, twin);
  const before = Number(payment.refunded ?? 0);
  const amount = Number(body.amount ?? Number(payment.amount) - before);
  if (payment.state !== 'paid' || !(amount > 0) || before + amount > Number(payment.amount))
    throw wrongValue('amount', 'The payment cannot be refunded by this amount');
  const refunded = before + amount;
  const whole = refunded >= Number(payment.amount);
  const refund_time = String(body.refund_time ?? twin.scheduler.stamp());
  twin.records.update(
    'payment',
    payment.id,
    { refunded, refunded_at: refund_time, ...(whole && { state: 'refunded' }) },
    actor,
  );
  unsettle(payment, amount, twin, actor);
  const row = twin.records.create(
    'refund',
    {
      payment_uid: payment.id,
      amount: amount.toFixed(1),
      currency: payment.currency,
      refund_time,
      provider_refund_id: body.provider_refund_id ?? null,
      staff_id: payment.staff_id,
    },
    actor,
  );
  return { kind: 'row', row };
};

const totals: Handler = ({ twin }) => {
  const now = twin.scheduler.now();
  const year = new Date(now).getUTCFullYear();
  const ofYear = (wanted: number): number =>
    twin.store
      .rows('payment')
      .filter(({ paid_at, state }) => state === 'paid' && String(paid_at).startsWith(String(wanted)))
      .reduce((sum, { amount }) => sum + Number(amount), 0);
  const late = twin.store.rows('paymentRequest').filter((row) => stateOf(row, now) === 'OVERDUE');
  const owed = (from: number, to: number) => {
    const rows = late.filter(({ due_date }) => {
      const days = (now - Date.parse(String(due_date))) / 86_400_000;
      return days > from && days <= to;
    });
    return {
      amount: rows.reduce((sum, row) => sum + Number(row.amount) - Number(row.amount_paid), 0),
      count: rows.length,
    };
  };
  const all = owed(0, Number.POSITIVE_INFINITY);
  const week = owed(0, 7);
  const month = owed(7, 31);
  const old = owed(31, Number.POSITIVE_INFINITY);
  const waiting = twin.store.rows('estimate').filter(({ status }) => status === 'issued').length;
  return oneRow({
    total_payments: { success: true, data: { current_year: ofYear(year), last_year: ofYear(year - 1) } },
    overdue_payments_summary: {
      success: true,
      data: {
        total_overdue: all.amount,
        total_overdue_count: all.count,
        last_week: week.amount,
        last_week_count: week.count,
        last_month: month.amount,
        last_month_count: month.count,
        old: old.amount,
        old_count: old.count,
      },
    },
    pending_estimates: { success: true, data: { count: waiting } },
  });
};

/** What is still to come, by the day it is due. */
const forecast: Handler = ({ twin }) => {
  const now = twin.scheduler.now();
  const days: Record<string, number> = {};
  for (const row of twin.store.rows('paymentRequest')) {
    if (!['DUE', 'NOT_YET_DUE'].includes(stateOf(row, now))) continue;
    const day = String(row.due_date).slice(0, 10);
    days[day] = (days[day] ?? 0) + Number(row.amount) - Number(row.amount_paid);
  }
  return { kind: 'content', content: { success: true, data: days } };
};

/** Calls on money. */
export const paymentHandlers: Readonly<Record<string, Handler>> = {
  'payment.create': create,
  'payment.get': inList(getOf('payment')),
  'payment.update': update,
  'payment.match': match,
  'payment.refund': refund,
  'paymentRequest.sendLink': () => ({ kind: 'nothing' }),
  'paymentSettings.updateDefaultCurrency': ({ body, twin, actor }) => {
    const [row] = twin.store.rows('paymentSettings');
    if (row) twin.records.update('paymentSettings', row.id, { currency: body.currency }, actor);
    return oneRow({ currency: body.currency });
  },
  'salesReport.getPayments': totals,
  'salesReport.getForecast': forecast,
};
