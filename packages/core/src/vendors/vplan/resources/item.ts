import { flag, longText, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { byExternalRef, externalRef } from '../external-reference.ts';
import { listQuery, showHide } from '../list-query.ts';
import { createdAndUpdated, identity } from '../shared-fields.ts';

const content = ['code', 'description', 'type', 'unit', 'location', 'note', 'stockmanagement', 'external_ref'] as const;

/** Something that orders are about. */
export const item = defineResource({
  name: 'item',
  label: 'Item',
  description: 'Something that is made, bought or sold; users see it only through orders',
  title: ['code', 'description'],
  fields: {
    ...identity,
    code: text('Code of the item', { maxLength: 50, example: 'FRAME-68' }),
    description: text('What it is', { maxLength: 150, example: 'Oak frame, 68 mm' }),
    type: text('Kind of item', { example: 'product' }),
    stockmanagement: flag('Stock is kept', { label: 'Stock Management' }),
    unit: text('Unit it is counted in', { nullable: true, example: 'piece' }),
    note: longText('Note', { nullable: true, example: 'Only with triple glass' }),
    location: text('Where it is kept', { nullable: true, example: 'Hall 2, rack 14' }),
    ...externalRef,
    ...createdAndUpdated,
  },
  operations: {
    list: {
      route: 'GET /item',
      summary: 'Get many items',
      query: listQuery,
      returns: 'many',
      evidence: 'partly',
      source: 'mindcloud-inc/universal-api-reference:apis/v/vPlan/native-api/actions/list-items.md',
    },
    get: {
      route: 'GET /item/{item_id}',
      summary: 'Get an item',
      query: showHide,
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-single-item-3589267e0',
    },
    create: {
      route: 'POST /item',
      summary: 'Create an item',
      query: showHide,
      body: { optional: content },
      returns: 'one',
      evidence: 'documented',
      source: 'https://docs.api.vplan.com/create-new-item-3589266e0',
    },
    update: {
      route: 'PUT /item/{item_id}',
      summary: 'Update an item',
      body: { optional: content },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-item-3589268e0',
    },
    delete: {
      route: 'DELETE /item/{item_id}',
      summary: 'Delete an item',
      returns: 'nothing',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/remove-single-item-3589269e0',
    },
    createOrUpdate: { ...byExternalRef, evidence: 'partly' },
  },
});
