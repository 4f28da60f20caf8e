import { date, integer, number, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { byExternalRef, externalRef } from '../external-reference.ts';
import { listQuery, showHide } from '../list-query.ts';
import { createdAndUpdated, identity, transaction } from '../shared-fields.ts';

const path = { row_id: ref('orderRow', 'Which order row', { label: 'Row ID' }) } as const;
const amount = { nullable: true, example: 6 } as const;
const content = [
  'code',
  'description',
  'quantity',
  'unit',
  'activity_id',
  'item_id',
  'item_code',
  'position',
  'type',
  'status',
  'reserved',
  'quantity_delivered',
  'quantity_backorder',
  'quantity_original',
  'delivered_date',
  'resource_ref',
  'transaction',
  'external_ref',
] as const;

/** A line of an order. */
export const orderRow = defineResource({
  name: 'orderRow',
  label: 'Order Row',
  description: 'A line of an order; with an activity and a time it becomes work to plan',
  title: ['code', 'description'],
  fields: {
    ...identity,
    code: text('Code of the row', { nullable: true, maxLength: 50, example: '10' }),
    description: text('What is ordered', { maxLength: 150, example: 'Saw profiles' }),
    quantity: number('Quantity, or time with a unit of time', amount),
    unit: text('Unit; days count 3600 minutes, unknown units 0: choose an exact one for time', {
      maxLength: 50,
      suggestions: ['minutes', 'hours'],
      example: 'hours',
    }),
    activity_id: ref('activity', 'Activity; with a unit of time it is planned', { nullable: true }),
    item_id: ref('item', 'Item that is ordered', { nullable: true }),
    item_code: text('Code of the item', { nullable: true, maxLength: 50, example: 'FRAME-68' }),
    position: integer('Position in the order', { nullable: true, example: 1 }),
    type: text('Kind of row', { nullable: true, maxLength: 50 }),
    status: text('State of the row', { nullable: true, maxLength: 32, example: 'open' }),
    reserved: number('Quantity reserved', amount),
    quantity_delivered: number('Quantity delivered', amount),
    quantity_backorder: number('Quantity in backorder', amount),
    quantity_original: number('Quantity at first', amount),
    delivered_date: date('Day of delivery', { example: '2026-12-18' }),
    resource_ref: text('Reference of a resource', { nullable: true, maxLength: 64 }),
    ...transaction,
    order_id: ref('order', 'Order of the row', { nullable: true }),
    external_ref: text(externalRef.external_ref.description, { ...externalRef.external_ref, maxLength: 64 }),
    ...createdAndUpdated,
  },
  operations: {
    list: {
      route: 'GET /order/{order_id}/row',
      summary: 'Get many rows of an order',
      query: listQuery,
      returns: 'many',
      evidence: 'partly',
      source: 'Bee-Flow/Bee-Flow:server/integrations/vplanTools.js',
    },
    get: {
      route: 'GET /order/{order_id}/row/{row_id}',
      summary: 'Get a row of an order',
      path,
      query: showHide,
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-single-orderrow-3589262e0',
    },
    create: {
      route: 'POST /order/{order_id}/row',
      summary: 'Create a row of an order',
      body: { optional: content },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/create-new-orderrow-3589261e0',
    },
    update: {
      route: 'PUT /order/{order_id}/row/{row_id}',
      summary: 'Update a row of an order',
      path,
      body: { optional: content },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-orderrow-3589263e0',
    },
    delete: {
      route: 'DELETE /order/{order_id}/row/{row_id}',
      summary: 'Delete a row of an order',
      path,
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
    createOrUpdate: {
      ...byExternalRef,
      input: { ...byExternalRef.input, order_id: '{order_id}' },
      evidence: 'partly',
    },
  },
});
