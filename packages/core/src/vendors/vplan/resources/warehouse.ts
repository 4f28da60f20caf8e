import { text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { byExternalRef, externalRef } from '../external-reference.ts';
import { listQuery, showHide } from '../list-query.ts';
import { createdAndUpdated, identity } from '../shared-fields.ts';

const content = ['name', 'code', 'external_ref'] as const;

/** A place that orders name. */
export const warehouse = defineResource({
  name: 'warehouse',
  label: 'Warehouse',
  description: 'A place where goods are kept, named by orders; users do not see it in vPlan',
  fields: {
    ...identity,
    name: text('Name of the warehouse', { example: 'Hall 2' }),
    code: text('Code of the warehouse', { example: 'H2' }),
    ...externalRef,
    ...createdAndUpdated,
  },
  operations: {
    list: {
      route: 'GET /warehouse',
      summary: 'Get many warehouses',
      query: listQuery,
      returns: 'many',
      evidence: 'partly',
      source: 'mindcloud-inc/universal-api-reference:apis/v/vPlan/native-api/actions/list-warehouses.md',
    },
    get: {
      route: 'GET /warehouse/{warehouse_id}',
      summary: 'Get a warehouse',
      query: showHide,
      returns: 'one',
      evidence: 'partly',
      source: 'mindcloud-inc/universal-api-reference:apis/v/vPlan/native-api/actions/get-warehouse.md',
    },
    create: {
      route: 'POST /warehouse',
      summary: 'Create a warehouse',
      body: { optional: content },
      returns: 'one',
      evidence: 'partly',
      source: 'https://docs.api.vplan.com/create-new-warehouse-3589281e0',
    },
    update: {
      route: 'PUT /warehouse/{warehouse_id}',
      summary: 'Update a warehouse',
      body: { optional: content },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-warehouse-3589283e0',
    },
    delete: {
      route: 'DELETE /warehouse/{warehouse_id}',
      summary: 'Delete a warehouse',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
    createOrUpdate: { ...byExternalRef, evidence: 'partly' },
  },
});
