import type { N8nEngine } from '@patchbay/n8n-engine';
import { type Sandbox, startSandbox, type VendorSandbox } from '@patchbay/sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installedFor } from './installed.ts';

let sandbox: Sandbox;
let twin: VendorSandbox;
let n8n: N8nEngine;

beforeAll(async () => {
  sandbox = await startSandbox();
  twin = sandbox.vendors.vplan;
  n8n = installedFor(twin.baseUrl, twin.credential);
  for (let index = 0; index < 60; index++)
    twin.act('createCollection', { name: `Order ${index}`, board_id: String(twin.rows('board')[0]?.id) });
});
afterAll(() => sandbox.close());

const search = (method: string, parameters: object = {}, more: object = {}) =>
  n8n.searchList({ type: 'vplan', parameters: { resource: 'card', operation: 'get', ...parameters }, method, ...more });

test('boards are offered by name, with their identifiers', async () => {
  const { results, paginationToken } = await search('searchBoard');
  expect(results).toEqual(twin.rows('board').map(({ id, name }) => ({ name, value: id })));
  expect(paginationToken).toBeUndefined();
});

test('a long list comes in parts until all was offered', async () => {
  const first = await search('searchCollection');
  const second = await search('searchCollection', {}, { paginationToken: first.paginationToken });
  expect(first.results).toHaveLength(50);
  const offered = [...first.results, ...second.results].map(({ value }) => value);
  expect(new Set(offered)).toEqual(new Set(twin.rows('collection').map(({ id }) => id)));
  expect(second.paginationToken).toBeUndefined();
});

test('what is typed narrows the list down', async () => {
  const { results } = await search('searchCollection', {}, { filter: 'Order 59' });
  expect(results.map(({ name }) => name)).toEqual(['Order 59']);
});

test('cards are offered from the collection that the form names', async () => {
  const { id } = twin.rows('collection')[0] as { id: string };
  const { results } = await search('searchCard', { collection_id: { __rl: true, mode: 'list', value: id } });
  expect(results.length).toBeGreaterThan(0);
  expect(results.map(({ value }) => value)).toEqual(
    twin.rows('card').flatMap((card) => (card.collection_id === id ? [card.id] : [])),
  );
});

test('without a collection, cards of all of them are offered', async () => {
  const { results } = await search('searchCard');
  const collections = new Set(
    results.map(({ value }) => twin.rows('card').find(({ id }) => id === value)?.collection_id),
  );
  expect(collections.size).toBeGreaterThan(1);
});

test.each(['', '={{ $json.id }}'])(
  'a list within a collection, with %j for the collection: the user is told to choose it first',
  async (value) => {
    await expect(search('searchAttachment', { collection_id: { __rl: true, mode: 'id', value } })).rejects.toThrow(
      'Choose Collection first',
    );
  },
);

test('custom fields of cards are offered by name and type, from the board of the collection that the form names', async () => {
  const { collection_id, board_id } = twin.rows('card')[0] as Readonly<Record<string, string>>;
  const { results } = await search('searchCardField', { collection_id });
  const fields = twin.rows('board').find(({ id }) => id === board_id)?.custom_fields as {
    name: string;
    type: string;
    scope: string;
  }[];
  const own = fields.filter(({ scope }) => scope === 'card');
  expect(results).toEqual(own.map(({ name, type }) => ({ name: `${name} ${type}`, value: name })));
  await expect(search('searchCardField')).rejects.toThrow('Choose Board or Collection first');
});

test('a wrong key shows what vPlan said and what to do', async () => {
  const wrong = installedFor(twin.baseUrl, { ...twin.credential, key: 'wrong' });
  await expect(wrong.searchList({ type: 'vplan', parameters: {}, method: 'searchBoard' })).rejects.toMatchObject({
    message: expect.stringContaining('401'),
    description: expect.stringContaining('API key'),
  });
});
