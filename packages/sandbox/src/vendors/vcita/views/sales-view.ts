import { cents, decimal, linesOf, subtotalOf, taxOf, totalsOf } from '../sales/amounts.ts';
import { type PayableType, requestOf, stateOf } from '../sales/payment-requests.ts';
import { neighbour, sourceOf, type View } from './view.ts';

type Content = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly Content[] => (Array.isArray(value) ? value : []);

const owedFor =
  (type: PayableType): View =>
  (row, { twin }) => {
    const request = requestOf(type, row.id, twin);
    return {
      payment_request_uid: request?.id ?? null,
      payment_request_state: request ? stateOf(request, twin.scheduler.now()) : null,
    };
  };

const bookingsIn = (items: unknown): number =>
  listOf(items).reduce((sum, { total_bookings }) => sum + Number(total_bookings ?? 0), 0);

const packageView: View = (row, { twin }) => {
  const taxes = listOf(row.tax_uids).map((id) => neighbour(twin, 'tax', id));
  const rate = taxes.reduce((sum, tax) => sum + Number(tax.rate ?? 0), 0);
  return {
    price: decimal(row.price),
    total_price: decimal(cents(Number(row.price ?? 0) * (1 + rate / 100))),
    total_bookings: bookingsIn(row.items),
    discount_amount: row.discount_amount === null ? null : decimal(row.discount_amount),
    discount_unit: String(row.discount_unit ?? 'f').toLowerCase(),
    items: listOf(row.items),
    products: listOf(row.products),
    taxes: taxes.map(({ id, name, rate: own }) => ({ id, name, rate: own })),
  };
};

const clientPackageView: View = (row, around) => {
  const credits = listOf(row.booking_credits);
  const used = credits.reduce((sum, credit) => sum + Number(credit.used ?? 0), 0);
  return {
    ...owedFor('ClientBookingPackage')(row, around),
    active: String(row.active ?? true),
    total_bookings: String(bookingsIn(credits)),
    bookings_usage: String(used),
    source: sourceOf(row),
  };
};

const saleView: View = (row, around) => {
  const { subtotal, total, taxes } = totalsOf(row);
  return {
    ...owedFor('Cart')(row, around),
    sub_total: decimal(subtotal),
    total_price: decimal(total),
    taxes,
    items: linesOf(row.items).map((line) => ({
      ...line,
      currency: row.currency,
      sub_total: subtotalOf(line),
      grand_total: cents(subtotalOf(line) + taxOf(line)),
    })),
  };
};

export const depositView: View = (row, around) => {
  const document = neighbour(around.twin, row.entity_type === 'Estimate' ? 'estimate' : 'invoice', row.entity_uid);
  const amount = (row.amount ?? {}) as Content;
  const { total } = totalsOf(document);
  const part = amount.type === 'percent' ? (total * Number(amount.value)) / 100 : Number(amount.value);
  return {
    ...owedFor('Deposit')(row, around),
    title: `Deposit for ${String(document.invoice_label ?? document.estimate_label ?? row.entity_type)}`,
    amount: { is_rounded: false, ...amount, total: Number(amount.total ?? cents(part)) },
  };
};

const creditNoteView: View = (row) => {
  const { subtotal, taxes, total } = totalsOf({ items: row.lines });
  return {
    line_items: linesOf(row.lines).map(({ name, quantity, unit_amount }) => ({ name, quantity, unit_amount })),
    net_total: subtotal,
    total_amount: total,
    grand_total: total,
    taxes,
  };
};

const productOrderView: View = (row, around) => ({
  ...owedFor('ProductOrder')(row, around),
  taxes: [],
  total_price: row.price,
});

const taxView: View = (row) => ({ tax: { id: row.id, name: row.name, rate: row.rate } });

/** Views of what is sold beside invoices. */
export const extraViews: Readonly<Record<string, View>> = {
  package: packageView,
  clientPackage: clientPackageView,
  sale: saleView,
  deposit: depositView,
  creditNote: creditNoteView,
  productOrder: productOrderView,
  tax: taxView,
};
