import { flag, integer, json, list, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/clients/client_settings.json';
const whose = { client_uid: ref('client', 'Client', { label: 'Client' }) } as const;
const optOut = flag('No SMS about bookings', { label: 'SMS Opt-Out' });

/** What a client agreed to and the language it is written to in. */
export const clientSettings = defineResource({
  name: 'clientSettings',
  label: 'Client Settings',
  description: 'What a client agreed to and the language it is written to in',
  key: 'client_uid',
  title: 'client_uid',
  fields: {
    client_uid: ref('client', 'Client', { readOnly: true }),
    client_id: integer('Number of the client within vcita', { nullable: true, readOnly: true }),
    opt_out_transactional_sms: optOut,
    preferred_language: text('Language that the client prefers', { readOnly: true }),
    effective_language: text('Language in use', { readOnly: true }),
    ...stamps,
  },
  operations: {
    get: {
      route: 'GET /v3/clients/client_settings/{client_uid}',
      summary: 'Get settings of a client',
      path: whose,
      returns: 'one',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /v3/clients/client_settings/{client_uid}',
      summary: 'Update settings of a client',
      path: whose,
      body: { optional: ['opt_out_transactional_sms'], fromPath: ['client_uid'] },
      returns: 'one',
      evidence: 'documented',
      source,
    },
    bulkUpdate: {
      route: 'PUT /v3/clients/client_settings/bulk',
      summary: 'Update settings of many clients',
      description: 'At most 5000; each row says whether it worked',
      body: {
        fields: {
          client_settings: list(
            object(
              {
                client_uid: ref('client', 'Client', { required: true }),
                opt_out_transactional_sms: { ...optOut, required: true },
              },
              'Settings of a client',
            ),
            'As {client_uid, opt_out_transactional_sms}',
            { required: true, example: [{ client_uid: 'c1aaaaaaaaaaaaaa', opt_out_transactional_sms: true }] },
          ),
        },
      },
      returns: 'many',
      rowsPath: ['data.client_settings', 'data'],
      pagination: false,
      row: {
        client_uid: ref('client', 'Client'),
        success: flag('It worked'),
        data: json('The settings, when it worked'),
        errors: json('What went wrong, as {code, message}'),
      },
      evidence: 'documented',
      source,
    },
  },
});
