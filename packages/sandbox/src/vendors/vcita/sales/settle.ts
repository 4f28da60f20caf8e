import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { wrongValue } from '../wire/refusals.ts';
import { addMoney } from './payment-requests.ts';

/** The payment request behind what a payment is for: the request itself, or an invoice, booking or order. */
export const requestFor = (id: unknown, { store }: Twin): Row | undefined =>
  store.find('paymentRequest', id) ?? store.rows('paymentRequest').find(({ payable_uid }) => payable_uid === id);

type Values = Readonly<Record<string, unknown>>;

/**
 * What a payment says of the request that it settles.
 * @throws ApiError 422 for another currency, a cancelled request, or more money than is owed
 */
export const linkTo = (request: Row, payment: Values): Values => {
  if (request.currency !== payment.currency) throw wrongValue('currency', 'The currencies differ');
  if (request.cancelled === true) throw wrongValue('payment_status_uid', 'The payment request is cancelled');
  if (Number(request.amount) - Number(request.amount_paid) + 0.005 < Number(payment.amount))
    throw wrongValue('amount', 'The payment is larger than what is still to pay');
  return {
    payment_requests: [{ id: request.id, type: 'PaymentRequest' }],
    invoice_id: request.payable_type === 'Invoice' ? request.payable_uid : null,
    matter_uid: request.matter_uid,
  };
};

/** Counts the money of a payment for its request, unless it is still pending. */
export const settle = (payment: Row, request: Row, twin: Twin, actor: Actor): void => {
  if (payment.state === 'paid') addMoney(request, Number(payment.amount), twin, actor);
};

/** Takes the money of a payment back from what it settled. */
export const unsettle = (payment: Row, amount: number, twin: Twin, actor: Actor): void => {
  const [link] = Array.isArray(payment.payment_requests) ? payment.payment_requests : [];
  const request = twin.store.find('paymentRequest', link?.id);
  if (request) addMoney(request, -amount, twin, actor);
};
