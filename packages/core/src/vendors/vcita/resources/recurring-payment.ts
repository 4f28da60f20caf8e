import { choice, dateTime, flag, id, integer, longText, money, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { currency, frequencies } from '../sales-fields.ts';
import { identityUid, matterUid, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/sales/legacy/payments.json';
const readOnly = { readOnly: true } as const;

const which = ref('recurringPayment', 'Recurring Payment', { label: 'Recurring Payment' });

/** A rule by which a saved card is charged again and again. */
export const recurringPayment = defineResource({
  name: 'recurringPayment',
  label: 'Recurring Payment',
  description: 'A rule by which a saved card is charged again and again',
  key: 'uid',
  fields: {
    ...identityUid,
    name: text('Name', { example: 'Monthly training' }),
    description: longText('Description'),
    status: text('State', readOnly),
    ...matterUid,
    amount: text('Amount of a charge', { readOnly: true, example: '60.0' }),
    currency,
    cycles: integer('Number of charges', { example: 12 }),
    frequency_type: choice(frequencies, 'How often'),
    start_date: dateTime('First charge', { example: '2026-12-01T09:00:00Z' }),
    payment_method: object(
      {
        type: choice(['card'], 'Kind', { required: true }),
        uid: id('Saved card of the client', { required: true }),
      },
      'Saved card, as {type, uid}',
      { example: { type: 'card', uid: 'k3v9x2m7q1w8e5r4' } },
    ),
    amount_paid: text('Collected so far', { readOnly: true, example: '120.0' }),
    cycles_count: integer('Charges so far', readOnly),
    next_payment_time: dateTime('Next charge', readOnly),
    end_date: dateTime('Last charge', readOnly),
    rrule: text('Rhythm as RFC 5545 rule', readOnly),
    canceled_by: text('Who cancelled it', readOnly),
    canceled_date: dateTime('When it was cancelled', readOnly),
    staff_uid: ref('staff', 'Who made it', readOnly),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /business/payments/v1/scheduled_payments_rules',
      summary: 'Get many recurring payments',
      returns: 'many',
      rowsPath: ['data.scheduled_payments_rules', 'data'],
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /business/payments/v1/scheduled_payments_rules/{uid}',
      summary: 'Get a recurring payment',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data.scheduled_payments_rule',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /business/payments/v1/scheduled_payments_rules',
      summary: 'Create a recurring payment',
      body: {
        wrap: 'scheduled_payments_rule',
        required: ['matter_uid', 'name', 'currency', 'cycles', 'frequency_type', 'start_date', 'payment_method'],
        optional: ['description'],
        fields: {
          amount: money('Amount of a charge', { required: true, example: 60 }),
          send_receipt: flag('Send a receipt for each charge', { required: true }),
        },
      },
      returns: 'one',
      itemPath: 'data.scheduled_payments_rule',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /business/payments/v1/scheduled_payments_rules/{uid}',
      summary: 'Change the card of a recurring payment',
      description: 'Only while it is active',
      path: { uid: which },
      body: { wrap: 'scheduled_payments_rule', required: ['payment_method'] },
      returns: 'one',
      itemPath: 'data.scheduled_payments_rule',
      evidence: 'documented',
      source,
    },
    cancel: {
      route: 'PUT /business/payments/v1/scheduled_payments_rules/{uid}/cancel',
      summary: 'Cancel a recurring payment',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data.scheduled_payments_rule',
      evidence: 'documented',
      source,
    },
  },
});
