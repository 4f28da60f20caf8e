import { flag, integer, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { eventNames } from '../events.ts';

const source = 'vcita/developers-hub:swagger/platform_administration/legacy/legacy_v1_platform.json';

/** A subscription of one URL to one event; it has a number but is removed by its URL. */
export const webhook = defineResource({
  name: 'webhook',
  label: 'Webhook',
  description: 'A subscription of one URL to one event, removed by its exact URL',
  title: ['entity', 'event_type', 'url'],
  fields: {
    id: integer('Number of the subscription', { readOnly: true }),
    entity: text('First half of the event: client', { readOnly: true }),
    event_type: text('Second half of the event: created', { readOnly: true }),
    event: text('Event', { example: 'client/created', suggestions: eventNames }),
    url: url('Receiver', { wire: 'target_url', example: 'https://clinic.example/hooks/vcita' }),
  },
  operations: {
    list: {
      route: 'GET /platform/v1/webhooks',
      summary: 'Get many webhooks',
      query: {
        entity: text('Only of this kind of record', { wire: 'filter[entity]', example: 'client' }),
        event_type: text('Only of this event of it', { wire: 'filter[event_type]', example: 'created' }),
      },
      returns: 'many',
      rowsPath: ['response.data.subscriptions', 'data.subscriptions', 'data'],
      pagination: false,
      evidence: 'documented',
      source,
    },
    subscribe: {
      route: 'POST /platform/v1/webhook/subscribe',
      summary: 'Subscribe a URL to an event',
      description: 'Refused with 422 when the URL has the event already',
      body: { required: ['event', 'url'] },
      returns: 'one',
      row: { subscription_id: text('Number of the subscription') },
      evidence: 'documented',
      source,
    },
    unsubscribe: {
      route: 'POST /platform/v1/webhook/unsubscribe',
      summary: 'Remove subscriptions of a URL',
      description: 'Without an event all subscriptions of the URL go',
      body: { required: ['url'], optional: ['event'] },
      returns: 'one',
      row: { unsubscribed: flag('They are gone') },
      idempotent: true,
      evidence: 'documented',
      source,
    },
  },
});
