import { ApiError, type Problem } from '../../../api-error.ts';
import type { ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { totalsOf } from '../sales/amounts.ts';
import { readLines } from '../sales/lines.ts';
import { type PayableType, requestPayment } from '../sales/payment-requests.ts';
import { depositView } from '../views/sales-view.ts';
import { mattersOf } from './matters.ts';

type Values = Readonly<Record<string, unknown>>;
type Content = Readonly<Record<string, unknown>>;

const listIn = (value: unknown): readonly Content[] => (Array.isArray(value) ? value : []);

const wrong = (field: string, message: string, code = 'invalid'): Problem => ({
  message,
  description: message,
  code,
  field,
});

const ownCurrency = ({ store }: Twin): unknown => store.rows('business')[0]?.currency;
const owner = ({ store }: Twin): unknown => store.rows('staff')[0]?.id;

/** Asks for the money of something that was sold. */
const owe = (type: PayableType, row: Row, name: unknown, amount: number, twin: Twin): void => {
  const matter = row.matter_uid ?? mattersOf(row.client_id, twin)[0]?.id;
  if (amount <= 0) return;
  requestPayment(
    {
      payable_type: type,
      payable_uid: row.id,
      sellable_name: String(name),
      amount,
      currency: row.currency,
      due_date: twin.scheduler.stamp(),
      matter_uid: matter,
      client_id: row.client_id ?? twin.store.find('matter', matter)?.client_id,
      staff_id: row.staff_id ?? owner(twin),
    },
    twin,
    'api',
  );
};

const product: ResourceRules = {
  defaults: (_, twin) => ({
    currency: ownCurrency(twin),
    display: true,
    staff_id: owner(twin),
    business_uid: twin.store.rows('business')[0]?.id,
  }),
  check({ sku }, before, { store }) {
    if (!sku || !store.rows('product').some((row) => row.id !== before?.id && row.sku === sku)) return [];
    return [wrong('sku', 'sku has already been taken', 'already_exists')];
  },
};

/** An order of a product is owed for at once. */
const productOrder: ResourceRules = {
  prepare(values, before, { twin }) {
    const source = twin.store.find('product', values.product_id);
    if (before || !source) return values;
    const { name, description, price, cost, currency } = source;
    return { name, description, price, cost, currency, staff_id: owner(twin), ...values };
  },
  storeNested(row, _, { twin }) {
    const known = twin.store.rows('paymentRequest').some(({ payable_uid }) => payable_uid === row.id);
    if (!known) owe('ProductOrder', row, row.name, Number(row.price ?? 0), twin);
  },
};

const servicesOf = (entry: Content, { store }: Twin): readonly Content[] => {
  const ids = listIn(entry.services ?? entry.service_ids) as readonly (Content | string)[];
  return ids.flatMap((one) => {
    const row = store.find('service', typeof one === 'string' ? one : (one.id ?? one.uid));
    return row ? [{ id: row.id, name: row.name }] : [];
  });
};

const offered: ResourceRules = {
  defaults: (_, twin) => ({
    active: true,
    order: 1 + twin.store.rows('package').length,
    products: [],
    online_payment_enabled: true,
    business_uid: twin.store.rows('business')[0]?.id,
  }),
  prepare: ({ items, ...values }, _, { twin }) => ({
    ...values,
    ...(items !== undefined && {
      items: listIn(items).map((entry) => ({
        total_bookings: String(entry.total_bookings ?? entry.quantity ?? 1),
        services: servicesOf(entry, twin),
      })),
    }),
  }),
};

const days: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** A package of a client has a credit for each group of bookings, and is owed for at once. */
const clientPackage: ResourceRules = {
  defaults: (values, twin) => {
    const source = twin.store.find('package', values.package_id);
    const length = Number(source?.expiration ?? 1) * (days[String(source?.expiration_unit).toLowerCase()] ?? 1);
    const now = twin.scheduler.now();
    return {
      name: source?.name,
      price: source?.price,
      currency: source?.currency,
      products: source?.products ?? [],
      active: true,
      staff_id: owner(twin),
      business_uid: twin.store.rows('business')[0]?.id,
      valid_from: new Date(now).toISOString().slice(0, 10),
      valid_until: new Date(now + length * 86_400_000).toISOString().slice(0, 10),
      booking_credits: listIn(source?.items).map((item) => ({
        id: twin.rules.newId?.('credit', twin.random),
        used: 0,
        ...item,
      })),
    };
  },
  prepare({ booking_credits, ...values }, before) {
    if (!before) return { ...values, ...(values.price !== undefined && { amount: values.price }) };
    const changed = listIn(booking_credits);
    if (booking_credits === undefined) return values;
    return {
      ...values,
      booking_credits: listIn(before.booking_credits).map((credit) => ({
        ...credit,
        ...changed.find(({ id }) => id === credit.id),
      })),
    };
  },
  storeNested(row, _, { twin }) {
    const known = twin.store.rows('paymentRequest').some(({ payable_uid }) => payable_uid === row.id);
    if (!known) owe('ClientBookingPackage', row, row.name, Number(row.price ?? 0), twin);
  },
};

/** A deposit hangs on an invoice or estimate that is there. */
const deposit: ResourceRules = {
  defaults: (_, twin) => ({ can_client_pay: true, staff_id: owner(twin) }),
  check(values, before, { store }) {
    const { entity_type, entity_uid } = { ...before, ...values };
    if (store.find(String(entity_type).toLowerCase(), entity_uid)) return [];
    return [wrong('entity_uid', 'entity_uid is invalid')];
  },
  storeNested(row, _, { twin }) {
    const known = twin.store.rows('paymentRequest').some(({ payable_uid }) => payable_uid === row.id);
    const { amount, title } = depositView(row, { twin, family: 'business', query: {} });
    if (!known) owe('Deposit', row, title, Number((amount as Content).total ?? 0), twin);
  },
};

/** A credit note takes back a part of an invoice, at most all of it. */
const creditNote: ResourceRules = {
  defaults: ({ invoice_uid }, twin) => ({
    status: 'ISSUED',
    currency: twin.store.find('invoice', invoice_uid)?.currency,
    issue_date: twin.scheduler.stamp().slice(0, 10),
    unique_number: `CN-${1001 + twin.store.rows('creditNote').length}`,
  }),
  prepare({ line_items, ...values }, _, { twin }) {
    const lines = readLines(line_items, [], twin);
    const invoice = twin.store.find('invoice', values.invoice_uid);
    if (totalsOf({ items: lines }).total > totalsOf(invoice ?? {}).total)
      throw new ApiError(422, [wrong('line_items', 'The credit note is larger than the invoice')]);
    return { ...values, lines };
  },
};

const coupon: ResourceRules = {
  defaults: (_, twin) => ({
    total_redemptions: 0,
    disabled: false,
    valid_services: [],
    valid_staff: [],
    business_uid: twin.store.rows('business')[0]?.id,
  }),
  check(values, before) {
    const { starts_at, expires_at } = { ...before, ...values };
    if (Date.parse(String(expires_at)) > Date.parse(String(starts_at))) return [];
    return [wrong('expires_at', 'expires_at must be after starts_at')];
  },
};

const hasCard = (values: Values, twin: Twin): boolean => {
  const client = twin.store.find('matter', values.matter_uid)?.client_id;
  return twin.store.rows('card').some(({ client_id }) => client_id === client);
};

/** Charges a saved card again and again; the client needs one. */
const charging: ResourceRules = {
  defaults: ({ start_date }, twin) => ({
    status: 'active',
    amount_paid: 0,
    cycles_count: 0,
    next_payment_time: start_date,
    next_payment_date: start_date,
    staff_id: owner(twin),
  }),
  check(values, before, twin) {
    if (before && before.status !== 'active') return [wrong('status', 'Not Found')];
    return before || hasCard(values, twin) ? [] : [wrong('payment_method', 'The client has no saved card')];
  },
};

/** Sets what is owed, as the vendor calls it in the body. */
const paymentRequest: ResourceRules = {
  prepare: ({ price, net_price, price_before_coupon, ...values }) => ({
    ...values,
    ...(price !== undefined && { amount: price, net_amount: net_price ?? price }),
    ...(price_before_coupon !== undefined && { amount_before_coupon: price_before_coupon }),
  }),
};

/** Rules of what is sold. */
export const salesRules: Readonly<Record<string, ResourceRules>> = {
  product,
  productOrder,
  package: offered,
  clientPackage,
  deposit,
  creditNote,
  coupon,
  recurringPayment: charging,
  paymentPlan: charging,
  paymentRequest,
  cardRequest: { defaults: (_, twin) => ({ staff_id: owner(twin), last_requested_at: twin.scheduler.stamp() }) },
};
