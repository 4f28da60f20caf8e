import { json, list, number, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identityId } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/sales/legacy/payments.json';
const required = { required: true } as const;

const rate = { unit: '%', example: 19 } as const;
const categories = list(text('A category'), 'Kinds of things that it applies to by default');
const one = {
  name: text('Name', required),
  rate: number('Rate', { unit: '%', required: true }),
  default_for_categories: categories,
} as const;

const which = ref('tax', 'Tax', { label: 'Tax' });

/** A tax on what the business sells. */
export const tax = defineResource({
  name: 'tax',
  label: 'Tax',
  description: 'A tax on what the business sells',
  title: ['name', 'rate'],
  fields: {
    ...identityId,
    name: text('Name', { example: 'VAT' }),
    rate: number('Rate, up to 3 decimals', rate),
    default_for_categories: categories,
    tax: json('The same once more, in some answers', { readOnly: true }),
  },
  operations: {
    list: {
      route: 'GET /business/payments/v1/taxes',
      summary: 'Get many taxes',
      description: 'Alpha: vcita may change it',
      returns: 'many',
      rowsPath: ['data.taxes', 'data'],
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /business/payments/v1/taxes/{tax_uid}',
      summary: 'Get a tax',
      description: 'Alpha: vcita may change it',
      path: { tax_uid: which },
      returns: 'one',
      itemPath: 'data.tax',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /business/payments/v1/taxes',
      summary: 'Create a tax',
      description: 'Alpha: vcita may change it',
      body: { wrap: 'tax', required: ['name', 'rate'], optional: ['default_for_categories'] },
      returns: 'one',
      itemPath: 'data.tax',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /business/payments/v1/taxes/{tax_uid}',
      summary: 'Update a tax',
      description: 'Alpha: vcita may change it',
      path: { tax_uid: which },
      body: { wrap: 'tax', optional: ['name', 'rate', 'default_for_categories'] },
      returns: 'one',
      itemPath: 'data.tax',
      evidence: 'documented',
      source,
    },
    delete: {
      route: 'DELETE /business/payments/v1/taxes/{tax_uid}',
      summary: 'Delete a tax',
      description: 'Alpha: vcita may change it',
      path: { tax_uid: which },
      returns: 'nothing',
      evidence: 'documented',
      source,
    },
    bulkCreate: {
      route: 'POST /business/payments/v1/tax_bulk',
      summary: 'Create several taxes',
      body: {
        fields: {
          data: list(object(one, 'A tax'), 'Taxes, as {name, rate}', {
            label: 'Taxes',
            required: true,
            example: [{ name: 'VAT', rate: 19 }],
          }),
        },
      },
      returns: 'many',
      rowsPath: 'data',
      pagination: false,
      evidence: 'documented',
      source,
    },
    bulkUpdate: {
      route: 'PUT /business/payments/v1/tax_bulk',
      summary: 'Update several taxes',
      body: {
        fields: {
          data: list(object({ id: ref('tax', 'Tax', required), ...one }, 'A tax'), 'Taxes, as {id, name, rate}', {
            label: 'Taxes',
            required: true,
            example: [{ id: 'k3v9x2m7q1w8e5r4', name: 'VAT', rate: 20 }],
          }),
        },
      },
      returns: 'many',
      rowsPath: 'data',
      pagination: false,
      evidence: 'documented',
      source,
    },
    bulkDelete: {
      route: 'DELETE /business/payments/v1/tax_bulk',
      summary: 'Delete several taxes',
      query: { uids: list(ref('tax', 'A tax'), 'Taxes', { required: true, wire: 'uids[]', several: 'repeat' }) },
      returns: 'nothing',
      evidence: 'documented',
      source,
    },
    applyDefaults: {
      route: 'PUT /business/payments/v1/tax_bulk/apply_defaults',
      summary: 'Apply the default taxes',
      body: {},
      returns: 'one',
      itemPath: ['data.data', 'data'],
      row: { message: text('What was done') },
      evidence: 'documented',
      source,
    },
  },
});
