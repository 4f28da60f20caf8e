import type { Call } from '../../../rules.ts';

/** Reads and changes that answer 201, as the vendor documents them. */
const created: ReadonlySet<string> = new Set([
  'client.listInvoices',
  'client.listPayments',
  'invoice.get',
  'invoice.list',
  'payment.get',
  'payment.list',
  'paymentSettings.get',
  'paymentSettings.updateDefaultCurrency',
  'booking.update',
]);

/** POSTs that answer 200. */
const plain: ReadonlySet<string> = new Set([
  'file.upload',
  'clientNote.create',
  'message.reply',
  'staff.create',
  'webhook.unsubscribe',
  'clientPackage.redeemCredit',
  'coupon.apply',
  'coupon.create',
  'coupon.disable',
  'coupon.enable',
  'coupon.expire',
  'coupon.removeFromEntity',
  'service.create',
  'serviceCategory.create',
  'appointment.create',
  'booking.accept',
  'booking.cancelClientFlow',
  'booking.setNoShow',
  'event.addAttendee',
  'event.create',
]);

/** Status of a success: POST answers 201, all else 200, with the exceptions that the vendor documents. */
export const status = ({ operation }: Call): number => {
  if (created.has(operation.key)) return 201;
  return operation.method === 'POST' && !plain.has(operation.key) ? 201 : 200;
};
