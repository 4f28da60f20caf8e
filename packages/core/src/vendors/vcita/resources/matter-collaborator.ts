import { flag, integer, ref } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { matterUid } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/clients/legacy/manage_clients.json';

/** A staff member who works on a matter beside the one in charge. */
export const matterCollaborator = defineResource({
  name: 'matterCollaborator',
  label: 'Matter Collaborator',
  description: 'A staff member who works on a matter beside the one in charge',
  title: 'staff_uid',
  fields: {
    id: integer('Number given by vcita', { readOnly: true }),
    matter_uid: ref('matter', 'Matter', { readOnly: true }),
    staff_uid: ref('staff', 'Staff member', { label: 'Staff' }),
    follow_up: flag('Follows up', { readOnly: true }),
  },
  operations: {
    list: {
      route: 'GET /business/clients/v1/matters/{matter_uid}/collaborators',
      summary: 'Get collaborators of a matter',
      path: matterUid,
      returns: 'many',
      rowsPath: ['data.collaborators', 'data'],
      pagination: false,
      evidence: 'documented',
      source,
    },
    add: {
      route: 'POST /business/clients/v1/matters/{matter_uid}/collaborators',
      summary: 'Add a collaborator to a matter',
      path: matterUid,
      body: { required: ['staff_uid'], wrap: 'collaborator' },
      returns: 'one',
      itemPath: ['data.collaborator', 'data'],
      evidence: 'documented',
      source,
    },
    remove: {
      route: 'DELETE /business/clients/v1/matters/{matter_uid}/collaborators/{staff_uid}',
      summary: 'Remove a collaborator from a matter',
      path: { ...matterUid, staff_uid: ref('staff', 'Staff member', { label: 'Staff' }) },
      returns: 'nothing',
      evidence: 'documented',
      source,
    },
  },
});
