import { json, list, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { listQuery, showHide, withRelations } from '../list-query.ts';
import { identity } from '../shared-fields.ts';

const withSpace = withRelations(['boards']);
const source = 'https://vplan.eu.apidog.com/requestmethod-67900d0';

/** Boards under one roof. vPlan documents no field of it. */
export const space = defineResource({
  name: 'space',
  label: 'Space',
  description: 'Boards under one roof; vPlan does not document its fields',
  fields: {
    ...identity,
    name: text('Name of the space; not confirmed by vPlan', { example: 'Carpentry' }),
    boards: list(json('A board'), 'Comes with the relation boards', { readOnly: true }),
  },
  operations: {
    list: {
      route: 'GET /space',
      summary: 'Get many spaces',
      query: { ...listQuery, ...withSpace },
      returns: 'many',
      evidence: 'partly',
      source: 'Bee-Flow/Bee-Flow:server/integrations/vplanTools.js',
    },
    get: {
      route: 'GET /space/{space_id}',
      summary: 'Get a space',
      query: { ...showHide, ...withSpace },
      returns: 'one',
      evidence: 'inferred',
      source,
    },
    create: {
      route: 'POST /space',
      summary: 'Create a space',
      body: { optional: ['name'] },
      returns: 'one',
      evidence: 'inferred',
      source,
    },
    update: {
      route: 'PUT /space/{space_id}',
      summary: 'Update a space',
      body: { optional: ['name'] },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'inferred',
      source,
    },
    delete: {
      route: 'DELETE /space/{space_id}',
      summary: 'Delete a space',
      returns: 'nothing',
      evidence: 'inferred',
      source,
    },
  },
});
