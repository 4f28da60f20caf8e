import { list, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { listQuery, showHide, withRelations } from '../list-query.ts';
import { createdAndUpdated, identity, resourceLink } from '../shared-fields.ts';

const withGroup = withRelations(['resources']);

/** Resources under one name. */
export const group = defineResource({
  name: 'group',
  label: 'Group',
  description: 'Resources under one name, such as all saws',
  fields: {
    ...identity,
    name: text('Name of the group', { example: 'Saws' }),
    resources: list(resourceLink, 'Its resources, as {id}; an update probably replaces them'),
    ...createdAndUpdated,
  },
  operations: {
    list: {
      route: 'GET /group',
      summary: 'Get many groups',
      query: { ...listQuery, ...withGroup },
      returns: 'many',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-group-list-3589201e0',
    },
    get: {
      route: 'GET /group/{group_id}',
      summary: 'Get a group',
      query: { ...showHide, ...withGroup },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-single-group-3589203e0',
    },
    create: {
      route: 'POST /group',
      summary: 'Create a group of resources',
      body: { required: ['name'], optional: ['resources'] },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/create-new-group-3589202e0',
    },
    update: {
      route: 'PUT /group/{group_id}',
      summary: 'Update a group',
      body: { optional: ['name', 'resources'] },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-group-3589204e0',
    },
    delete: {
      route: 'DELETE /group/{group_id}',
      summary: 'Delete a group',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
  },
});
