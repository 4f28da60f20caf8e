import { dateTime, flag, id, list, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { pagination } from '../pagination.ts';
import { identityUid, sortByStamps, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/scheduling/resource_management.json';
const which = { uid: ref('resource', 'Resource', { label: 'Resource' }) } as const;

/** A room or a device that bookings take up. */
export const resource = defineResource({
  name: 'resource',
  label: 'Resource',
  description: 'A room or a device that bookings take up',
  key: 'uid',
  fields: {
    ...identityUid,
    name: text('Name', { example: 'Treatment room 2' }),
    resource_type_uid: ref('resourceType', 'Type', { label: 'Type' }),
    deleted_at: dateTime('When it was deleted', { nullable: true, readOnly: true }),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /v3/scheduling/resources',
      summary: 'Get many resources',
      query: {
        resource_type_uid: list(ref('resourceType', 'A type'), 'Only of these types', { label: 'Types' }),
        service_uid: ref('service', 'Only for this service', { label: 'Service' }),
        uid: list(id('A resource'), 'Only these resources', { label: 'Resources' }),
        with_deleted: flag('Deleted ones as well'),
        ...sortByStamps,
      },
      returns: 'many',
      rowsPath: ['data.resources', 'data'],
      pagination: { ...pagination, maxPageSize: 1000 },
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /v3/scheduling/resources/{uid}',
      summary: 'Get a resource',
      path: which,
      query: { with_deleted: flag('Even when it is deleted') },
      returns: 'one',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /v3/scheduling/resources',
      summary: 'Create a resource',
      body: { required: ['name', 'resource_type_uid'] },
      returns: 'one',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /v3/scheduling/resources/{uid}',
      summary: 'Update a resource',
      path: which,
      body: { optional: ['name', 'resource_type_uid'] },
      returns: 'one',
      evidence: 'documented',
      source,
    },
    delete: {
      route: 'DELETE /v3/scheduling/resources/{uid}',
      summary: 'Delete a resource',
      path: which,
      returns: 'nothing',
      evidence: 'documented',
      source,
    },
  },
});
