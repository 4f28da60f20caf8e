import { type HttpRequest, type HttpResponse, TransportError, vplan } from '@patchbay/core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeRed } from '../fixtures/fake-red.ts';
import { nodeSet } from './node-set.ts';

const json = (content: unknown, status = 200): HttpResponse => ({
  status,
  headers: {},
  content: JSON.stringify(content),
});
const account = { id: 'account', type: 'vplan-account', scheme: 'apiKey', baseUrl: 'http://127.0.0.1:1/v1' };
const trigger = {
  id: 'trigger',
  type: 'vplan-trigger',
  account: 'account',
  events: ['card.created'],
  callbackBase: '',
};
const secrets = { key: 'k', environment: 'e' };

let webhooks: Record<string, unknown>[];
let requests: string[];
let down: number;
let slept: number[];

const transport = async ({ method, url, content }: HttpRequest): Promise<HttpResponse> => {
  if (down-- > 0) throw new TransportError('Nobody is there', { code: 'UNREACHABLE', retryable: true });
  requests.push(method);
  if (method === 'POST') {
    const webhook = { id: `w${requests.length}`, active: true, can_send: true, ...JSON.parse(String(content)) };
    webhooks.push(webhook);
    return json(webhook, 201);
  }
  if (method === 'DELETE') {
    webhooks = webhooks.filter(({ id }) => !url.endsWith(`/${id}`));
    return json({});
  }
  return json({ data: webhooks, count: webhooks.length });
};
const clock = {
  now: Date.now,
  sleep: async (milliseconds: number) => {
    slept.push(milliseconds);
  },
};

const startPackage = (kept?: Map<string, unknown>) => {
  const host = fakeRed({}, kept ?? new Map());
  nodeSet(vplan, { ports: { transport, clock } })(host.RED);
  host.deployed([account, trigger]);
  host.start(account, secrets);
  return host;
};

beforeEach(() => {
  webhooks = [];
  requests = [];
  down = 0;
  slept = [];
});

const connected = { fill: 'green', shape: 'dot', text: 'connected' };

describe('a trigger node', () => {
  it('tries again after 5, 10, 20 … seconds while the vendor cannot be reached, and says when', async () => {
    down = 8;
    const node = startPackage().start(trigger);
    await vi.waitFor(() => expect(node.statuses.at(-1)).toEqual(connected));
    expect(slept).toEqual([5, 10, 20, 40, 80, 160, 300, 300].map((seconds) => seconds * 1000));
    expect(node.statuses.map(({ text }) => text)).toContain('vPlan unreachable, next try in 20 s');
    expect(node.said).toHaveLength(1);
  });

  it('keeps its address over restarts, and does not subscribe again', async () => {
    const first = startPackage();
    first.start(trigger);
    await vi.waitFor(() => expect(webhooks).toHaveLength(1));
    const [before] = webhooks;
    const node = startPackage(first.kept).start(trigger);
    await vi.waitFor(() => expect(node.statuses.at(-1)).toEqual(connected));
    expect(webhooks).toEqual([before]);
  });

  it('subscribes without settings as well, at an address that lasts as long as the process', async () => {
    const host = fakeRed({}, null);
    nodeSet(vplan, { ports: { transport, clock } })(host.RED);
    host.start(account, secrets);
    const node = host.start(trigger);
    await vi.waitFor(() => expect(node.statuses.at(-1)).toEqual(connected));
  });

  it('that was only stopped leaves its webhook alone', async () => {
    const node = startPackage().start(trigger);
    await vi.waitFor(() => expect(webhooks).toHaveLength(1));
    await node.close(false);
    expect(webhooks).toHaveLength(1);
  });
});

describe('a subscription whose node is gone', () => {
  const subscribed = async () => {
    const host = startPackage();
    const node = host.start(trigger);
    await vi.waitFor(() => expect(node.statuses.at(-1)).toEqual(connected));
    return { host, node };
  };
  const remembered = (kept: Map<string, unknown> | undefined) =>
    Object.keys((kept?.get('patchbayVplan') as { subscriptions: object } | undefined)?.subscriptions ?? {});

  it('is removed when flows have started, after a crash too', async () => {
    const { host } = await subscribed();
    const later = startPackage(host.kept);
    later.deployed([account]);
    later.flowsStarted();
    await vi.waitFor(() => expect(webhooks).toEqual([]));
    await vi.waitFor(() => expect(remembered(later.kept)).toEqual([]));
  });

  it.each([
    ['the node is disabled', [account, { ...trigger, d: true }]],
    ['its tab is disabled', [account, { ...trigger, z: 'tab' }, { id: 'tab', type: 'tab', disabled: true }]],
  ])('is removed when %s', async (_, flows) => {
    const { host, node } = await subscribed();
    await node.close(false);
    host.deployed(flows);
    host.flowsStarted();
    await vi.waitFor(() => expect(webhooks).toEqual([]));
  });

  it('is kept while the node only has not started yet', async () => {
    const { host } = await subscribed();
    const later = startPackage(host.kept);
    later.flowsStarted();
    await new Promise((resolve) => setImmediate(resolve));
    expect(webhooks).toHaveLength(1);
  });

  it('stays known while the vendor cannot be reached, and the log says so', async () => {
    const { host, node } = await subscribed();
    down = 2;
    host.deployed([account]);
    await node.close(true);
    host.flowsStarted();
    await vi.waitFor(() => expect(host.log.join()).toContain('still at vPlan: Nobody is there'));
    expect(remembered(host.kept)).toEqual(['trigger']);
    host.flowsStarted();
    await vi.waitFor(() => expect(webhooks).toEqual([]));
  });

  it('is given up when its account is gone as well, and the log says so', async () => {
    const { host, node } = await subscribed();
    await node.close(false);
    host.deployed([]);
    host.stop('account');
    host.flowsStarted();
    await vi.waitFor(() => expect(remembered(host.kept)).toEqual([]));
    expect(host.log.join()).toContain('still at vPlan');
  });
});
