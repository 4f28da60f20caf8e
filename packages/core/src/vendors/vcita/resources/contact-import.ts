import { choice, email, flag, id, integer, object, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';

/** A client that an app brings into the business. */
export const contactImport = defineResource({
  name: 'contactImport',
  label: 'Contact Import',
  description: 'A client that an installed app of type import_clients brings in',
  key: 'session_id',
  title: 'session_id',
  fields: { session_id: integer('Number of the import', { readOnly: true }) },
  operations: {
    create: {
      route: 'POST /business/clients/v1/apps/{app_code_name}/import',
      summary: 'Import a contact through an app',
      description: 'One contact a call; the event bulk_import/done tells the end',
      path: { app_code_name: id('Code name of the app', { example: 'clinic-import' }) },
      body: {
        fields: {
          email: email('Email', { example: 'nora.lindqvist@example.com' }),
          first_name: text('First name', { example: 'Nora' }),
          last_name: text('Last name', { example: 'Lindqvist' }),
          phone: text('Phone', { example: '+44 20 7946 0958' }),
        },
        wrap: 'fields_mapping',
        outside: {
          import_params: object(
            {
              upload_type: choice(['single', 'multi'], 'One contact or many'),
              should_override: flag('Replace contacts that exist'),
              send_notifications_when_done: flag('Mail staff at the end'),
            },
            'How to import',
            { required: true, example: { upload_type: 'single', should_override: false } },
          ),
        },
      },
      returns: 'one',
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/clients/legacy/manage_clients.json',
    },
  },
});
