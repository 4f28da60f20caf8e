import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { cents } from '../sales/amounts.ts';
import { requestFor } from '../sales/settle.ts';
import { refused } from '../wire/refusals.ts';
import { listOf, ofPath, oneRow } from './table.ts';

const isOver = (row: Row, { scheduler }: Twin): boolean => Date.parse(String(row.expires_at)) <= scheduler.now();
const hasBegun = (row: Row, { scheduler }: Twin): boolean => Date.parse(String(row.starts_at)) <= scheduler.now();
const isOpen = (row: Row, twin: Twin): boolean => row.disabled !== true && !isOver(row, twin);
const isValid = (row: Row, twin: Twin): boolean => isOpen(row, twin) && hasBegun(row, twin);

/** States as the lists take them; one is spelled otherwise by v3. */
const states: Readonly<Record<string, (row: Row, twin: Twin) => boolean>> = {
  active: isValid,
  expiered: (row, twin) => !isOpen(row, twin),
  expired: (row, twin) => !isOpen(row, twin),
  scheduled: (row, twin) => isOpen(row, twin) && !hasBegun(row, twin),
  still_available: isOpen,
};

const list = listOf('coupon', (row, { query, twin }) => {
  const state = query.status ?? query.by_status;
  const uids = query.uid_list;
  return (
    (state === undefined || states[String(state)]?.(row, twin) === true) &&
    (!Array.isArray(uids) || uids.includes(row.id))
  );
});

const change =
  (values: (call: Call) => Readonly<Record<string, unknown>>): Handler =>
  (call) => ({
    kind: 'row',
    row: call.twin.records.update('coupon', ofPath('coupon', call).id, values(call), call.actor),
  });

const discounted = (request: Row, coupon: Row): number => {
  const full = Number(request.amount_before_coupon ?? request.amount);
  const less = coupon.coupon_type === 'percent' ? (full * Number(coupon.amount)) / 100 : Number(coupon.amount);
  return cents(Math.max(0, full - less));
};

const requestBehind = (id: unknown, twin: Twin): Row => {
  const request = requestFor(id, twin);
  if (!request) throw refused(422, 'invalid', 'Not Found');
  return request;
};

const redeem = (request: Row, coupon: Row, { twin, actor }: Call): Row => {
  if (!isValid(coupon, twin)) throw refused(422, 'invalid', 'The coupon is not valid');
  const values = {
    amount_before_coupon: request.amount_before_coupon ?? request.amount,
    amount: discounted(request, coupon),
    coupon_uid: coupon.id,
  };
  const { total_redemptions } = coupon;
  twin.records.update('coupon', coupon.id, { total_redemptions: Number(total_redemptions ?? 0) + 1 }, actor);
  return twin.records.update('paymentRequest', request.id, values, actor);
};

const apply: Handler = (call) => {
  const coupon = ofPath('coupon', call);
  const request = redeem(requestBehind(call.body.entity_id, call.twin), coupon, call);
  const less = Number(request.amount_before_coupon) - Number(request.amount);
  return oneRow({
    id: request.id,
    name: coupon.name,
    code: coupon.code,
    coupon_type: coupon.coupon_type,
    amount: less,
    discount_h: String(less),
    redeemed_at: call.twin.scheduler.stamp(),
  });
};

const take: Handler = ({ body, twin, actor }) => {
  const request = requestFor(body.entity_id, twin);
  // It is no failure when there was none.
  if (request && request.amount_before_coupon !== null)
    twin.records.update(
      'paymentRequest',
      request.id,
      { amount: request.amount_before_coupon, amount_before_coupon: null, coupon_uid: null },
      actor,
    );
  return { kind: 'nothing' };
};

const byCode = ({ query, twin }: Call): Row => {
  const coupon = twin.store.rows('coupon').find(({ code }) => code === query.coupon_code);
  if (!coupon || !isValid(coupon, twin)) throw refused(422, 'invalid', 'The coupon code is not valid');
  return coupon;
};

const payable = (call: Call): Row => {
  const request = ofPath('paymentRequest', call);
  if (!['Meeting', 'EventAttendance', 'PendingBooking', 'Cart'].includes(String(request.payable_type)))
    throw refused(422, 'invalid', 'Coupons are for bookings and carts');
  return request;
};

/** Calls on coupons. */
export const couponHandlers: Readonly<Record<string, Handler>> = {
  'coupon.list': list,
  'coupon.listV2': list,
  'coupon.listValid': listOf('coupon', (row, { twin }) => isValid(row, twin)),
  'coupon.enable': change(() => ({ disabled: false })),
  'coupon.disable': change(() => ({ disabled: true })),
  'coupon.expire': change(({ twin }) => ({ expires_at: twin.scheduler.stamp() })),
  'coupon.apply': apply,
  'coupon.removeFromEntity': take,
  'coupon.applyToPaymentStatus': (call) => ({ kind: 'row', row: redeem(payable(call), byCode(call), call) }),
  'coupon.validateForPaymentStatus': (call) => {
    const [request, coupon] = [payable(call), byCode(call)];
    const before = request.amount_before_coupon ?? request.amount;
    return {
      kind: 'row',
      row: { ...request, amount_before_coupon: before, amount: discounted(request, coupon) },
    };
  },
};
