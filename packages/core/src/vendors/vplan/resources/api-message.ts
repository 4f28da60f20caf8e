import { defineResource } from '../../../define/resource.ts';

/** Warnings that vPlan recorded during calls; its documentation does not show what they hold. */
export const apiMessage = defineResource({
  name: 'apiMessage',
  label: 'API Message',
  description:
    'A message or warning that vPlan recorded during calls of integrations, such as use of something deprecated',
  fields: {},
  operations: {
    list: {
      route: 'GET /api_message',
      summary: 'Get many API messages',
      description: 'Neither fields nor paging are documented',
      returns: 'many',
      pagination: false,
      rowsPath: ['data', ''],
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/api_message_index',
    },
  },
});
