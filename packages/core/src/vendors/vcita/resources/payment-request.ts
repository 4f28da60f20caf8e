import { choice, choices, dateTime, flag, id, json, list, money, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { currency, dueBetween, taxUids } from '../sales-fields.ts';
import { createdFilter, identityUid, sortBy, stamps, stateFilter, updatedFilter } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/sales/legacy/payments.json';
const readOnly = { readOnly: true } as const;

const which = ref('paymentRequest', 'Payment Request', { label: 'Payment Request' });

/** What a client owes for an invoice, booking, product or package; elsewhere named payment status. */
export const paymentRequest = defineResource({
  name: 'paymentRequest',
  label: 'Payment Request',
  description: 'What a client owes; elsewhere named payment status',
  key: 'uid',
  title: ['sellable_name', 'amount', 'currency'],
  lookup: { narrowedBy: ['client_uid', 'matter_uid'] },
  fields: {
    ...identityUid,
    sellable_name: text('What is owed for', readOnly),
    state: text('State', readOnly),
    amount: text('Amount', { readOnly: true, example: '80.0' }),
    net_amount: text('Amount before taxes', readOnly),
    amount_before_coupon: text('Amount before the coupon', { readOnly: true, nullable: true }),
    amount_paid: money('Paid so far', readOnly),
    amount_pending: money('Still to pay', { readOnly: true, nullable: true }),
    currency,
    due_date: dateTime('When it is due', readOnly),
    paid_at: dateTime('When it was paid', { readOnly: true, nullable: true }),
    matter_uid: ref('matter', 'Matter', readOnly),
    staff_uid: ref('staff', 'Staff member', readOnly),
    payable_type: text('Kind of what is owed for', readOnly),
    payable_uid: id('The invoice, booking or order', readOnly),
    fees_amount: money('Fees', readOnly),
    tips_amount: money('Tips', readOnly),
    tax_mode: text('Whether taxes are included', readOnly),
    taxes: list(json('A tax'), 'Taxes', readOnly),
    display: flag('Shown to the client', readOnly),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /business/payments/v1/payment_requests',
      summary: 'Get many payment requests',
      query: {
        client_uid: ref('client', 'Of this client', { wire: 'filter[client_uid][eq]' }),
        matter_uid: ref('matter', 'Of this matter', { wire: 'filter[matter_uid][eq]' }),
        ...stateFilter(['DUE', 'OVERDUE', 'NOT_YET_DUE', 'PAID', 'CANCELLED']),
        entity_type: choices(
          [
            'Cart',
            'Invoice',
            'Meeting',
            'EventAttendance',
            'ProductOrder',
            'ClientBookingPackage',
            'Payout',
            'PendingBooking',
            'PendingClientBookingPackage',
          ],
          'For these kinds',
          { wire: 'filter[entity_type][in]' },
        ),
        entity_uid: id('For this record; with one kind', { wire: 'filter[entity_uid][eq]' }),
        ...dueBetween,
        amount_pending_from: money('At least so much still to pay', { wire: 'filter[amount_pending][gte]' }),
        amount_pending_to: money('At most so much still to pay', { wire: 'filter[amount_pending][lte]' }),
        amount_paid_from: money('At least so much paid', { wire: 'filter[amount_paid][gte]' }),
        amount_paid_to: money('At most so much paid', { wire: 'filter[amount_paid][lte]' }),
        ...createdFilter,
        ...updatedFilter,
        ...sortBy('created_at', 'updated_at', 'due_date', 'state', 'entity_type'),
      },
      returns: 'many',
      rowsPath: ['data.payment_requests', 'data'],
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /business/payments/v1/payment_requests/{payment_request_uid}',
      summary: 'Get a payment request',
      path: { payment_request_uid: which },
      returns: 'one',
      itemPath: 'data.payment_request',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /business/payments/v1/payment_requests/{payment_request_uid}',
      summary: 'Update a payment request',
      path: { payment_request_uid: which },
      body: {
        wrap: 'payment_request',
        optional: ['currency'],
        fields: {
          price: money('Total', { example: 95.2 }),
          net_price: money('Total before taxes', { example: 80 }),
          price_before_coupon: money('Total before the coupon'),
          tax_uids: taxUids,
        },
      },
      returns: 'one',
      itemPath: 'data.payment_request',
      evidence: 'documented',
      source,
    },
    sendLink: {
      route: 'POST /business/payments/v1/payment_requests/{payment_request_uid}/send_link',
      summary: 'Send the payment link to the client',
      description: 'Its matter needs a staff member',
      path: { payment_request_uid: which },
      body: {
        fields: {
          channel: choice(['email', 'sms'], 'How it is sent', { required: true }),
          channel_value: text('Mail address or phone number', { example: 'ann@patient.example' }),
          alpha2: text('Country code of the phone', { label: 'Country Code', example: 'GB' }),
          amount: money('Ask for a part only', { example: 40 }),
        },
      },
      returns: 'nothing',
      evidence: 'documented',
      source,
    },
  },
});
