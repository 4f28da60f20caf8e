import type { N8nEngine } from '@patchbay/n8n-engine';
import { WEBHOOK_BASE_URL } from '@patchbay/n8n-engine';
import { type Sandbox, startSandbox, type VendorSandbox } from '@patchbay/sandbox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { installedFor } from './installed.ts';

let sandbox: Sandbox;
let twin: VendorSandbox;
let n8n: N8nEngine;

beforeAll(async () => {
  sandbox = await startSandbox({ allowHosts: ['n8n.test'] });
  twin = sandbox.vendors.vplan;
  n8n = installedFor(twin.baseUrl, twin.credential);
});
beforeEach(() => twin.reset());
afterAll(() => sandbox.close());

const events = ['collection.created', 'card.updated'];
const trigger = { type: 'vplanTrigger', parameters: { events }, webhookId: 'hook-1' };
const call = (method: 'checkExists' | 'create' | 'delete', more: object = {}) =>
  n8n.callWebhookMethod({ ...trigger, ...more, method });

test('publishing registers one webhook for the chosen events, under the address of this trigger', async () => {
  expect(await call('checkExists')).toBe(false);
  expect(await call('create')).toBe(true);
  expect(await call('checkExists')).toBe(true);
  expect(twin.rows('webhook')).toMatchObject([
    { url: `${WEBHOOK_BASE_URL}/hook-1/vplan`, event_types: events, active: true },
  ]);
});

test('a webhook that a lost answer left behind is adopted, not doubled', async () => {
  await call('create');
  expect(await call('create')).toBe(true);
  expect(twin.rows('webhook')).toHaveLength(1);
});

test('a webhook with other events is not taken for the wanted one, and is brought in line', async () => {
  await call('create', { parameters: { events: ['card.created'] } });
  expect(await call('checkExists')).toBe(false);
  await call('create');
  expect(twin.rows('webhook').map(({ event_types }) => event_types)).toEqual([events]);
});

test('testing in the editor uses a webhook of its own', async () => {
  await call('create');
  await call('create', { isTest: true });
  expect(new Set(twin.rows('webhook').map(({ url }) => url)).size).toBe(2);
});

test('unpublishing removes the webhook; one that is gone already is no failure', async () => {
  await call('create');
  expect(await call('delete')).toBe(true);
  expect(twin.rows('webhook')).toEqual([]);
  expect(await call('delete')).toBe(true);
});

test("a failed registration is thrown with vPlan's own words", async () => {
  const wrong = installedFor(twin.baseUrl, { ...twin.credential, key: 'wrong' });
  await expect(wrong.callWebhookMethod({ ...trigger, method: 'create' })).rejects.toMatchObject({
    name: 'NodeApiError',
    message: expect.stringMatching(/^vPlan answered 401 to "Get many webhooks": \S/),
    description: expect.stringContaining('Check the API key'),
  });
});

const delivery = {
  environment: 'an-environment',
  trigger: 'user',
  event: 'collection.updated',
  data: {
    current: { id: 'c1', name: 'New', updated_at: '2026-12-01T08:00:00Z' },
    old: { id: 'c1', name: 'Old' },
    new: { name: 'New' },
  },
};

test('a delivery starts the workflow with event, record, what it was and what changed', async () => {
  const { items, answer } = await n8n.receive({ ...trigger, body: delivery });
  expect(answer).toBeUndefined();
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
  expect(items?.[0]?.json).not.toHaveProperty('raw');
});

test('Whole Delivery hands on what vPlan sent', async () => {
  const { items } = await n8n.receive({
    ...trigger,
    parameters: { events, options: { wholeDelivery: true } },
    body: delivery,
  });
  expect(items).toEqual([{ json: delivery }]);
});

test.each([[{}], [{ event: 'card.created' }], ['text'], [[1]]])(
  'what is no delivery (%j) is answered with 400 and starts nothing',
  async (body) => {
    const { items, answer } = await n8n.receive({ ...trigger, body });
    expect(items).toBeUndefined();
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining('vPlan') } });
  },
);
