import { list, ref, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { eventNames } from '../events.ts';
import { identity } from '../shared-fields.ts';
import { bytechef, mcp, pipedream } from '../sources.ts';

const trigger = `${bytechef}/src/main/java/com/bytechef/component/nifty/trigger/NiftyNewTaskTrigger.java`;
const sources = `${trigger} ; ${pipedream}/sources/common/base.mjs`;
const appId = ref('app', 'App of the subscription', { label: 'App ID' });

/** A subscription of an app: Nifty posts the chosen events of all projects to a URL. */
export const webhook = defineResource({
  name: 'webhook',
  label: 'Webhook',
  description: 'A subscription of an app: Nifty posts events to a URL',
  title: 'endpoint',
  fields: {
    ...identity,
    endpoint: url('Receiver', { example: 'https://example.com/hooks/nifty' }),
    event: list(text('An event'), 'Events to deliver', {
      suggestions: eventNames,
      example: ['taskCreated'],
    }),
  },
  operations: {
    list: {
      route: 'GET /api/v1.0/webhooks/{app_id}',
      summary: 'Get many webhooks of an app',
      returns: 'many',
      pagination: false,
      rowsPath: ['webhooks', 'items', ''],
      evidence: 'partly',
      source: `${mcp}:src/tools/webhooks.ts`,
    },
    create: {
      route: 'POST /api/v1.0/webhooks',
      summary: 'Create a webhook',
      body: { required: ['endpoint', 'event'], fields: { app_id: { ...appId, required: true } } },
      returns: 'one',
      itemPath: ['webhook', ''],
      evidence: 'partly',
      source: sources,
    },
    update: {
      route: 'PUT /api/v1.0/webhooks/{webhook_id}',
      summary: 'Update a webhook',
      description: 'Not settled: to delete and create it anew is safer',
      body: { fields: { app_id: appId }, optional: ['endpoint', 'event'] },
      returns: 'nothing',
      evidence: 'inferred',
      source: `${mcp}:src/tools/webhooks.ts`,
    },
    delete: {
      route: 'DELETE /api/v1.0/webhooks/{webhook_id}',
      summary: 'Delete a webhook',
      body: { fields: { app_id: { ...appId, required: true } } },
      returns: 'nothing',
      evidence: 'partly',
      source: sources,
    },
  },
});
