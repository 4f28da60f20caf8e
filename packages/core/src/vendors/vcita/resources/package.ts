import { choice, flag, id, list, longText, number, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { packageContents } from '../sales-contents.ts';
import { currency, taxUids } from '../sales-fields.ts';
import { identityId, stamps } from '../shared-fields.ts';

const platform = 'vcita/developers-hub:swagger/sales/legacy/legacy_v1_sales.json';
const readOnly = { readOnly: true } as const;
const required = { required: true } as const;

const optional = ['description', 'image_path', 'online_payment_enabled'] as const;

/** Bookings and products that are sold together. */
export const salePackage = defineResource({
  name: 'package',
  label: 'Package',
  description: 'Bookings and products that are sold together',
  fields: {
    ...identityId,
    name: text('Name', { example: 'Ten massages' }),
    description: longText('Description', { example: 'Within a year' }),
    active: flag('It can be sold', readOnly),
    price: text('Price', { readOnly: true, example: '450.0' }),
    total_price: text('Price with taxes', { readOnly: true, example: '535.5' }),
    currency,
    expiration: number('How long it is valid for a client', { example: 12 }),
    expiration_unit: choice(['D', 'W', 'M', 'Y'], 'Days, weeks, months or years'),
    total_bookings: number('Bookings in all', readOnly),
    online_payment_enabled: flag('Can be paid online'),
    discount_amount: text('Discount', readOnly),
    discount_unit: text('Discount is f: fixed, or p: in percent', readOnly),
    image_path: text('Picture', { example: 'https://clinic.example/massage.jpg' }),
    order: number('Position', readOnly),
    items: list(
      object(
        {
          total_bookings: text('Bookings in all'),
          services: list(object({ id: ref('service', 'Service'), name: text('Name') }, 'A service'), 'Services'),
        },
        'A group',
      ),
      'Bookings',
      readOnly,
    ),
    products: list(
      object({ id: ref('product', 'Product'), name: text('Name'), quantity: number('Quantity') }, 'A product'),
      'Products',
      readOnly,
    ),
    taxes: list(
      object({ id: ref('tax', 'Tax'), name: text('Name'), rate: number('Rate', { unit: '%' }) }, 'A tax'),
      'Taxes',
      readOnly,
    ),
    business_uid: id('Business', readOnly),
    deleted_at: text('When it was removed', { readOnly: true, nullable: true }),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /platform/v1/payment/packages',
      summary: 'Get many packages',
      query: {
        active_only: flag('Only those that can be sold'),
        include_items: flag('Bookings and products too'),
      },
      returns: 'many',
      rowsPath: ['data.packages', 'data'],
      pagination: false,
      evidence: 'documented',
      source: platform,
    },
    get: {
      route: 'GET /platform/v1/payment/packages/{package_id}',
      summary: 'Get a package',
      returns: 'one',
      itemPath: 'data.package',
      evidence: 'documented',
      source: platform,
    },
    create: {
      route: 'POST /platform/v1/payment/packages',
      summary: 'Create a package',
      body: {
        required: ['name', 'currency', 'expiration', 'expiration_unit'],
        optional,
        fields: { ...packageContents(required), tax_uids: taxUids },
      },
      returns: 'one',
      itemPath: 'data.package',
      evidence: 'documented',
      source: platform,
    },
    update: {
      route: 'PUT /platform/v1/payment/packages/{package_id}',
      summary: 'Update a package',
      description: 'Alpha: vcita may change it',
      body: {
        wrap: 'package',
        optional: ['name', 'currency', 'expiration', 'expiration_unit', ...optional],
        fields: packageContents({}),
      },
      returns: 'one',
      itemPath: 'data.package',
      evidence: 'documented',
      source: platform,
    },
    reorder: {
      route: 'PUT /business/payments/v1/packages/reorder',
      summary: 'Change the order of packages',
      description: 'Alpha: vcita may change it',
      body: {
        fields: {
          packages: list(
            object({ id: ref('package', 'Package', required), order: number('Position', required) }, 'A package'),
            'Packages, as {id, order}',
            { example: [{ id: 'k3v9x2m7q1w8e5r4', order: 1 }] },
          ),
        },
      },
      returns: 'nothing',
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/sales/legacy/payments.json',
    },
  },
});
