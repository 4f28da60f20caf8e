import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Delivery, vplan } from '@patchbay/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeRed, hostOn } from '../fixtures/fake-red.ts';
import { type Receivers, registerCallbackRoute } from './callback-route.ts';
import { createLedger } from './ledger.ts';

// The raw body arrives when the admin API has another root than the HTTP nodes; the tests of the packages cover the other case.
const { RED, routes, log } = fakeRed();
let now = Date.now();
const host = hostOn(RED, vplan, () => now);
const ledger = createLedger(host);
const receivers: Receivers = new Map();
const got: Delivery[] = [];
let server: Server;
let url: string;

beforeAll(async () => {
  registerCallbackRoute(host, ledger, receivers);
  receivers.set('n', (delivery) => got.push(delivery));
  const handle = routes.get('/patchbay/vplan/:node/:secret');
  server = createServer((request, response) => {
    const [node = '', secret = ''] = String(request.url).slice(1).split('/');
    handle?.(Object.assign(request, { params: { node, secret } }), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const post = (node: string, body: string | ReadableStream, secret = ledger.secretOf(node)) =>
  fetch(`${url}/${node}/${secret}`, { method: 'POST', body, duplex: 'half' } as RequestInit);
const delivery = '{"event":"card.created","data":{"current":{"id":"c","__proto__":{"polluted":true}}}}';

it('hands a delivery to its node and answers at once', async () => {
  expect((await post('n', delivery)).status).toBe(200);
  expect(got).toMatchObject([{ event: 'card.created', recordId: 'c' }]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it('refuses a body without a length as soon as it is too large', async () => {
  const piece = new TextEncoder().encode('x'.repeat(64 * 1024));
  let pieces = 0;
  const counted = new ReadableStream({
    pull(controller) {
      pieces++;
      controller.enqueue(piece);
    },
  });
  const answer = await post('n', counted).catch(() => undefined);
  expect([413, undefined]).toContain(answer?.status);
  expect(pieces).toBeLessThan(200);
  expect((await post('n', delivery)).status).toBe(200);
});

it('answers 400 to what is no delivery', async () => {
  for (const body of ['', 'x', '{}', '['.repeat(300)]) expect((await post('n', body)).status).toBe(400);
});

it('answers 404 to a wrong secret and to a node that the flows do not have', async () => {
  expect((await post('n', delivery, 'wrong')).status).toBe(404);
  expect((await post('gone', delivery)).status).toBe(404);
});

it('answers 500 and goes on when the node itself fails', async () => {
  receivers.set('bad', () => {
    throw new Error('Broken');
  });
  expect((await post('bad', delivery)).status).toBe(200);
  expect(log.join()).toContain('Broken');
  expect((await post('n', delivery)).status).toBe(200);
});

it('hands a delivery that is sent again to its node once in 24 hours, and to every other node too', async () => {
  const dated = JSON.stringify({
    event: 'card.updated',
    data: { current: { id: 'dated', updated_at: '2026-11-22T08:00:00Z' } },
  });
  const others: Delivery[] = [];
  receivers.set('other', (one) => others.push(one));
  const count = () => got.filter(({ recordId }) => recordId === 'dated').length;
  for (let times = 0; times < 3; times++) expect((await post('n', dated)).status).toBe(200);
  await post('other', dated);
  expect([count(), others.length]).toEqual([1, 1]);
  now += 24 * 60 * 60 * 1000 + 1;
  await post('n', dated);
  expect(count()).toBe(2);
});
