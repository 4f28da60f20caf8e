import { checkTrigger } from '@patchbay/n8n-suite';
import { expect, test } from 'vitest';
import { installedFor, subject } from './installed.ts';

checkTrigger(subject, {
  events: ['collection.created', 'card.updated'],
  happen: (twin) => twin.act('createCollection', { name: 'Order 118', board_id: String(twin.rows('board')[0]?.id) }),
  expected: ({ id, name }) => ({ recordId: id, record: { name } }),
  strange: [{}, { event: 'card.created' }, 'text', [1]],
});

test('a change comes with the record as it was', async () => {
  const body = {
    environment: 'an-environment',
    trigger: 'user',
    event: 'collection.updated',
    data: {
      current: { id: 'c1', name: 'New', updated_at: '2026-12-01T08:00:00Z' },
      old: { id: 'c1', name: 'Old' },
      new: { name: 'New' },
    },
  };
  const { items } = await installedFor('http://127.0.0.1:1').receive({
    type: 'vplanTrigger',
    parameters: { events: ['collection.updated'] },
    webhookId: 'hook-1',
    body,
  });
  expect(items).toMatchObject([
    {
      json: {
        event: 'collection.updated',
        resource: 'collection',
        recordId: 'c1',
        occurredAt: '2026-12-01T08:00:00Z',
        record: { name: 'New' },
        previous: { name: 'Old' },
      },
    },
  ]);
});
