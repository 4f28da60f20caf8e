import { flag, json, list, object, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';

/** The credentials in use: whose they are and what they may do. */
export const me = defineResource({
  name: 'me',
  label: 'Account',
  description: 'The environment and the key that the credential stands for',
  fields: {
    type: text('Kind of credentials in use', { readOnly: true }),
    environment: json('Environment with id, customer, status and state', { readOnly: true }),
    host: json('Host with id and description', { readOnly: true }),
    settings: list(object({ type: text('Name') }, 'A setting'), 'Settings as {type, active, config}', {
      readOnly: true,
    }),
    features: list(text('Name of a feature'), 'Features switched on for the environment', { readOnly: true }),
    board_permission_set: json('Permissions by role on a board', { readOnly: true }),
    'api-key': json('The key without its secret: id, name, last8, last_used', {
      readOnly: true,
      label: 'API Key',
    }),
    next: flag('Seen in a recorded answer only', { readOnly: true }),
    show_nps: flag('Seen in a recorded answer only', { readOnly: true, label: 'Show NPS' }),
  },
  operations: {
    get: {
      route: 'GET /me',
      summary: 'Get the account behind the credential',
      description: 'The answer under OAuth is not documented',
      returns: 'one',
      evidence: 'partly',
      source: 'https://vplan.eu.apidog.com/apikey-124883d0',
    },
  },
});
