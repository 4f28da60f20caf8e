import { chosen, type Input, recordOf } from '../../../act-input.ts';
import type { Act } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { requestOf } from '../sales/payment-requests.ts';
import { linkTo, settle } from '../sales/settle.ts';
import { isOn, switchSetting } from '../settings.ts';
import { refused } from '../wire/refusals.ts';

const anInvoice = chosen('invoice_id', 'Invoice', 'invoice');
const anEstimate = chosen('estimate_id', 'Estimate', 'estimate');

/** Pays what is left of an invoice. */
const pay = (input: Input, twin: Twin): Row => {
  const invoice = recordOf(input, 'invoice_id', 'invoice', twin);
  const request = requestOf('Invoice', invoice.id, twin);
  const amount = Number(request?.amount ?? 0) - Number(request?.amount_paid ?? 0);
  if (!request || amount <= 0) throw refused(422, 'invalid', 'There is nothing left to pay');
  const values = {
    title: request.sellable_name,
    client_id: invoice.client_id,
    amount,
    currency: invoice.currency,
    payment_method: 'Credit Card',
    state: 'paid',
    offline: false,
    refunded: 0,
    staff_id: invoice.staff_id,
    paid_at: twin.scheduler.stamp(),
  };
  const payment = twin.records.create('payment', { ...values, ...linkTo(request, values) }, 'user');
  settle(payment, request, twin, 'user');
  return payment;
};

const decide =
  (status: 'approved' | 'rejected') =>
  (input: Input, twin: Twin): Row => {
    const estimate = recordOf(input, 'estimate_id', 'estimate', twin);
    if (estimate.status !== 'issued') throw refused(422, 'invalid', `The estimate is ${String(estimate.status)}`);
    return twin.records.update('estimate', estimate.id, { status }, 'user');
  };

/** What clients do with documents, and how deliveries come. */
export const moneyActs: readonly Act[] = [
  { name: 'clientPays', label: 'A client pays an invoice', verb: 'Pay', inputs: [anInvoice], run: pay },
  {
    name: 'clientApproves',
    label: 'A client approves an estimate',
    verb: 'Approve',
    inputs: [anEstimate],
    run: decide('approved'),
  },
  {
    name: 'clientRejects',
    label: 'A client rejects an estimate',
    verb: 'Reject',
    inputs: [anEstimate],
    run: decide('rejected'),
  },
  {
    name: 'switchList',
    label: 'Deliver events within a list, or not any more',
    verb: 'Switch',
    inputs: [],
    run(_, twin) {
      switchSetting('deliveries_in_list', !isOn('deliveries_in_list', twin), twin);
      return undefined;
    },
  },
];
