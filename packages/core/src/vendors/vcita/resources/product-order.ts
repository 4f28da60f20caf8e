import { dateTime, list, money, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { currency, taxTotals } from '../sales-fields.ts';
import { identityId } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/sales/legacy/payments.json';
const readOnly = { readOnly: true } as const;

const amounts = {
  price: money('Price, if not that of the product', { example: 19 }),
  tax_ids: list(ref('tax', 'A tax'), 'Taxes that apply'),
} as const;

const which = ref('productOrder', 'Product Order', { label: 'Product Order' });

/** A product sold to a client. */
export const productOrder = defineResource({
  name: 'productOrder',
  label: 'Product Order',
  description: 'A product sold to a client',
  fields: {
    ...identityId,
    name: text('Name of the product', readOnly),
    client_id: ref('client', 'Client'),
    product_id: ref('product', 'Product'),
    matter_uid: ref('matter', 'Matter of the client'),
    description: text('Description; in a vendor test only'),
    price: text('Price', { readOnly: true, example: '19.0' }),
    total_price: text('Price with taxes', { readOnly: true, example: '22.61' }),
    cost: text('What it cost the business', { readOnly: true, nullable: true }),
    currency: { ...currency, readOnly: true },
    taxes: { ...taxTotals, readOnly: true },
    payment_request_id: ref('paymentRequest', 'Payment request', readOnly),
    payment_request_state: text('State of the payment request', readOnly),
    staff_id: ref('staff', 'Who made it', readOnly),
    created_at: dateTime('When it was made', readOnly),
  },
  operations: {
    get: {
      route: 'GET /business/payments/v1/product_orders/{product_order_uid}',
      summary: 'Get a product order',
      path: { product_order_uid: which },
      returns: 'one',
      itemPath: 'data.product_order',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /business/payments/v1/product_orders',
      summary: 'Create a product order',
      description: 'Makes a payment request that is due at once',
      body: {
        wrap: 'product_order',
        required: ['client_id', 'product_id'],
        optional: ['matter_uid'],
        fields: amounts,
      },
      returns: 'one',
      itemPath: 'data.product_order',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /business/payments/v1/product_orders/{product_order_uid}',
      summary: 'Update a product order',
      path: { product_order_uid: which },
      body: { wrap: 'product_order', optional: ['description'], fields: amounts },
      returns: 'one',
      itemPath: 'data.product_order',
      evidence: 'documented',
      source,
    },
  },
});
