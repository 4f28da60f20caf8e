import { dateTime, flag, id, integer, list, longText, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { fieldValue, identityUid, matterUid, stamps, undescribed } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/clients/legacy/manage_clients.json';
const item = ['data.matter', 'data'] as const;
const which = { uid: ref('matter', 'Matter') } as const;
const ofClient = { client_id: ref('client', 'Client, to choose its matter from') } as const;

/**
 * What is done for a client: every client has at least one. Called a conversation in platform v1. Its two paths under a
 * client name the parameter `client_uid`; here it is `client_id`, as everywhere a matter is chosen by its client.
 */
export const matter = defineResource({
  name: 'matter',
  label: 'Matter',
  description: 'A case of a client, on which invoices, estimates, notes and messages hang',
  key: 'uid',
  title: 'display_name',
  lookup: { operation: 'listByClient', search: false },
  fields: {
    ...identityUid,
    display_name: text('Name', { readOnly: true }),
    fields: list(fieldValue, 'Custom fields, as {uid, value}; one holds the name', {
      example: [{ uid: 'f1aaaaaaaaaaaaaa', value: 'Lower back pain' }],
    }),
    tags: list(text('A tag'), 'Tags', { example: ['physio'] }),
    contacts: list(object({ uid: ref('client', 'Client'), display_name: text('Name') }, 'A contact'), 'Clients', {
      readOnly: true,
    }),
    staff: object({ uid: ref('staff', 'Staff member') }, 'Staff member in charge', { readOnly: true }),
    business_uid: ref('business', 'Business', { readOnly: true }),
    deleted: flag('It was deleted', { readOnly: true }),
    last_activity_action: text('Last activity', { nullable: true, readOnly: true }),
    last_activity_time: dateTime('When it was last active', { nullable: true, readOnly: true }),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /business/clients/v1/matters',
      summary: 'Find matters',
      description: 'vcita lists matters only by a filter: exactly one of the two',
      query: {
        start_with: text('Start of name, email or phone', { wire: 'filter[advanced][start_with]', example: 'lind' }),
        uids: list(id('A matter'), 'These matters', { label: 'Matters', wire: 'filter[uid_in]' }),
        per_page: integer('Most rows; not documented', { label: 'Rows', minimum: 1, example: 25 }),
      },
      oneOf: [['start_with', 'uids']],
      returns: 'many',
      rowsPath: ['data.matters', 'data'],
      pagination: false,
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /business/clients/v1/matters/{uid}',
      summary: 'Get a matter',
      path: which,
      choosing: ofClient,
      returns: 'one',
      itemPath: item,
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /business/clients/v1/contacts/{client_id}/matters',
      summary: 'Create a further matter of a client',
      description: 'The fields must hold the one with type "name" for matters. A name that is in use is refused',
      body: {
        required: ['fields'],
        optional: ['tags'],
        fields: { note: longText('Note on it', { example: 'Referred by Dr Shah' }) },
        wrap: 'matter',
      },
      returns: 'one',
      itemPath: item,
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /business/clients/v1/matters/{uid}',
      summary: 'Update a matter',
      path: which,
      choosing: ofClient,
      body: { optional: ['fields'], wrap: 'matter' },
      returns: 'one',
      itemPath: item,
      evidence: 'documented',
      source,
    },
    listByClient: {
      route: 'GET /business/clients/v1/contacts/{client_id}/matters',
      summary: 'Get matters of a client',
      returns: 'many',
      rowsPath: ['data.matters', 'data'],
      pagination: false,
      evidence: 'documented',
      source,
    },
    nest: {
      route: 'PUT /business/clients/v1/matters/{matter_uid}/nest',
      summary: 'Move a matter to another client',
      description: 'A client that is left without matters disappears',
      path: matterUid,
      body: { fields: { contact_uid: ref('client', 'Client that gets it', { label: 'New Client', required: true }) } },
      returns: 'one',
      itemPath: ['data.matter', 'data'],
      row: undescribed,
      evidence: 'documented',
      source,
    },
    reassign: {
      route: 'PUT /business/clients/v1/matters/{matter_uid}/reassign',
      summary: 'Give a matter to another staff member',
      path: matterUid,
      body: {
        fields: {
          staff_uid: ref('staff', 'Staff member who gets it', { label: 'Staff' }),
          reassign_future_meetings: flag('Coming appointments as well'),
          notes: text('Message to the staff member'),
        },
      },
      returns: 'one',
      itemPath: ['data.matter', 'data'],
      row: undescribed,
      evidence: 'documented',
      source,
    },
  },
});
