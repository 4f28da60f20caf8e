import { flag, id, integer, json, list, money, number, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { soldAnswer } from '../line-items.ts';
import { currency } from '../sales-fields.ts';
import { identityUid, matterUid, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/sales/legacy/payments.json';
const readOnly = { readOnly: true } as const;
const required = { required: true } as const;

const which = ref('sale', 'Sale', { label: 'Sale' });

/** A cart of services, products and bookings that a client pays together. */
export const sale = defineResource({
  name: 'sale',
  label: 'Sale',
  description: 'A cart that a client pays in one go',
  key: 'uid',
  title: ['cart_number', 'title'],
  fields: {
    ...identityUid,
    cart_number: integer('Number', readOnly),
    title: text('Title', readOnly),
    cart_type: text('Kind', readOnly),
    is_sale: flag('It is a sale', readOnly),
    ...matterUid,
    currency,
    sub_total: text('Total before taxes', { readOnly: true, example: '80.0' }),
    total_price: text('Total', { readOnly: true, example: '95.2' }),
    payment_request_uid: ref('paymentRequest', 'Payment request', readOnly),
    items: list(
      object(
        {
          uid: id('Identifier of the line'),
          name: text('Name'),
          entity_type: text('Kind of what is sold'),
          entity_uid: id('What is sold'),
          description: text('Description', { nullable: true }),
          item_index: integer('Position', { nullable: true }),
          quantity: integer('Quantity'),
          unit_amount: money('Price of one'),
          currency: text('Currency'),
          discount: object({ amount: money('Amount') }, 'Discount'),
          sub_total: money('Total before taxes'),
          taxes: list(json('A tax'), 'Taxes'),
          grand_total: money('Total'),
          ...soldAnswer,
        },
        'A line',
      ),
      'Lines',
      readOnly,
    ),
    taxes: list(json('A tax'), 'Taxes', readOnly),
    ...stamps,
  },
  operations: {
    get: {
      route: 'GET /business/payments/v1/carts/{uid}',
      summary: 'Get a sale',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data.cart',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /business/payments/v1/carts',
      summary: 'Create a sale',
      body: {
        wrap: 'cart',
        required: ['matter_uid', 'currency'],
        fields: {
          items: list(
            object(
              {
                entity_type: text('Kind, such as Service, Product or Meeting', required),
                entity_uid: id('What is sold', required),
                entity_name: text('Name in reports and invoices', required),
                amount: money('Price', required),
                description: text('Description'),
                discount: object(
                  { percent: number('Percent'), amount: money('Amount') },
                  'Discount, as {percent} or {amount}',
                ),
                taxes: list(object({ name: text('Name'), rate: number('Rate', { unit: '%' }) }, 'A tax'), 'Taxes'),
              },
              'A line',
            ),
            'Lines, as {entity_uid, entity_name, amount, …}',
            {
              required: true,
              example: [
                {
                  entity_type: 'Service',
                  entity_uid: 'k3v9x2m7q1w8e5r4',
                  entity_name: 'First consultation',
                  amount: 80,
                },
              ],
            },
          ),
        },
        fixed: { is_sale: true },
      },
      returns: 'one',
      itemPath: 'data.cart',
      evidence: 'documented',
      source,
    },
    complete: {
      route: 'PUT /business/payments/v1/carts/{uid}/cart_completed',
      summary: 'Complete an open sale',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data.json',
      row: { message: text('What was done') },
      evidence: 'documented',
      source,
    },
    cancel: {
      route: 'PUT /business/payments/v1/carts/{uid}/cancel',
      summary: 'Cancel an open sale',
      path: { uid: which },
      body: { fields: { cancel_payment_statuses_items: flag('Cancel what was sold as well') } },
      returns: 'one',
      itemPath: 'data.cart',
      evidence: 'documented',
      source,
    },
  },
});
