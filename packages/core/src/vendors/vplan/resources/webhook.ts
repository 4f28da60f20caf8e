import { choices, dateTime, flag, integer, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { eventNames } from '../events.ts';
import { listQuery, showHide } from '../list-query.ts';
import { createdAndUpdated, identity } from '../shared-fields.ts';

/** A subscription: vPlan posts the chosen events to a URL. */
export const webhook = defineResource({
  name: 'webhook',
  label: 'Webhook',
  description: 'A subscription: vPlan posts the chosen events to a URL',
  title: 'url',
  simplified: [
    'id',
    'url',
    'description',
    'active',
    'event_types',
    'can_send',
    'fail_streak',
    'disabled_until',
    'created_at',
    'updated_at',
  ],
  fields: {
    ...identity,
    url: url('Receiver', { maxLength: 512, example: 'https://example.com/hooks/vplan' }),
    description: text('What it is for', { maxLength: 150, example: 'Order desk' }),
    active: flag('Deliveries are switched on'),
    event_types: choices(eventNames, 'Events to deliver', { example: ['card.created', 'card.updated'] }),
    api_key_id: text('API key that made it', { readOnly: true }),
    developer_client_id: text('OAuth app that made it', { readOnly: true }),
    third_party: flag('It was made by a third party', { readOnly: true }),
    fail_streak: integer('Failures in a row', { readOnly: true }),
    fail_streak_started_at: dateTime('When the failures began', { readOnly: true }),
    last_failed_at: dateTime('When it last failed', { readOnly: true }),
    mailed_warning_at: dateTime('When vPlan warned by mail', { readOnly: true }),
    mailed_disabled_at: dateTime('When vPlan mailed that it was switched off', { readOnly: true }),
    disabled_until: dateTime('End of a pause after failures', { readOnly: true }),
    can_send: flag('Deliveries are possible now', { readOnly: true }),
    ...createdAndUpdated,
  },
  operations: {
    list: {
      route: 'GET /webhook',
      summary: 'Get many webhooks',
      query: listQuery,
      returns: 'many',
      evidence: 'documented',
      source: 'https://docs.api.vplan.com/retrieve-webhook-list-3589285e0',
    },
    get: {
      route: 'GET /webhook/{webhook_id}',
      summary: 'Get a webhook',
      query: showHide,
      returns: 'one',
      evidence: 'documented',
      source: 'https://docs.api.vplan.com/retrieve-single-webhook-3589287e0',
    },
    create: {
      route: 'POST /webhook',
      summary: 'Create a webhook',
      description: 'vPlan suspends it after 250 failed deliveries',
      body: { required: ['url', 'event_types'], optional: ['description', 'active'] },
      returns: 'one',
      evidence: 'partly',
      source: 'https://docs.api.vplan.com/webhook_create',
    },
    update: {
      route: 'PUT /webhook/{webhook_id}',
      summary: 'Update a webhook',
      description: 'Switched to active, a suspension presumably ends',
      body: { optional: ['url', 'description', 'active', 'event_types'] },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-webhook-3589288e0',
    },
    delete: {
      route: 'DELETE /webhook/{webhook_id}',
      summary: 'Delete a webhook',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
  },
});
