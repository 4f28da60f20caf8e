import { dateTime, flag, list, longText, money, object, ref, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { currency } from '../sales-fields.ts';
import { identityId } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/sales/legacy/payments.json';

/** What a body takes as a number and an answer gives as decimal text. */
const amounts = {
  cost: money('What it costs the business', { example: 9.5 }),
  tax_ids: list(ref('tax', 'A tax'), 'Taxes that apply'),
} as const;
const optional = ['description', 'sku', 'display', 'image_url'] as const;

const which = ref('product', 'Product', { label: 'Product' });

/** Goods that the business sells. */
export const product = defineResource({
  name: 'product',
  label: 'Product',
  description: 'Goods that the business sells',
  lookup: { search: { query: 'contains' } },
  fields: {
    ...identityId,
    name: text('Name', { example: 'Massage oil 500 ml' }),
    description: longText('Description', { example: 'Almond, unscented' }),
    sku: text('Article number; must be free', { example: 'OIL-500' }),
    price: text('Price', { readOnly: true, example: '19.0' }),
    cost: text('What it costs the business', { readOnly: true, example: '9.5' }),
    total_price: text('Price with taxes', { readOnly: true, example: '22.61' }),
    currency,
    display: flag('On the list of products'),
    image_url: url('Picture', { example: 'https://clinic.example/oil.jpg' }),
    taxes: list(
      object({ id: ref('tax', 'Tax'), name: text('Name'), rate: text('Rate', { example: '19.0' }) }, 'A tax'),
      'Taxes',
      { readOnly: true },
    ),
    business_id: ref('business', 'Business', { readOnly: true }),
    staff_id: ref('staff', 'Who made it', { readOnly: true }),
    created_at: dateTime('When it was made', { readOnly: true }),
  },
  operations: {
    list: {
      route: 'GET /business/payments/v1/products',
      summary: 'Get many products',
      query: {
        contains: text('Only with this text', { wire: 'filter[contains]', example: 'oil' }),
        display: flag('Only those on the list of products, or only others', { wire: 'filter[display]' }),
      },
      returns: 'many',
      rowsPath: ['data.products', 'data'],
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /business/payments/v1/products/{product_uid}',
      summary: 'Get a product',
      description: 'Alpha: vcita may change it',
      path: { product_uid: which },
      returns: 'one',
      itemPath: 'data.product',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /business/payments/v1/products',
      summary: 'Create a product',
      body: {
        wrap: 'product',
        required: ['name'],
        optional: [...optional, 'currency'],
        fields: { price: money('Price', { required: true, example: 19 }), ...amounts },
      },
      returns: 'one',
      itemPath: 'data.product',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /business/payments/v1/products/{product_uid}',
      summary: 'Update a product',
      path: { product_uid: which },
      body: {
        wrap: 'product',
        optional: ['name', ...optional],
        fields: { price: money('Price', { example: 19 }), ...amounts },
      },
      returns: 'one',
      itemPath: 'data.product',
      evidence: 'documented',
      source,
    },
    delete: {
      route: 'DELETE /business/payments/v1/products/{product_uid}',
      summary: 'Delete a product',
      description: 'Alpha: vcita may change it',
      path: { product_uid: which },
      returns: 'nothing',
      evidence: 'documented',
      source,
    },
  },
});
