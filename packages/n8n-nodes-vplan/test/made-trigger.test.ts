import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { N8nEngine } from '@patchbay/n8n-engine';
import { WEBHOOK_BASE_URL } from '@patchbay/n8n-engine';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { madeNodeAt, madeTriggerProperties } from './made-node.ts';

interface Hook {
  readonly id: string;
  readonly target: string;
  readonly event: string;
  readonly thing_id: string;
}

let server: Server;
let n8n: N8nEngine;
let hooks: Hook[] = [];
let count = 0;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let content = '';
    for await (const part of request) content += part;
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://vendor');
    if (request.method === 'POST') {
      hooks.push({ id: String(++count), ...JSON.parse(content) });
      response.end(JSON.stringify(hooks.at(-1)));
    } else if (request.method === 'DELETE') {
      hooks = hooks.filter(({ id }) => !pathname.endsWith(`/${id}`));
      response.writeHead(204).end();
    } else {
      const data = hooks.filter(({ thing_id }) => thing_id === searchParams.get('thing_id'));
      response.end(JSON.stringify({ data, count: data.length }));
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  n8n = madeNodeAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
beforeEach(() => {
  hooks = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const thing_id = { __rl: true, mode: 'list', value: 't1' };
const call = (method: 'checkExists' | 'create' | 'delete', parameters: object) =>
  n8n.callWebhookMethod({
    type: 'madeTrigger',
    webhookId: 'hook-1',
    parameters: { thing_id, ...parameters } as never,
    method,
  });
const url = `${WEBHOOK_BASE_URL}/hook-1/made`;

test('where a subscription holds one event, several events are several of them, with what the vendor needs', async () => {
  const parameters = { events: ['thing.made', 'thing.gone'] };
  expect(await call('checkExists', parameters)).toBe(false);
  await call('create', parameters);
  expect(await call('checkExists', parameters)).toBe(true);
  expect(hooks.map(({ target, event, thing_id: thing }) => [target, event, thing])).toEqual([
    [url, 'thing.made', 't1'],
    [url, 'thing.gone', 't1'],
  ]);
});

test('an event that the list does not name is typed, and one that is there twice is wanted once', async () => {
  await call('create', { events: ['thing.made'], otherEvents: 'thing.bent, thing.made,' });
  expect(hooks.map(({ event }) => event)).toEqual(['thing.made', 'thing.bent']);
});

test('with no event at all, publishing fails and says what to do', async () => {
  await expect(call('create', { events: [] })).rejects.toMatchObject({
    message: 'No event is chosen',
    description: expect.stringContaining('Other Events'),
  });
});

test('unpublishing removes all of its subscriptions and no other', async () => {
  await call('create', { events: ['thing.made', 'thing.gone'] });
  const other = { id: 'x', target: 'http://elsewhere.example', event: 'thing.made', thing_id: 't1' };
  hooks.push(other);
  await call('delete', { events: ['thing.made'] });
  expect(hooks).toEqual([other]);
});

test('what the vendor needs is chosen from a list', () => {
  expect(madeTriggerProperties.find(({ name }) => name === 'thing_id')).toMatchObject({
    displayName: 'Thing',
    type: 'resourceLocator',
    required: true,
  });
});
