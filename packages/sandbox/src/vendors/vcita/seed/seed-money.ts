import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { mattersOf } from '../records/matters.ts';
import { totalsOf } from '../sales/amounts.ts';
import { createDocument } from '../sales/documents.ts';
import { addMoney, requestOf } from '../sales/payment-requests.ts';
import { linkTo } from '../sales/settle.ts';
import { at, dayIn, type Write } from './writer.ts';

const linesOf = (index: number, twin: Twin) => {
  const service = at('service', index % 4, twin);
  const product = at('product', index, twin);
  const session = { name: service.name, quantity: 1 + (index % 3), unit_amount: Number(service.price) || 20 };
  const goods = { name: product.name, quantity: 1, unit_amount: product.price, tax_uids: [at('tax', 0, twin).id] };
  return index % 2 === 0 ? [session] : [session, goods];
};

/** Records money for the whole of an invoice. */
const pay = (invoice: Row, twin: Twin, write: Write): void => {
  const request = requestOf('Invoice', invoice.id, twin);
  if (!request) return;
  const amount = totalsOf(invoice).total;
  const values = {
    title: invoice.invoice_label,
    client_id: invoice.client_id,
    amount,
    currency: invoice.currency,
    payment_method: twin.random.pick(['Cash', 'Credit Card', 'Bank Transfer']),
    state: 'paid',
    refunded: 0,
    staff_id: invoice.staff_id,
    business_uid: twin.store.rows('business')[0]?.id,
    paid_at: twin.scheduler.stamp(),
  };
  write('payment', { ...values, ...linkTo(request, values) });
  addMoney(request, amount, twin, 'user');
};

/** Invoices in all states, with payments; estimates; an order and a client's package. */
export const seedMoney = (twin: Twin, write: Write): void => {
  for (let index = 0; index < 14; index++) {
    const client = at('client', index * 2, twin);
    const invoice = createDocument(
      'invoice',
      {
        matter_uid: mattersOf(client.id, twin)[0]?.id,
        items: linesOf(index, twin),
        issue_date: dayIn(-28 + index * 2, twin),
        due_date: dayIn(-14 + index * 2, twin),
        invoice_label: `Treatment ${index + 1}`,
        status: index % 7 === 3 ? 'draft' : 'issued',
      },
      twin,
      'user',
    );
    if (index % 3 === 0) pay(invoice, twin, write);
  }
  const first = at('client', 0, twin);
  write('clientPackage', {
    client_id: first.id,
    matter_uid: mattersOf(first.id, twin)[0]?.id,
    package_id: at('package', 1, twin).id,
  });
  const states = ['issued', 'draft', 'approved', 'rejected', 'issued', 'invoiced'] as const;
  states.forEach((status, index) => {
    const client = at('client', index * 4, twin);
    createDocument(
      'estimate',
      {
        matter_uid: mattersOf(client.id, twin)[0]?.id,
        items: linesOf(index, twin),
        issue_date: dayIn(-10 + index, twin),
        due_date: dayIn(20 + index, twin),
        estimate_label: `Treatment plan ${index + 1}`,
        status,
      },
      twin,
      'user',
    );
  });
};
