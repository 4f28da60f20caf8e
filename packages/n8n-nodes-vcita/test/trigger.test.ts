import { checkTrigger, engineWith } from '@patchbay/n8n-suite';
import { expect, test } from 'vitest';
import { subject } from './installed.ts';

checkTrigger(subject, {
  events: ['client/created', 'appointment/scheduled'],
  happen(twin) {
    twin.act('newLead', { name: 'Mia Holm', email: 'mia.holm@example.com', request: 'Back pain' });
    return twin.rows('client').find(({ email }) => email === 'mia.holm@example.com');
  },
  expected: ({ id, first_name }) => ({ recordId: id, record: { first_name } }),
  strange: [{}, { entity_name: 'client' }, 'text', [1], [], { data: { client_id: 'c1' } }],
});

test('a delivery within a list, as vcita sometimes sends it, is read as well', async () => {
  const body = [{ entity_name: 'client', event_type: 'created', data: { client_id: 'c1', first_name: 'Mia' } }];
  const n8n = engineWith(subject, 'http://127.0.0.1:1', { token: 't' });
  const { items } = await n8n.receive({
    type: 'vcitaTrigger',
    parameters: { events: ['client/created'] },
    webhookId: 'hook-1',
    body,
  });
  expect(items).toMatchObject([{ json: { event: 'client/created', recordId: 'c1', record: { first_name: 'Mia' } } }]);
});

test('a service that was changed comes under the name that was subscribed to', async () => {
  const n8n = engineWith(subject, 'http://127.0.0.1:1', { token: 't' });
  const { items } = await n8n.receive({
    type: 'vcitaTrigger',
    parameters: { events: ['service/updated'] },
    webhookId: 'hook-1',
    body: { entity_name: 'service', event_type: 'update', data: { uid: 's1' } },
  });
  expect(items).toMatchObject([{ json: { event: 'service/updated', recordId: 's1' } }]);
});
