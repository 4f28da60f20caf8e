import { describe, expect, it } from 'vitest';
import type { Json } from './harness.ts';
import { startClinic } from './vcita-clinic.ts';

const head = {
  currency: 'GBP',
  issue_date: '2026-11-22',
  due_date: '2026-12-06',
  billing_address: '12 Mill Lane, Leeds LS1 4AB',
} as const;

const line = { name: 'First consultation', quantity: 2, unit_amount: 80, item_index: 0 } as const;

describe('from an estimate to the money', () => {
  it('an invoice follows the estimate, and a payment settles it', async () => {
    const { client, at } = await startClinic();
    const matter_uid = at('matter').id;
    const estimate = await client.estimate.create({ ...head, matter_uid, items: [line], estimate_label: 'Plan' });
    expect(estimate).toMatchObject({ status: 'issued', total: '160.0', subtotal: '160.0' });
    const from_estimate_uid = String(estimate.uid);
    const invoice = await client.invoice.create({ ...head, matter_uid, items: [line], from_estimate_uid });
    const invoice_id = String(invoice.uid);
    expect(invoice).toMatchObject({ status: 'issued', total: 160, payment_status_uid: expect.any(String) });
    expect(await client.estimate.get({ estimate_uid: from_estimate_uid })).toMatchObject({ status: 'invoiced' });
    const before = await client.invoice.get({ invoice_id });
    expect(before).toMatchObject({ payment_state: 'pending', payment_balance: 160, amount: 160 });

    const paid = (amount: number) =>
      client.payment.create({
        client_id: String(before.client_id),
        title: 'At the desk',
        amount,
        currency: 'GBP',
        payment_method: 'Cash',
        payment_subject_type: 'invoice',
        payment_subject_id: invoice_id,
      });
    await paid(60);
    expect(await client.invoice.get({ invoice_id })).toMatchObject({
      payment_state: 'partially_paid',
      payment_balance: 100,
    });
    await expect(paid(101)).rejects.toMatchObject({ status: 422 });
    const last = await paid(100);
    expect(await client.invoice.get({ invoice_id })).toMatchObject({ payment_state: 'paid', payment_balance: 0 });
    const request = await client.paymentRequest.get({ payment_request_uid: String(invoice.payment_status_uid) });
    expect(request).toMatchObject({ state: 'PAID', amount: '160.0', amount_paid: 160 });
    const ofInvoice = await client.payment.list({ invoice_id }).toArray();
    expect(ofInvoice.map(({ amount }) => amount)).toEqual([60, 100]);

    await client.payment.refund({ payment_uid: String(last.id) });
    expect(await client.payment.get({ payment_uid: String(last.id) })).toMatchObject({ state: 'refunded' });
    expect(await client.invoice.get({ invoice_id })).toMatchObject({ payment_balance: 100 });
  });

  it('a payment for nothing yet is matched later, in the same matter and currency only', async () => {
    const { client, at } = await startClinic();
    const matter_uid = at('matter').id;
    const { client_id } = at('matter') as Json;
    const invoice = await client.invoice.create({ ...head, matter_uid, items: [line] });
    const take = (currency: string) =>
      client.payment.create({ client_id, title: 'Transfer', amount: 160, currency, payment_method: 'Bank Transfer' });
    const match = async (payment: Json, matter = matter_uid) =>
      client.payment.match({
        payment_uid: String(payment.id),
        matter_uid: matter,
        payment_status_uid: String(invoice.payment_status_uid),
      });
    const payment = await take('GBP');
    await expect(match(payment, at('matter', 1).id)).rejects.toMatchObject({ status: 422 });
    await expect(match(await take('EUR'))).rejects.toMatchObject({ status: 422 });
    await match(payment);
    expect(await client.invoice.get({ invoice_id: String(invoice.uid) })).toMatchObject({ payment_state: 'paid' });
  });
});

describe('a pending payment', () => {
  it('is a bank transfer, and counts for its invoice once it is paid', async () => {
    const { client, at } = await startClinic();
    const { client_id, id: matter_uid } = at('matter') as Json;
    const invoice = await client.invoice.create({ ...head, matter_uid, items: [line] });
    const invoice_id = String(invoice.uid);
    const input = { client_id, title: 'Transfer', amount: 160, currency: 'GBP', state: 'pending' } as const;
    await expect(client.payment.create({ ...input, payment_method: 'Cash' })).rejects.toMatchObject({ status: 422 });
    const payment = await client.payment.create({
      ...input,
      payment_method: 'Bank Transfer',
      payment_subject_type: 'invoice',
      payment_subject_id: invoice_id,
    });
    expect(await client.invoice.get({ invoice_id })).toMatchObject({ payment_state: 'pending' });
    await client.payment.update({ payment_uid: String(payment.id), state: 'paid' });
    expect(await client.invoice.get({ invoice_id })).toMatchObject({ payment_state: 'paid' });
  });
});

describe('an invoice', () => {
  it('as a draft asks for no money until it is issued', async () => {
    const { client, at, twin } = await startClinic();
    const before = twin.rows('paymentRequest').length;
    const matter_uid = at('matter').id;
    const invoice = await client.invoice.create({ ...head, matter_uid, items: [line], status: 'draft', note: 'Soon' });
    expect([invoice.status, invoice.payment_status_uid, twin.rows('paymentRequest').length]).toEqual([
      'draft',
      null,
      before,
    ]);
    const invoice_uid = String(invoice.uid);
    const issued = await client.invoice.update({ invoice_uid, status: 'issued' });
    expect(issued).toMatchObject({ status: 'issued', note: 'Soon', payment_status_uid: expect.any(String) });
    await expect(client.invoice.update({ invoice_uid, status: 'draft' })).rejects.toMatchObject({ status: 422 });
  });

  it('tells taxes and discounts of its lines in decimal text', async () => {
    const { client, at, found } = await startClinic();
    const tax_uids = [found('tax', 'name', 'VAT').id];
    const items = [{ ...line, discount: { percent: 10 }, tax_uids }];
    const invoice = (await client.invoice.create({ ...head, matter_uid: at('matter').id, items })) as Json;
    expect(invoice).toMatchObject({ subtotal: '144.0', total_tax: 28.8, total: 172.8 });
    expect(invoice.items[0]).toMatchObject({ unit_amount: '80.0', sub_total: '144.0', grand_total: '172.8' });
    const platform = (await client.invoice.get({ invoice_id: invoice.uid })) as Json;
    expect(platform.items[0]).toMatchObject({ title: line.name, amount: 80, taxes: [{ name: 'VAT', rate: 20 }] });
  });

  it.each([
    ['a number that is in use', { invoice_number: 1001 }],
    ['a due date before the date of issue', { due_date: '2026-11-01' }],
    ['a draft that is sent', { status: 'draft', notify_recipient: true }],
    ['a line with half of an entity', { items: [{ ...line, entity_type: 'Service' }] }],
    ['two discounts on a line', { items: [{ ...line, discount: { percent: 10, amount: 5 } }] }],
  ])('with %s is refused', async (_, values) => {
    const { client, at } = await startClinic();
    const input = { ...head, matter_uid: at('matter').id, items: [line], ...values };
    await expect(client.invoice.create(input)).rejects.toMatchObject({ status: 422 });
  });

  it('that is cancelled is owed no more and cannot be changed', async () => {
    const { client, at } = await startClinic();
    const invoice = await client.invoice.create({ ...head, matter_uid: at('matter').id, items: [line] });
    const invoice_uid = String(invoice.uid);
    expect(await client.invoice.cancel({ invoice_uid })).toMatchObject({ status: 'cancelled' });
    const request = await client.paymentRequest.get({ payment_request_uid: String(invoice.payment_status_uid) });
    expect(request).toMatchObject({ state: 'CANCELLED', amount_pending: 0 });
    await expect(client.invoice.update({ invoice_uid, note: 'x' })).rejects.toMatchObject({ status: 422 });
  });

  it('of v3 is issued at once, whatever is sent, and is the same invoice elsewhere', async () => {
    const { client, at } = await startClinic();
    const made = await client.invoice.createV3({
      matter_uid: at('matter').id,
      status: 'DRAFT',
      line_items: [{ name: 'Massage', quantity: 1, unit_amount: 55, discount: { discount_type: 'amount', amount: 5 } }],
    } as never);
    expect(made).toMatchObject({ status: 'ISSUED', grand_total: 50 });
    expect(await client.invoice.get({ invoice_id: String(made.uid) })).toMatchObject({ amount: 50, status: 'issued' });
  });

  it('hangs on a matter, and a deposit on the invoice', async () => {
    const { client, at } = await startClinic();
    const matter_uid = at('matter').id;
    const invoice = await client.invoice.create({ ...head, matter_uid, items: [line] });
    const deposit = (await client.deposit.create({
      matter_uid,
      entity_type: 'Invoice',
      entity_uid: String(invoice.uid),
      currency: 'GBP',
      amount: { type: 'percent', value: 25, total: 40 },
    })) as Json;
    expect(deposit).toMatchObject({ amount: { total: 40 }, payment_request_uid: expect.any(String) });
    const list = await client.deposit.list({ entity_type: ['Invoice'], entity_uid: String(invoice.uid) }).toArray();
    expect(list.map(({ uid }) => uid)).toEqual([deposit.uid]);
  });
});

describe('coupons and packages', () => {
  it('lower what a booking costs; a credit of a package pays for it', async () => {
    const { client, found, twin, at } = await startClinic();
    const request = found('paymentRequest', 'payable_type', 'Meeting');
    const { coupon } = client;
    const input = { id: request.id, coupon_code: 'SPRING10' };
    const full = Number(request.amount);
    expect(Number((await coupon.validateForPaymentStatus(input)).price)).toBeCloseTo(full * 0.9);
    expect(twin.rows('paymentRequest').find(({ id }) => id === request.id)?.amount).toBe(full);
    await coupon.applyToPaymentStatus(input);
    expect(twin.rows('paymentRequest').find(({ id }) => id === request.id)?.amount).toBeCloseTo(full * 0.9);
    await expect(coupon.validateForPaymentStatus({ ...input, coupon_code: 'SUMMER' })).rejects.toMatchObject({
      status: 422,
    });
    const owned = await client.clientPackage.get({ uid: at('clientPackage').id });
    expect(owned).toMatchObject({ total_bookings: '5', bookings_usage: '0' });
  });
});
