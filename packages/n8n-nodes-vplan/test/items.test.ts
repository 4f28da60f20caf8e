import type { N8nEngine } from '@patchbay/n8n-engine';
import { type Sandbox, startSandbox, type VendorSandbox } from '@patchbay/sandbox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { installedFor } from './installed.ts';

let sandbox: Sandbox;
let twin: VendorSandbox;
let n8n: N8nEngine;

beforeAll(async () => {
  sandbox = await startSandbox();
  twin = sandbox.vendors.vplan;
  n8n = installedFor(twin.baseUrl, twin.credential);
});
beforeEach(() => twin.reset());
afterAll(() => sandbox.close());

const id = (resource: string, index = 0): string => String(twin.rows(resource)[index]?.id);

test('each item has parameters of its own', async () => {
  const { outputs } = await n8n.runNode({
    type: 'vplan',
    parameters: {
      resource: 'board',
      operation: 'update',
      board_id: '={{ $json.id }}',
      fields: { color: '={{ $json.color }}' },
    },
    items: [{ json: { id: id('board'), color: 'red' } }, { json: { id: id('board', 1), color: 'navy' } }],
  });
  expect(outputs[0]?.map(({ json, pairedItem }) => [json.id, json.color, pairedItem])).toEqual([
    [id('board'), 'red', { item: 0 }],
    [id('board', 1), 'navy', { item: 1 }],
  ]);
});

test('all rows of a list are linked to the item that asked for them', async () => {
  const cardsOf = (collection: string) => twin.rows('card').filter((card) => card.collection_id === collection).length;
  const { outputs } = await n8n.runNode({
    type: 'vplan',
    parameters: { resource: 'card', operation: 'getAll', collection_id: '={{ $json.id }}', returnAll: true },
    items: [{ json: { id: id('collection') } }, { json: { id: id('collection', 1) } }],
  });
  const linked = (item: number) =>
    outputs[0]?.filter(({ pairedItem }) => (pairedItem as { item: number }).item === item);
  expect(cardsOf(id('collection'))).toBeGreaterThan(1);
  expect(linked(0)).toHaveLength(cardsOf(id('collection')));
  expect(linked(1)).toHaveLength(cardsOf(id('collection', 1)));
});

test('with "continue", a failed item is handed on with its message and code, and the others are done', async () => {
  const { outputs, error } = await n8n.runNode({
    type: 'vplan',
    parameters: { resource: 'board', operation: 'get', board_id: '={{ $json.id }}' },
    items: [{ json: { id: 'e9097e10-a678-4b76-ad29-28cf5bbc6581' } }, { json: { id: id('board') } }],
    onError: 'continueRegularOutput',
  });
  expect(error).toBeUndefined();
  expect(outputs[0]).toMatchObject([
    {
      json: { error: expect.stringContaining('vPlan answered 404'), details: { code: 'NOT_FOUND' } },
      pairedItem: { item: 0 },
    },
    { json: { id: id('board') }, pairedItem: { item: 1 } },
  ]);
});

test('with an error output, what came in stays beside the message', async () => {
  const { outputs } = await n8n.runNode({
    type: 'vplan',
    parameters: { resource: 'board', operation: 'get', board_id: '={{ $json.id }}' },
    items: [{ json: { id: 'e9097e10-a678-4b76-ad29-28cf5bbc6581', order: 118 } }, { json: { id: id('board') } }],
    onError: 'continueErrorOutput',
  });
  expect(outputs[0]).toMatchObject([{ json: { id: id('board') } }]);
  expect(outputs[1]).toMatchObject([{ json: { order: 118, details: { code: 'NOT_FOUND' } } }]);
});

test('without it, the run stops and the error names the item', async () => {
  const { error } = await n8n.runNode({
    type: 'vplan',
    parameters: { resource: 'board', operation: 'get', board_id: '={{ $json.id }}' },
    items: [{ json: { id: id('board') } }, { json: { id: 'e9097e10-a678-4b76-ad29-28cf5bbc6581' } }],
  });
  expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '404', context: { itemIndex: 1 } });
});

test('Return All walks every page, Limit asks for no more than it needs', async () => {
  for (let index = 0; index < 1005; index++)
    twin.act('createCollection', { name: `Order ${index}`, board_id: id('board') });
  const list = (parameters: object) =>
    n8n.runNode({ type: 'vplan', parameters: { resource: 'collection', operation: 'getAll', ...parameters } });
  const all = await list({ returnAll: true });
  expect(new Set(all.outputs[0]?.map(({ json }) => json.id)).size).toBe(twin.rows('collection').length);
  expect(twin.requests).toHaveLength(2);
  const some = await list({ returnAll: false, limit: 7 });
  expect(some.outputs[0]).toHaveLength(7);
  expect(twin.requests.at(-1)?.query.limit).toBe('7');
  expect(some.hints).toEqual([`vPlan has ${twin.rows('collection').length} such rows, of which 7 were read`]);
  const later = await list({ returnAll: false, limit: 7, options: { offset: 1000 } });
  expect(later.outputs[0]).toMatchObject(
    all.outputs[0]?.slice(1000, 1007).map(({ json: { id } }) => ({ json: { id } })) ?? [],
  );
  expect(twin.requests.at(-1)?.query).toMatchObject({ limit: '7', offset: '1000' });
});

test('Simplify keeps ten useful fields and what the options ask for; switched off, all come as vPlan sent them', async () => {
  const get = async (parameters: object) => {
    const { outputs } = await n8n.runNode({
      type: 'vplan',
      parameters: { resource: 'collection', operation: 'get', collection_id: id('collection'), ...parameters },
    });
    return outputs[0]?.[0]?.json ?? {};
  };
  const simple = await get({});
  expect(Object.keys(simple)).toHaveLength(10);
  expect(Object.keys(simple)).toEqual(expect.arrayContaining(['id', 'name', 'due_date', 'status', 'board_id']));
  expect(Object.keys(await get({ options: { with: ['cards', 'labels'] } }))).toEqual(
    expect.arrayContaining(['cards', 'labels']),
  );
  expect(Object.keys(await get({ options: { with: '={{ "cards.resources" }}' } }))).toContain('cards');
  expect(await get({ simplify: false })).toEqual(twin.requests.at(-1)?.answer);
});

test('0, false and an empty text are sent as given; an empty field that may be null is cleared; what was not added is not sent', async () => {
  await n8n.runNode({
    type: 'vplan',
    parameters: {
      resource: 'card',
      operation: 'update',
      collection_id: id('collection'),
      card_id: id('card'),
      fields: { description: '', start_date: '', end_time: '' },
    },
  });
  await n8n.runNode({
    type: 'vplan',
    parameters: {
      resource: 'collection',
      operation: 'moveToBacklog',
      collection_id: id('collection'),
      fields: { position: 0 },
    },
  });
  await n8n.runNode({
    type: 'vplan',
    parameters: { resource: 'board', operation: 'update', board_id: id('board'), fields: { own_backlog: false } },
  });
  const sent = twin.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);
  expect(sent.map((body) => ({ ...(body as object), collection_id: undefined }))).toEqual([
    { description: '', start_date: null, end_time: null },
    { position: 0 },
    { own_backlog: false },
  ]);
});

test("dates come from pickers, texts, numbers and expressions; an instant without a zone is the workflow's own time", async () => {
  await n8n.runNode({
    type: 'vplan',
    parameters: {
      resource: 'card',
      operation: 'create',
      collection_id: id('collection'),
      name: '={{ 118 }}',
      fields: {
        start_date: "={{ DateTime.fromISO('2026-12-01T09:00:00') }}",
        end_date: '2026-12-02T00:00:00',
        completed_at: '2026-12-02T15:30:00',
        labels: '={{ [] }}',
      },
    },
  });
  expect(twin.requests.at(-1)?.body).toMatchObject({
    name: '118',
    start_date: '2026-12-01',
    end_date: '2026-12-02',
    // New York, n8n's default time zone, is five hours behind.
    completed_at: '2026-12-02T20:30:00.000Z',
    labels: [],
  });
});
