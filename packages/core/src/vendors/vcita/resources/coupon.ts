import { choice, dateTime, flag, id, integer, list, money, number, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { couponHead } from '../sales-contents.ts';
import { currency } from '../sales-fields.ts';
import { identityId, identityUid, sortByStamps, stamps } from '../shared-fields.ts';

const v2 = 'vcita/developers-hub:swagger/sales/legacy/coupons.json';
const platform = 'vcita/developers-hub:swagger/sales/legacy/legacy_v1_sales.json';

const required = { required: true } as const;

const services = list(ref('service', 'A service'), 'Only for these services');
const staff = list(ref('staff', 'A staff member'), 'Only with these staff members');
const more = {
  code: text('Code that clients enter', { example: 'SPRING10' }),
  max_redemptions: integer('How often in all', { example: 100 }),
  max_redemptions_per_client: integer('How often by one client', { example: 1 }),
  valid_services: services,
  valid_staff: staff,
} as const;

const v2Row = {
  ...identityUid,
  ...couponHead({}),
  ...more,
  state: text('State'),
  total_redemptions: integer('How often it was used'),
  can_expire: flag('It can be ended'),
  discount_h: text('Discount in words'),
  starts_at_h: text('Start in words'),
  expires_at_h: text('End in words'),
} as const;

const requestRow = {
  ...identityId,
  state: text('State'),
  price: text('Amount', { example: '72.0' }),
  price_before_coupon: text('Amount before the coupon', { example: '80.0' }),
  currency,
  balance_h: text('Still to pay, in words'),
  amount_to_pay_h: text('To pay, in words'),
} as const;

/** What a coupon may be applied to. */
const entity = {
  entity_type: choice(['payment_status', 'payment', 'appointment', 'event_attendance'], 'Kind of record', required),
  entity_id: id('The record', required),
} as const;
const code = { coupon_code: text('Code of the coupon', { required: true, example: 'SPRING10' }) } as const;
const onRequest = { id: ref('paymentRequest', 'Payment request', { label: 'Payment Request' }) } as const;

const which = ref('coupon', 'Coupon', { label: 'Coupon' });

/** A discount that clients redeem by a code. */
export const coupon = defineResource({
  name: 'coupon',
  label: 'Coupon',
  description: 'A discount that clients redeem by a code',
  key: 'uid',
  title: ['coupon_name', 'coupon_code'],
  fields: {
    ...identityUid,
    coupon_name: text('Name'),
    coupon_code: text('Code that clients enter'),
    status: choice(['active', 'scheduled', 'expired'], 'State'),
    discount_type: choice(['fixed', 'percent'], 'Kind of discount'),
    discount_value: number('Percent or amount'),
    start_date: dateTime('From when it counts'),
    expiration_date: dateTime('Until when it counts'),
    max_redemptions: number('How often in all'),
    max_redemptions_per_client: number('How often by one client'),
    total_redemptions: number('How often it was used'),
    valid_for_services: list(ref('service', 'A service'), 'Only for these services'),
    valid_for_staff: list(ref('staff', 'A staff member'), 'Only with these staff members'),
    business_uid: ref('business', 'Business'),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /v3/sales/coupons',
      summary: 'Get many coupons',
      query: {
        status: choice(['active', 'expiered', 'scheduled', 'still_available'], 'Only in this state'),
        uid_list: list(ref('coupon', 'A coupon'), 'Only these', { several: 'repeat' }),
        ...sortByStamps,
      },
      returns: 'many',
      rowsPath: ['data.coupons', 'data'],
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/sales/coupon.json',
    },
    get: {
      route: 'GET /v2/coupons/{uid}',
      summary: 'Get a coupon',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data.coupon',
      row: v2Row,
      deprecated: 'Superseded by the v3 list, which can be narrowed to one coupon',
      evidence: 'documented',
      source: v2,
    },
    create: {
      route: 'POST /v2/coupons',
      summary: 'Create a coupon',
      body: { fields: { ...couponHead(required), ...more } },
      returns: 'one',
      itemPath: ['data.coupon', ''],
      row: v2Row,
      evidence: 'partly',
      source: v2,
    },
    update: {
      route: 'PUT /v2/coupons/{uid}',
      summary: 'Update a coupon',
      path: { uid: which },
      body: { fields: { ...couponHead({}), ...more } },
      returns: 'one',
      itemPath: 'data.coupon',
      row: v2Row,
      evidence: 'documented',
      source: v2,
    },
    delete: {
      route: 'DELETE /v2/coupons/{uid}',
      summary: 'Delete a coupon',
      path: { uid: which },
      returns: 'nothing',
      evidence: 'documented',
      source: v2,
    },
    enable: {
      route: 'POST /v2/coupons/{uid}/enable',
      summary: 'Enable a coupon',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data.coupon',
      row: v2Row,
      idempotent: true,
      evidence: 'documented',
      source: v2,
    },
    disable: {
      route: 'POST /v2/coupons/{uid}/disable',
      summary: 'Disable a coupon',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data.coupon',
      row: v2Row,
      idempotent: true,
      evidence: 'documented',
      source: v2,
    },
    expire: {
      route: 'POST /v2/coupons/{uid}/expire',
      summary: 'End a coupon now',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data.coupon',
      row: v2Row,
      evidence: 'documented',
      source: v2,
    },
    apply: {
      route: 'POST /v2/coupons/{uid}/apply',
      summary: 'Apply a coupon to a record',
      path: { uid: which },
      body: { fields: entity },
      returns: 'one',
      itemPath: 'data.coupon_redemption',
      row: {
        ...identityId,
        name: text('Name of the coupon'),
        code: text('Code'),
        coupon_type: text('Kind of discount'),
        amount: money('Percent or amount'),
        discount_h: text('Discount in words'),
        redeemed_at: dateTime('When it was applied'),
      },
      evidence: 'documented',
      source: v2,
    },
    removeFromEntity: {
      route: 'POST /v2/coupons/remove',
      summary: 'Remove a coupon from a record',
      body: { fields: entity },
      returns: 'nothing',
      idempotent: true,
      evidence: 'documented',
      source: v2,
    },
    applyToPaymentStatus: {
      route: 'PUT /platform/v1/payment_statuses/{id}/apply_coupon',
      summary: 'Apply a coupon code to a payment request',
      description: 'Of an appointment, event attendance, open booking or sale',
      path: onRequest,
      query: code,
      returns: 'one',
      itemPath: 'data.payment_status',
      row: requestRow,
      evidence: 'documented',
      source: platform,
    },
    validateForPaymentStatus: {
      route: 'GET /platform/v1/payment_statuses/{id}/validate_coupon',
      summary: 'Check a coupon code for a payment request',
      path: onRequest,
      query: code,
      returns: 'one',
      itemPath: 'data.payment_status',
      row: requestRow,
      evidence: 'documented',
      source: platform,
    },
    listV2: {
      route: 'GET /v2/coupons',
      summary: 'Get many coupons (v2)',
      query: { by_status: choice(['active', 'scheduled', 'expired', 'still_available'], 'Only in this state') },
      returns: 'many',
      rowsPath: ['data.coupons', 'data'],
      row: v2Row,
      otherWayOf: 'coupon.list',
      deprecated: 'Superseded by the v3 list',
      evidence: 'documented',
      source: v2,
    },
    listValid: {
      route: 'GET /v2/coupons/valid_coupons',
      summary: 'Get many coupons valid for a record',
      query: entity,
      returns: 'many',
      rowsPath: ['data.coupons', 'data'],
      pagination: false,
      row: v2Row,
      otherWayOf: 'coupon.list',
      deprecated: 'Superseded by the v3 list',
      evidence: 'documented',
      source: v2,
    },
  },
});
