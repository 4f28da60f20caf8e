import { choice, list, object, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';

const source = 'vcita/developers-hub:swagger/clients/legacy/manage_clients.json';
const words = [
  'clients',
  'patients',
  'students',
  'pets',
  'cases',
  'projects',
  'properties',
  'jobs',
  'accounts',
  'opportunities',
  'vehicles',
] as const;

/** What the whole business calls its clients. */
export const businessClientSettings = defineResource({
  name: 'businessClientSettings',
  label: 'Business Client Settings',
  description: 'What the whole business calls its clients',
  fields: {
    terms: object(
      { selected: text('Word in use'), options: list(text('A word'), 'Words to choose from') },
      'Word for clients',
      { readOnly: true },
    ),
  },
  operations: {
    get: {
      route: 'GET /business/clients/v1/settings',
      summary: 'Get the word for clients',
      returns: 'one',
      itemPath: ['data.settings', 'data'],
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /business/clients/v1/settings',
      summary: 'Change the word for clients',
      body: {
        fields: {
          selected: choice(words, 'What the business calls its clients', {
            label: 'Word',
            required: true,
            example: 'patients',
          }),
        },
        wrap: 'settings.terms',
      },
      returns: 'one',
      itemPath: ['data.settings', 'data'],
      evidence: 'documented',
      source,
    },
  },
});
