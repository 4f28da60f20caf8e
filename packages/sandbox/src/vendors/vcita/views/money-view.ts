import { decimal } from '../sales/amounts.ts';
import { stateOf } from '../sales/payment-requests.ts';
import { neighbour, sourceOf, type View } from './view.ts';

/** What a client owes; amounts are decimal text where the vendor writes them so. */
export const paymentRequestView: View = (row, { twin }) => ({
  state: stateOf(row, twin.scheduler.now()),
  amount: decimal(row.amount),
  net_amount: decimal(row.net_amount),
  amount_before_coupon: row.amount_before_coupon === null ? null : decimal(row.amount_before_coupon),
  amount_pending: row.cancelled === true ? 0 : Number(row.amount) - Number(row.amount_paid),
  tax_mode: 'exclude',
  taxes: row.taxes ?? [],
  // As its filters name them.
  entity_type: row.payable_type,
  entity_uid: row.payable_uid,
});

/** The same as coupons speak of it. */
export const paymentStatusView: View = (row, { twin }) => ({
  state: stateOf(row, twin.scheduler.now()),
  price: decimal(row.amount),
  price_before_coupon: decimal(row.amount_before_coupon ?? row.amount),
  balance_h: `${String(row.currency)} ${decimal(Number(row.amount) - Number(row.amount_paid))}`,
  amount_to_pay_h: `${String(row.currency)} ${decimal(Number(row.amount) - Number(row.amount_paid))}`,
});

/** A payment, in the words of platform v1 and business v1. */
export const paymentView: View = (row) => {
  const requests = Array.isArray(row.payment_requests) ? row.payment_requests : [];
  const [request] = requests;
  return {
    payment_id: row.id,
    payment_requests: requests,
    payment_request_uid: request?.id ?? null,
    invoice_id: row.invoice_id ?? null,
    charged_at: row.paid_at,
    payment_time: row.paid_at,
    paid_offline: true,
    paid_online: false,
    offline: row.offline ?? true,
    payment_action: row.payment_action ?? 'record',
    net_total: Number(row.amount),
    taxes: [],
    fees: row.fees ?? [],
    tips: row.tips ?? [],
    source_data: sourceOf(row),
  };
};

/** A product; its price with taxes too. */
export const productView: View = (row, { twin }) => {
  const taxes = (Array.isArray(row.tax_uids) ? row.tax_uids : []).map((id) => neighbour(twin, 'tax', id));
  const rate = taxes.reduce((sum, tax) => sum + Number(tax.rate ?? 0), 0);
  return {
    taxes: taxes.map(({ id, name, rate: own }) => ({ id, name, rate: decimal(own) })),
    total_price: Number(row.price) * (1 + rate / 100),
    image_url: row.image_url,
  };
};

/** A coupon in the words of v2 and v3, stored in those of v2. */
export const couponView: View = (row, { twin, family }) => {
  const now = twin.scheduler.now();
  const begun = Date.parse(String(row.starts_at)) <= now;
  const over = Date.parse(String(row.expires_at)) <= now;
  const state = row.disabled === true ? 'disabled' : over ? 'expired' : begun ? 'active' : 'scheduled';
  const discount = row.coupon_type === 'percent' ? `${String(row.amount)}%` : decimal(row.amount);
  if (family === 'v3')
    return {
      coupon_name: row.name,
      coupon_code: row.code,
      status: state === 'disabled' ? 'expired' : state,
      discount_type: row.coupon_type,
      discount_value: row.amount,
      start_date: row.starts_at,
      expiration_date: row.expires_at,
      valid_for_services: row.valid_services ?? [],
      valid_for_staff: row.valid_staff ?? [],
    };
  return {
    state,
    can_expire: state === 'active',
    discount_h: discount,
    starts_at_h: String(row.starts_at).slice(0, 10),
    expires_at_h: String(row.expires_at).slice(0, 10),
    valid_services: row.valid_services ?? [],
    valid_staff: row.valid_staff ?? [],
  };
};
