import { dateTime, flag, list, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identityUid, sortByStamps, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/scheduling/resource_management.json';
const which = { uid: ref('resourceType', 'Type', { label: 'Resource Type' }) } as const;

/** A kind of rooms or devices; accounts need the resources feature for it. */
export const resourceType = defineResource({
  name: 'resourceType',
  label: 'Resource Type',
  description: 'A kind of rooms or devices; at most 5, with 10 resources each',
  key: 'uid',
  fields: {
    ...identityUid,
    name: text('Name', { maxLength: 20, example: 'Treatment room' }),
    services: list(ref('service', 'A service'), 'Services that need one of them'),
    deleted_at: dateTime('When it was deleted', { nullable: true, readOnly: true }),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /v3/scheduling/resource_types',
      summary: 'Get many resource types',
      query: { with_deleted: flag('Deleted ones as well'), ...sortByStamps },
      returns: 'many',
      rowsPath: ['data.resource_types', 'data'],
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /v3/scheduling/resource_types/{uid}',
      summary: 'Get a resource type',
      path: which,
      returns: 'one',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /v3/scheduling/resource_types',
      summary: 'Create a resource type',
      body: { required: ['name'], optional: ['services'] },
      returns: 'one',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /v3/scheduling/resource_types/{uid}',
      summary: 'Update a resource type',
      path: which,
      body: { optional: ['name', 'services'] },
      returns: 'one',
      evidence: 'documented',
      source,
    },
    delete: {
      route: 'DELETE /v3/scheduling/resource_types/{uid}',
      summary: 'Delete a type with its resources',
      path: which,
      returns: 'nothing',
      evidence: 'documented',
      source,
    },
  },
});
