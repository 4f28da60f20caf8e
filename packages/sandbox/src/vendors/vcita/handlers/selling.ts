import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { totalsOf } from '../sales/amounts.ts';
import { readLines } from '../sales/lines.ts';
import { changeRequest, requestOf, requestPayment } from '../sales/payment-requests.ts';
import { refused, wrongValue } from '../wire/refusals.ts';
import { found, ofPath, oneRow } from './table.ts';

type Content = Readonly<Record<string, unknown>>;

const listIn = (value: unknown): readonly Content[] => (Array.isArray(value) ? value : []);

/** A sale at the desk; what is in it is asked for at once. */
const createSale: Handler = ({ body, twin, actor }) => {
  const matter = found('matter', body.matter_uid, twin);
  const lines = listIn(body.items).map(({ entity_name, amount, ...line }) => ({
    ...line,
    name: entity_name,
    unit_amount: amount,
    quantity: 1,
  }));
  const items = readLines(lines, [], twin);
  const row = twin.records.create(
    'sale',
    {
      cart_number: 1 + twin.store.rows('sale').length,
      title: items.map(({ name }) => name).join(', '),
      cart_type: 'sale',
      is_sale: true,
      matter_uid: matter.id,
      client_id: matter.client_id,
      currency: body.currency,
      items,
      state: 'open',
    },
    actor,
  );
  requestPayment(
    {
      payable_type: 'Cart',
      payable_uid: row.id,
      sellable_name: String(row.title),
      amount: totalsOf(row).total,
      currency: row.currency,
      due_date: twin.scheduler.stamp(),
      matter_uid: matter.id,
      client_id: matter.client_id,
      staff_id: matter.staff_id,
    },
    twin,
    actor,
  );
  return { kind: 'row', row };
};

const endSale = (call: Call, state: string): Row => {
  const sale = ofPath('sale', call);
  if (sale.state !== 'open') throw refused(422, 'invalid', `The sale is ${String(sale.state)}`);
  return call.twin.records.update('sale', sale.id, { state }, call.actor);
};

const cancelSale: Handler = (call) => {
  const row = endSale(call, 'cancelled');
  changeRequest(requestOf('Cart', row.id, call.twin), { cancelled: true }, call.twin, call.actor);
  return { kind: 'row', row };
};

const creditsOf = (row: Row): readonly Content[] => listIn(row.booking_credits);

const holds = (credit: Content, service: unknown): boolean =>
  listIn(credit.services).some(({ id }) => id === service) && Number(credit.used ?? 0) < Number(credit.total_bookings);

/** A booking is paid with a credit of a package of the same client that covers its service. */
const redeem: Handler = ({ body, twin, actor }) => {
  const request = found('paymentRequest', body.payment_status_uid, twin);
  const booking = twin.store.find('appointment', request.payable_uid);
  const owned = twin.store
    .rows('clientPackage')
    .find(
      (row) => row.client_id === request.client_id && creditsOf(row).some((one) => holds(one, booking?.service_id)),
    );
  if (!booking || !owned) throw refused(422, 'invalid', 'No package of the client covers this booking');
  let spent = false;
  const booking_credits = creditsOf(owned).map((credit) => {
    if (spent || !holds(credit, booking.service_id)) return credit;
    spent = true;
    return { ...credit, used: Number(credit.used ?? 0) + 1 };
  });
  twin.records.update('clientPackage', owned.id, { booking_credits }, actor);
  twin.records.update(
    'paymentRequest',
    request.id,
    { amount_paid: request.amount, redeemed_from: owned.id, redemption_uid: booking.id },
    actor,
  );
  return oneRow({ package_name: owned.name });
};

const cancelRedemption: Handler = ({ body, twin, actor }) => {
  const request = found('paymentRequest', body.payment_status_id, twin);
  const owned = twin.store.find('clientPackage', request.redeemed_from);
  if (!owned) throw refused(422, 'invalid', 'No credit was used for it');
  let given = false;
  const booking_credits = creditsOf(owned).map((credit) => {
    if (given || Number(credit.used ?? 0) === 0) return credit;
    given = true;
    return { ...credit, used: Number(credit.used) - 1 };
  });
  twin.records.update('clientPackage', owned.id, { booking_credits }, actor);
  twin.records.update('paymentRequest', request.id, { amount_paid: 0, redeemed_from: null }, actor);
  return oneRow({
    payment_status_uid: request.id,
    booking_credit_redemption_uid: request.redemption_uid,
    client_uid: request.client_id,
  });
};

const taxRows = (call: Call): readonly Content[] => listIn(call.body.data);

/** All or none. */
const bulkUpdateTaxes: Handler = (call) => {
  const { twin, actor } = call;
  const entries = taxRows(call).map(({ id, uid, ...values }) => {
    const row = twin.store.find('tax', id ?? uid);
    if (!row) throw wrongValue('id', 'tax not found');
    return [row, values] as const;
  });
  return { kind: 'rows', rows: entries.map(([row, values]) => twin.records.update('tax', row.id, values, actor)) };
};

/** Calls on sales, packages and taxes that are no plain reading or writing. */
export const sellingHandlers: Readonly<Record<string, Handler>> = {
  'sale.create': createSale,
  'sale.complete': (call) => {
    endSale(call, 'completed');
    return oneRow({ message: 'Cart completed' });
  },
  'sale.cancel': cancelSale,
  'clientPackage.redeemCredit': redeem,
  'clientPackage.cancelRedemption': cancelRedemption,
  'package.reorder': ({ body, twin, actor }) => {
    for (const { id, order } of listIn(body.packages))
      twin.records.update('package', found('package', id, twin).id, { order }, actor);
    return { kind: 'nothing' };
  },
  'recurringPayment.cancel': (call) => {
    const { twin, actor } = call;
    const row = ofPath('recurringPayment', call);
    if (row.status !== 'active') throw refused(422, 'invalid', 'Not Found');
    const canceled_date = twin.scheduler.stamp();
    return {
      kind: 'row',
      row: twin.records.update('recurringPayment', row.id, { status: 'cancelled', canceled_date }, actor),
    };
  },
  'tax.bulkCreate': (call) => ({
    kind: 'rows',
    rows: taxRows(call).map((values) => call.twin.records.create('tax', values, call.actor)),
  }),
  'tax.bulkUpdate': bulkUpdateTaxes,
  'tax.bulkDelete': ({ query, twin, actor }) => {
    for (const id of listIn(query.uids)) twin.records.remove('tax', found('tax', id, twin).id, actor);
    return { kind: 'nothing' };
  },
  'tax.applyDefaults': () => oneRow({ message: 'Default taxes were applied' }),
};
