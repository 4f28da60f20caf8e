import { choice, dateTime, flag, id, integer, longText, money, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { currency, frequencies } from '../sales-fields.ts';
import { identityUid, matterUid, sortBy, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/sales/payment_plans.json';

const which = ref('paymentPlan', 'Payment Plan', { label: 'Payment Plan' });

/** Instalments that a saved card is charged with. */
export const paymentPlan = defineResource({
  name: 'paymentPlan',
  label: 'Payment Plan',
  description: 'Instalments that a saved card of a client is charged with',
  key: 'uid',
  fields: {
    ...identityUid,
    name: text('Name, seen by staff', { example: 'Ten treatments in five parts' }),
    description: longText('Description'),
    ...matterUid,
    payment_request_uid: ref('paymentRequest', 'Payment request that it pays off'),
    status: choice(['active', 'completed', 'cancelled'], 'State', { readOnly: true }),
    amount: money('Amount of an instalment', { example: 60 }),
    currency,
    cycles: integer('Number of instalments', { maximum: 100, example: 5 }),
    frequency_type: choice(frequencies, 'How often'),
    start_date: dateTime('First instalment', { example: '2026-12-01T09:00:00Z' }),
    send_receipt: flag('Mail a receipt for each instalment'),
    payment_method_type: choice(['card'], 'Means of payment'),
    payment_method_uid: id('Saved card of the client', { maxLength: 16 }),
    amount_paid: money('Collected so far', { readOnly: true }),
    cycles_count: integer('Instalments collected', { readOnly: true }),
    next_payment_date: dateTime('Next instalment', { readOnly: true, nullable: true }),
    end_date: dateTime('Last instalment', { readOnly: true, nullable: true }),
    staff_uid: ref('staff', 'Who made it', { readOnly: true }),
    canceled_by: text('Who cancelled it', { readOnly: true }),
    canceled_date: dateTime('When it was cancelled', { readOnly: true, nullable: true }),
    cancel_reason: choice(
      ['canceled_by_staff', 'charge_failed', 'payment_request_settled', 'payment_request_cancelled'],
      'Why it stopped',
      { readOnly: true, nullable: true },
    ),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /v3/sales/payment_plans',
      summary: 'Get many payment plans',
      query: {
        status: choice(['active', 'completed', 'cancelled'], 'Only in this state'),
        client_uid: ref('client', 'Of this client'),
        matter_uid: ref('matter', 'Of this matter'),
        payment_request_uid: ref('paymentRequest', 'Of this payment request'),
        ...sortBy('next_payment_date', 'created_at', 'updated_at'),
      },
      returns: 'many',
      rowsPath: ['data.payment_plans', 'data'],
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /v3/sales/payment_plans/{uid}',
      summary: 'Get a payment plan',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /v3/sales/payment_plans',
      summary: 'Create a payment plan',
      body: {
        required: [
          'matter_uid',
          'name',
          'amount',
          'currency',
          'frequency_type',
          'start_date',
          'send_receipt',
          'payment_method_type',
          'payment_method_uid',
        ],
        optional: ['cycles', 'description', 'payment_request_uid'],
      },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PATCH /v3/sales/payment_plans/{uid}',
      summary: 'Update a payment plan',
      path: { uid: which },
      body: {
        optional: ['payment_method_type', 'payment_method_uid'],
        fields: { status: choice(['cancelled'], 'Stops the plan') },
      },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
  },
});
