import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fakePorts } from '../../test/fake-ports.ts';
import {
  createEngine,
  createSeen,
  defineResource,
  isSubscribed,
  planSubscription,
  type Row,
  readDelivery,
  subscribe,
  text,
  unsubscribe,
  type Vendor,
  vplan,
} from '../index.ts';

const wanted = { url: 'https://host/hook', events: ['card.created', 'card.updated'], description: 'Patchbay' };
const hook = (id: string, changes: Row = {}): Row => ({
  id,
  url: wanted.url,
  event_types: ['card.updated', 'card.created'],
  active: true,
  can_send: true,
  ...changes,
});

const fakeVplan = (initial: readonly Row[]) => {
  let stored = [...initial];
  const fake = fakePorts(({ method, url, content }) => {
    const id = new URL(url).pathname.split('/')[3];
    const body = JSON.parse(String(content ?? '{}')) as Row;
    if (method === 'POST') stored = [...stored, { can_send: true, ...body, id: `new-${stored.length}` }];
    if (method === 'PUT') stored = stored.map((row) => (row.id === id ? { ...row, can_send: true, ...body } : row));
    if (method === 'DELETE' && !stored.some((row) => row.id === id)) return { status: 404 };
    if (method === 'DELETE') stored = stored.filter((row) => row.id !== id);
    if (method === 'GET')
      return { json: id ? stored.find((row) => row.id === id) : { count: stored.length, data: stored } };
    return method === 'POST' ? { json: stored.at(-1) } : {};
  });
  return { engine: createEngine(vplan, fake.ports), requests: fake.requests, stored: () => stored };
};

describe('bringing subscriptions in line', () => {
  test.each<[string, readonly Row[], string[]]>([
    ['none is there', [hook('other', { url: 'https://host/other' })], ['create']],
    ['it fits, whatever the order of its events', [hook('a')], []],
    ['an event is missing', [hook('a', { event_types: ['card.created'] })], ['update']],
    ['it is switched off', [hook('a', { active: false })], ['update']],
    ['vPlan has suspended it', [hook('a', { can_send: false })], ['update']],
    ['it is doubled', [hook('a'), hook('b')], ['delete']],
  ])('%s', (_, existing, steps) => {
    expect(planSubscription(vplan, wanted, existing).map(({ kind }) => kind)).toEqual(steps);
  });

  test('whatever was there, afterwards exactly one fits, strangers are untouched, and a second run does nothing', async () => {
    const anyHook = fc.record({
      url: fc.constantFrom(wanted.url, 'https://host/other'),
      event_types: fc.subarray(['card.created', 'card.updated', 'card.deleted']),
      active: fc.boolean(),
      can_send: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyHook, { maxLength: 5 }), async (hooks) => {
        const existing = hooks.map((row, index) => ({ ...row, id: `h${index}` }));
        const fake = fakeVplan(existing);
        await subscribe(fake.engine, wanted);
        const strangers = (rows: readonly Row[]) => rows.filter(({ url }) => url !== wanted.url);
        expect(strangers(fake.stored())).toEqual(strangers(existing));
        expect(fake.stored().length - strangers(existing).length).toBe(1);
        expect(await isSubscribed(fake.engine, wanted)).toBe(true);
        expect(await subscribe(fake.engine, wanted)).toEqual([]);
      }),
      { seed: 2026, numRuns: 100 },
    );
  });

  test('unsubscribing removes all with this URL and nothing else, and again is fine', async () => {
    const fake = fakeVplan([hook('a'), hook('b'), hook('c', { url: 'https://host/other' })]);
    await unsubscribe(fake.engine, wanted.url);
    await unsubscribe(fake.engine, wanted.url);
    expect(fake.stored().map(({ id }) => id)).toEqual(['c']);
  });
});

describe('a vendor with one event a subscription, removed by URL', () => {
  const single = {
    ...vplan,
    webhooks: {
      resource: 'hook',
      operations: { create: 'subscribe', delete: 'unsubscribe', update: false },
      single: true,
      needs: { app_id: text('App') },
      fields: { id: 'uid', url: 'target_url', events: 'event' },
      event: ['entity', 'type'],
      shapes: {},
      source: 'test',
    },
    resources: {
      hook: defineResource({
        name: 'hook',
        label: 'Hook',
        description: 'A hook',
        fields: { uid: text('Identifier', { readOnly: true }), target_url: text('URL'), event: text('Event') },
        operations: {
          list: { route: 'GET /hooks/{app_id}', summary: 'List', returns: 'many', evidence: 'documented', source: 't' },
          subscribe: {
            route: 'POST /hooks',
            summary: 'Subscribe',
            body: { required: ['target_url', 'event'], fields: { app_id: text('App', { required: true }) } },
            returns: 'one',
            evidence: 'documented',
            source: 't',
          },
          unsubscribe: {
            route: 'DELETE /hooks',
            summary: 'Unsubscribe',
            body: {
              required: ['target_url'],
              optional: ['event'],
              fields: { app_id: text('App', { required: true }) },
            },
            returns: 'nothing',
            evidence: 'documented',
            source: 't',
          },
        },
      }),
    },
  } as const satisfies Vendor;
  const place = { url: 'https://host/hook', description: 'Patchbay', needs: { app_id: 'a1' } };

  const fakeVendor = () => {
    let stored: Row[] = [];
    const fake = fakePorts(({ method, url, content }) => {
      const body = JSON.parse(String(content ?? '{}')) as Row;
      if (method === 'GET') expect(url).toContain('/hooks/a1');
      else expect(body.app_id).toBe('a1');
      if (method === 'POST') stored = [...stored, { uid: `u${stored.length}`, ...body }];
      if (method === 'DELETE')
        stored = stored.filter((row) => row.target_url !== body.target_url || (body.event && row.event !== body.event));
      return method === 'GET' ? { json: { count: stored.length, data: stored } } : { json: {} };
    });
    return { engine: createEngine(single, fake.ports), stored: () => stored.map(({ event }) => event) };
  };

  test('gets one for each event, loses those not wanted any more, and none for a second run', async () => {
    const { engine, stored } = fakeVendor();
    await subscribe(engine, { ...place, events: ['client/created', 'client/updated'] });
    expect(stored()).toEqual(['client/created', 'client/updated']);
    const steps = await subscribe(engine, { ...place, events: ['client/updated', 'tag/add'] });
    expect(steps.map(({ kind }) => kind)).toEqual(['create', 'delete']);
    expect(stored()).toEqual(['client/updated', 'tag/add']);
    expect(await isSubscribed(engine, { ...place, events: ['client/updated', 'tag/add'] })).toBe(true);
    await unsubscribe(engine, place.url, {}, place.needs);
    expect(stored()).toEqual([]);
  });

  test('deliveries in a list, under another name, are read as what was subscribed to', () => {
    const vendor: Vendor = {
      ...single,
      events: [
        {
          name: 'service/updated',
          description: 'A service was changed',
          resource: 'hook',
          shape: 'any',
          evidence: 'documented',
        },
      ],
      webhooks: {
        ...single.webhooks,
        inList: true,
        shapes: { any: { record: 'data' } },
        recordKey: ['service_id', 'uid'],
        aliases: { 'service/updated': 'service/update' },
      },
    };
    const delivery = readDelivery(vendor, [{ entity: 'service', type: 'update', data: { service_id: 's1' } }]);
    expect(delivery).toMatchObject({ event: 'service/updated', recordId: 's1', certain: false });
  });
});

test('what came is known for a day, and the memory is bounded', () => {
  const seen = createSeen(3);
  expect(seen.isNew('a', 0)).toBe(true);
  expect(seen.isNew('a', 86_399_999)).toBe(false);
  expect(seen.isNew('a', 86_400_000)).toBe(true);
  for (const id of ['b', 'c', 'd']) seen.isNew(id, 86_400_001);
  expect(seen.isNew('d', 86_400_002)).toBe(false);
  expect(seen.isNew('a', 86_400_003)).toBe(true);
});
