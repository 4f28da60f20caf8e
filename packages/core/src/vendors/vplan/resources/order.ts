import { choice, date, dateTime, flag, id, list, longText, number, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { byExternalRef, externalRef } from '../external-reference.ts';
import { listQuery, showHide, withRelations } from '../list-query.ts';
import { createdAndUpdated, identity, keepId, transaction } from '../shared-fields.ts';
import { orderRow } from './order-row.ts';

const withOrder = withRelations([
  'order_rows',
  'address',
  'collection',
  'item',
  'project',
  'relation',
  'warehouse',
  'supplies_order_rows',
]);
const orderTypes = ['Production', 'Project', 'Purchase', 'Quotation', 'Sales', 'none'] as const;
const kind = 'Kind of order, part of its key; vPlan does not list none';
const subTypeLength = { maxLength: 25 } as const;
const content = [
  'code',
  'description',
  'order_rows',
  'address',
  'promised_date',
  'desired_date',
  'delivered_date',
  'date',
  'quantity',
  'status',
  'note',
  'contact',
  'relation_id',
  'relation_ref',
  'item_id',
  'project_id',
  'warehouse_id',
  'address_id',
  'external_url',
  'meta',
  'transaction',
  'external_ref',
] as const;

// Not documented: vPlan may answer so, and is left to judge it.
const part = { nullable: true } as const;
const undocumented = 'Not documented; named so that an address that was read can be sent back';
const addressRead = {
  id: id(undocumented, { readOnly: true }),
  latitude: number(undocumented, { readOnly: true, nullable: true }),
  longitude: number(undocumented, { readOnly: true, nullable: true }),
  created_at: dateTime(undocumented, { readOnly: true, nullable: true }),
  updated_at: dateTime(undocumented, { readOnly: true, nullable: true }),
} as const;
const addresses = [['address', 'address_id']] as const;

/** An order from another system; vPlan makes a collection of it. */
export const order = defineResource({
  name: 'order',
  label: 'Order',
  description: 'An order from another system, of which vPlan makes a collection to plan',
  title: ['code', 'description'],
  simplified: [
    'id',
    'code',
    'type',
    'sub_type',
    'external_ref',
    'description',
    'status',
    'promised_date',
    'collection_id',
    'relation_id',
  ],
  fields: {
    ...identity,
    code: text('Number of the order; names the collection', { maxLength: 100, example: '2026-118' }),
    type: choice(orderTypes, kind, { example: 'Production' }),
    sub_type: text('Finer kind, part of its key', { ...subTypeLength, example: 'none' }),
    description: text('What is ordered', { maxLength: 150, example: 'Six oak frames with triple glass' }),
    status: text('State in the other system', { nullable: true, maxLength: 10, example: 'open' }),
    note: longText('Note', { maxLength: 65535, example: 'Deliver before noon' }),
    contact: text('Who to ask', { maxLength: 100, example: 'J. de Vries' }),
    quantity: number('Quantity', { nullable: true, example: 6 }),
    date: date('Day of the order', { nullable: true, example: '2026-11-20' }),
    promised_date: date('Promised day; due date and start of automatic planning', {
      nullable: true,
      example: '2026-12-18',
    }),
    desired_date: date('Desired day; due date without a promised one', { nullable: true, example: '2026-12-16' }),
    delivered_date: date('Day of delivery', { nullable: true, example: '2026-12-17' }),
    relation_id: ref('relation', 'Customer or supplier', { nullable: true }),
    relation_ref: text('Reference of the customer or supplier', { nullable: true, example: 'PO 4711' }),
    item_id: ref('item', 'Item that is ordered', { nullable: true }),
    project_id: ref('project', 'Project of the order', { nullable: true }),
    warehouse_id: ref('warehouse', 'Warehouse of the order', { nullable: true }),
    collection_id: ref('collection', 'Collection made from the order'),
    address: object(
      {
        street1: text('First line', part),
        street2: text('Second line', part),
        postcode: text('Postal code', part),
        city: text('City', part),
        state: text('State or province', part),
        country: text('Country', part),
        ...addressRead,
      },
      'Address, instead of its ID; equal ones are one shared record',
      { nullable: true, example: { street1: 'Kade 12', postcode: '8011 AB', city: 'Zwolle', country: 'NL' } },
    ),
    address_id: id('Address, instead of its fields', { nullable: true }),
    order_rows: list(
      object({ ...orderRow.fields, ...keepId }, 'A row'),
      'Rows, with an ID to change an existing one; time in minutes or hours',
      {
        example: [{ code: '10', description: 'Saw profiles', quantity: 6, unit: 'hours' }],
      },
    ),
    external_url: text('Link to the other system', {
      label: 'External URL',
      nullable: true,
      example: 'https://erp.example.com/orders/2026-118',
    }),
    meta: object({}, 'Free data', { nullable: true, example: { batch: 'W50' } }),
    ...transaction,
    external_ref: {
      ...externalRef.external_ref,
      description: 'Key in another system, unique with type and sub type',
    },
    ...createdAndUpdated,
  },
  operations: {
    list: {
      route: 'GET /order',
      summary: 'Get many orders',
      description: 'A client embeds order_rows as orderRows',
      query: { ...listQuery, ...withOrder },
      returns: 'many',
      evidence: 'partly',
      source: 'mindcloud-inc/universal-api-reference:apis/v/vPlan/native-api/actions/list-orders.md',
    },
    get: {
      route: 'GET /order/{order_id}',
      summary: 'Get an order',
      query: { ...showHide, ...withOrder },
      returns: 'one',
      evidence: 'documented',
      source: 'https://docs.api.vplan.com/retrieve-single-order-3589257e0',
    },
    create: {
      route: 'POST /order',
      summary: 'Create an order with rows and address',
      description: 'Makes a collection, which may be planned in the background',
      body: {
        fields: {
          type: choice(orderTypes, kind, {
            example: 'Production',
            default: 'none',
          }),
          sub_type: text('Finer kind, part of its key', { ...subTypeLength, example: 'none', default: 'none' }),
          collection_id: ref('collection', 'Collection to tie the order to; vPlan does not explain the effect'),
        },
        optional: content,
      },
      atMostOneOf: addresses,
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/3589256e0',
    },
    update: {
      route: 'PUT /order/{order_id}',
      summary: 'Update an order',
      description: 'The collection follows in the background; changes by hand and planned cards stay',
      query: {
        remove_missing: flag('Remove rows missing from the list sent, presumably', {
          label: 'Remove Missing Rows',
          default: false,
        }),
      },
      body: { optional: [...content, 'type', 'sub_type'] },
      atMostOneOf: addresses,
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-order-3589258e0',
    },
    delete: {
      route: 'DELETE /order/{order_id}',
      summary: 'Delete an order',
      description: 'Takes its collection along, perhaps not at once',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
    createOrUpdate: {
      ...byExternalRef,
      description: 'Found by external reference, type and sub type together',
      by: ['external_ref', 'type', 'sub_type'],
      input: {
        filter: {
          all: [
            { field: 'external_ref', operator: 'eq', value: '{external_ref}' },
            { field: 'type', operator: 'eq', value: '{type}' },
            { field: 'sub_type', operator: 'eq', value: '{sub_type}' },
          ],
        },
      },
      evidence: 'partly',
    },
  },
});
