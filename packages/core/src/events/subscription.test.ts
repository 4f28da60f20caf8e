import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fakePorts } from '../../test/fake-ports.ts';
import { createEngine, isSubscribed, planSubscription, type Row, subscribe, unsubscribe, vplan } from '../index.ts';

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
