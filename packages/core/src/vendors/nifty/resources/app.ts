import { text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identity } from '../shared-fields.ts';
import { bytechef, mcp, pipedream } from '../sources.ts';

/** An app registered for the API; webhooks belong to one. */
export const app = defineResource({
  name: 'app',
  label: 'App',
  description: 'An app registered for the API; webhooks belong to one',
  fields: {
    ...identity,
    name: text('Name', { readOnly: true, example: 'Studio automation' }),
    // Answers may carry the credentials of the app; under which names is not known.
    client_id: text('Credential of the app', { readOnly: true, secret: true }),
    client_secret: text('Credential of the app', { readOnly: true, secret: true }),
  },
  operations: {
    list: {
      route: 'GET /api/v1.0/apps',
      summary: 'Get many apps',
      returns: 'many',
      rowsPath: ['apps', 'items', ''],
      evidence: 'partly',
      source: `${pipedream}/nifty.app.mjs ; ${bytechef}/src/main/java/com/bytechef/component/nifty/util/NiftyUtils.java ; ${mcp}:test/regression-api-contract.test.ts`,
    },
    get: {
      route: 'GET /api/v1.0/apps/{app_id}',
      summary: 'Get an app',
      returns: 'one',
      itemPath: ['app', ''],
      evidence: 'partly',
      source: `${mcp}:src/tools/apps.ts`,
    },
  },
});
