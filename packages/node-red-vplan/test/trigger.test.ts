import type { FlowNode, Message } from '@patchbay/node-red-runtime';
import { type FaultyServer, startFaultyServer } from '@patchbay/node-red-suite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hosts, onTab, sink, startHosts } from './hosts.ts';

let hosts: Hosts;
let elsewhere: FaultyServer;
beforeAll(async () => {
  hosts = await startHosts();
  elsewhere = await startFaultyServer();
});
beforeEach(async () => {
  await hosts.deploy([]);
  hosts.vplan.reset();
  hosts.nodeRed.forget();
});
afterEach(() => hosts.deploy([]));
afterAll(async () => {
  await elsewhere.close();
  await hosts.close();
});

const trigger = (properties: object = {}): FlowNode =>
  onTab(
    'trigger',
    'vplan-trigger',
    {
      name: 'New work',
      account: 'account',
      events: ['collection.created'],
      callbackBase: '',
      raw: false,
      ...properties,
    },
    [['sink']],
  );
const webhooks = () => hosts.vplan.rows('webhook');
const urls = () => webhooks().map(({ url }) => String(url));
const requests = (operation: string) =>
  hosts.vplan.requests.filter((request) => request.operation === operation).length;
const statusIs = (text: string, id = 'trigger') =>
  hosts.nodeRed.waitFor(`the status ${text}`, () =>
    hosts.nodeRed.statusesOf(id).some((status) => status.text?.includes(text)) ? true : undefined,
  );
const gone = () => hosts.nodeRed.waitFor('the webhook to go', () => (webhooks().length === 0 ? true : undefined));
const connect = async (nodes: readonly FlowNode[] = [trigger(), sink('sink')], type: 'full' | 'nodes' = 'full') => {
  hosts.nodeRed.forget();
  await hosts.deploy(nodes, type);
  await statusIs('connected');
};
const createCollection = () => {
  const [board] = hosts.vplan.rows('board');
  hosts.vplan.act('createCollection', { name: 'Six frames', board_id: String(board?.id) });
};
const arrived = (): Promise<Message> =>
  hosts.nodeRed.waitFor('the delivery', () => hosts.nodeRed.messagesAt('sink')[0]);
const post = (url: string, body: string) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
const delivery = JSON.stringify({
  event: 'collection.updated',
  data: {
    current: { id: 'c1', name: 'B', updated_at: '2026-11-22T08:00:00Z' },
    old: { name: 'A' },
    new: { name: 'B' },
  },
});

describe('a trigger', () => {
  it('subscribes to its events at its own address, and what happens in vPlan becomes a message', async () => {
    await connect();
    expect(webhooks()).toMatchObject([
      { event_types: ['collection.created'], active: true, description: 'Node-RED: New work' },
    ]);
    expect(urls()[0]).toMatch(new RegExp(`^${hosts.nodeRed.url}/patchbay/vplan/trigger/[\\w-]{43}$`));
    createCollection();
    expect(await arrived()).toMatchObject({
      payload: { name: 'Six frames', id: expect.any(String) },
      event: 'collection.created',
      topic: 'collection.created',
      delivery: { id: expect.any(String), resource: 'collection', recordId: expect.any(String) },
    });
    await hosts.sandbox.settle();
    expect(hosts.vplan.deliveries.at(-1)).toMatchObject({ event: 'collection.created' });
  });

  it('passes the delivery on as it arrived when it is told to', async () => {
    await connect([trigger({ raw: true }), sink('sink')]);
    createCollection();
    expect((await arrived()).payload).toMatchObject({
      event: 'collection.created',
      data: { current: { name: 'Six frames' } },
    });
  });

  it('tells what changed and what it was before', async () => {
    await connect();
    expect((await post(urls()[0] as string, delivery)).status).toBe(200);
    expect(await arrived()).toMatchObject({
      payload: { name: 'B' },
      delivery: { occurredAt: '2026-11-22T08:00:00Z', previous: { name: 'A' }, changes: { new: { name: 'B' } } },
    });
  });
});

describe('the address of a trigger', () => {
  it('is nothing to somebody with another secret or for another node', async () => {
    await connect();
    const url = urls()[0] as string;
    const others = [`${url.slice(0, -1)}x`, `${url}x`, url.replace('/trigger/', '/other/'), url.replace(/[^/]+$/, 'x')];
    for (const other of others) expect((await post(other, delivery)).status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
    expect(hosts.nodeRed.messagesAt('sink')).toEqual([]);
  });

  it('refuses what is no JSON, no delivery, too deep or too large', async () => {
    await connect();
    const url = urls()[0] as string;
    for (const body of ['', '{', '[]', '{"event":1}', '{"event":"card.created"}', '['.repeat(5000) + ']'.repeat(5000)])
      expect((await post(url, body)).status).toBe(400);
    expect((await post(url, JSON.stringify({ event: 'x', data: 'x'.repeat(1024 * 1024) }))).status).toBe(413);
    expect((await post(url, delivery)).status).toBe(200);
  });

  it('asks to come again while the flow is not running', async () => {
    await connect();
    const url = urls()[0] as string;
    const setState = (state: string) =>
      fetch(`${hosts.nodeRed.url}/flows/state`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ state }),
      });
    await setState('stop');
    const answer = await post(url, delivery);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    hosts.nodeRed.forget();
    await setState('start');
    await statusIs('connected');
    expect((await post(url, delivery)).status).toBe(200);
  });
});

describe('the webhook at vPlan', () => {
  it('is kept as it is by a deploy that changes nothing', async () => {
    await connect();
    const before = webhooks();
    await connect();
    expect(webhooks()).toEqual(before);
    expect(requests('webhook.create')).toBe(1);
  });

  it('gets other events when those of the node change', async () => {
    await connect();
    const url = urls();
    await connect([trigger({ events: ['card.created', 'card.updated'] }), sink('sink')], 'nodes');
    expect(webhooks()).toMatchObject([{ event_types: ['card.created', 'card.updated'] }]);
    expect(urls()).toEqual(url);
  });

  it('moves when the address of Node-RED changes', async () => {
    await connect();
    await connect([trigger({ callbackBase: `${hosts.nodeRed.url.replace('127.0.0.1', 'localhost')}/` }), sink('sink')]);
    expect(urls()).toEqual([expect.stringContaining('http://localhost')]);
  });

  it.each([
    ['the node is deleted', [sink('sink')]],
    ['the node is disabled', [trigger({ d: true }), sink('sink')]],
  ])('is removed when %s', async (_, nodes) => {
    await connect();
    await hosts.deploy(nodes, 'nodes');
    await gone();
  });

  it('is removed when the account goes together with the node', async () => {
    await connect();
    await hosts.nodeRed.deploy([{ id: 'tab', type: 'tab', label: 'Test' }]);
    await gone();
  });

  const subflow = [
    { id: 'sub', type: 'subflow', name: 'Sub', in: [], out: [{ x: 1, y: 1, wires: [{ id: 'inner', port: 0 }] }] },
    { ...trigger(), id: 'inner', z: 'sub' },
    onTab('instance', 'subflow:sub', {}, [['sink']]),
    sink('sink'),
  ];

  it('belongs to each instance of a subflow, and is removed when the instance is deleted', async () => {
    await hosts.deploy(subflow);
    await statusIs('connected', 'instance-inner');
    expect(urls()).toEqual([expect.stringContaining('/patchbay/vplan/instance-inner/')]);
    createCollection();
    await arrived();
    await hosts.deploy(subflow.filter(({ id }) => id !== 'instance'));
    await gone();
  });
});

describe('a trigger that cannot subscribe', () => {
  it('tries again while vPlan is down, and its status says when', async () => {
    elsewhere.behave((_, response) => response.writeHead(503, { 'retry-after': '120' }).end());
    await hosts.deploy([trigger()], 'full', { baseUrl: elsewhere.baseUrl });
    await statusIs('vPlan HTTP 503, next try in 120 s');
    expect(hosts.nodeRed.statusesOf('trigger').at(-1)).toMatchObject({ fill: 'yellow', shape: 'ring' });
    const begin = performance.now();
    await hosts.deploy([]);
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  it('says so in red, in the log and to a Catch node when trying again cannot help', async () => {
    elsewhere.behave((_, response) => response.writeHead(401).end('{"errors":[{"message":"Not Logged In"}]}'));
    // Another address, for which no wait was asked.
    const baseUrl = `${elsewhere.baseUrl}/v2`;
    const catchNode = onTab('catch', 'catch', { scope: null }, [['sink']]);
    await hosts.deploy([trigger(), catchNode, sink('sink')], 'full', { baseUrl });
    await statusIs('HTTP 401');
    expect(await arrived()).toMatchObject({ error: { code: 'NOT_AUTHENTICATED' } });
  });

  it.each([
    ['no event', { events: [] }, 'input: events'],
    ['no account', { account: '' }, 'input: account'],
    ['an address that is none', { callbackBase: 'my host' }, 'input: callbackBase'],
  ])('names what it lacks: %s', async (_, properties, status) => {
    await hosts.deploy([trigger(properties)]);
    await statusIs(status);
    expect(webhooks()).toEqual([]);
  });

  it('asks for the public address when vPlan is not on this machine', async () => {
    await hosts.deploy([trigger()], 'full', { baseUrl: 'https://api.vplan.example' });
    await statusIs('input: callbackBase');
    expect(hosts.nodeRed.log.map(({ text }) => text).join()).toContain('reaches this Node-RED from outside');
  });
});
