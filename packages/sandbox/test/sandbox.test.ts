import { headerAuthorization, vplan } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../src/index.ts';
import { clientOf, receive, start } from './harness.ts';

const tables = ['board', 'stage', 'label', 'status', 'collection', 'card'];

describe('a sandbox', () => {
  it('holds the same records, identifiers and keys for the same seed and clock', async () => {
    const [one, two, other] = [await start(), await start(), await start({ seed: 2 })];
    for (const table of tables) {
      expect(one.twin.rows(table).length).toBeGreaterThan(0);
      expect(two.twin.rows(table)).toEqual(one.twin.rows(table));
      expect(other.twin.rows(table)).not.toEqual(one.twin.rows(table));
    }
    expect(two.twin.credential).toEqual(one.twin.credential);
    expect(other.twin.credential).not.toEqual(one.twin.credential);
  });

  it('gives the same identifiers to what is made later, whatever was refused in between', async () => {
    const [one, two] = [await start(), await start()];
    const body = { board_id: one.twin.rows('board')[0]?.id, name: 'New' };
    await one.call('GET', '/nowhere');
    const [first, second] = [
      await one.call('POST', '/collection', { body }),
      await two.call('POST', '/collection', { body }),
    ];
    expect(first.json).toEqual(second.json);
  });

  it('is seeded with a factory: three boards, twelve collections, cards of the planned ones', async () => {
    const { twin } = await start();
    const status = (wanted: string) => twin.rows('collection').filter((row) => row.status === wanted).length;
    expect(twin.rows('board').map(({ name }) => name)).toEqual(['Window frames', 'Doors', 'Installation on site']);
    expect([status('planned'), status('not_planned'), status('ignored')]).toEqual([5, 6, 1]);
    const planned = new Set(twin.rows('collection').flatMap((row) => (row.status === 'planned' ? [row.id] : [])));
    expect(new Set(twin.rows('card').map(({ collection_id }) => collection_id))).toEqual(planned);
    expect(
      new Set(twin.rows('card').map(({ start_date }) => [0, 6].includes(new Date(String(start_date)).getUTCDay()))),
    ).toEqual(new Set([false]));
  });

  it('goes back to the seed, forgets what was to come, and repeats itself', async () => {
    const { twin, sandbox, call } = await start();
    const receiver = await receive([500]);
    const before = tables.map((table) => twin.rows(table));
    const [board, collection] = [twin.rows('board')[0], twin.rows('collection')[2]];
    const body = { url: receiver.url, event_types: ['collection.updated'] };
    await call('POST', '/webhook', { body });
    twin.act('planCollection', { collection_id: collection?.id ?? '', board_id: board?.id ?? '' });
    twin.reset();
    await call('POST', '/webhook', { body });
    await sandbox.settle();
    expect(tables.map((table) => twin.rows(table))).toEqual(before);
    expect([receiver.received, twin.deliveries]).toEqual([[], []]);
    expect(twin.requests.map(({ operation }) => operation)).toEqual(['webhook.create']);
  });

  it('runs on the clock of the machine when none is given', async () => {
    const sandbox = await startSandbox({ planningDelay: 1 });
    const [board, collection] = [sandbox.vendors.vplan.rows('board')[0], sandbox.vendors.vplan.rows('collection')[2]];
    await clientOf(sandbox).collection.moveToBoard({ collection_id: collection?.id ?? '', board_id: board?.id ?? '' });
    await sandbox.settle();
    expect(sandbox.story.map(({ kind }) => kind)).toContain('background');
    await sandbox.close();
    await expect(fetch(sandbox.url)).rejects.toThrow('fetch failed');
  });

  it('says that its port is taken', async () => {
    const { sandbox } = await start();
    await expect(startSandbox({ port: Number(new URL(sandbox.url).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

describe('the log of requests', () => {
  it('keeps what was asked and answered, and only the end of the key', async () => {
    const { sandbox, twin } = await start();
    const { key, environment } = twin.credential;
    await clientOf(sandbox).collection.create({ board_id: twin.rows('board')[0]?.id ?? '', name: 'Logged' });
    const [request] = twin.requests;
    expect(request).toMatchObject({
      vendor: 'vplan',
      operation: 'collection.create',
      method: 'POST',
      path: '/collection',
      query: {},
      target: '/collection',
      headers: {
        'content-type': 'application/json',
        'x-api-key': `…${key.slice(-4)}`,
        'x-api-env': environment,
      },
      body: { board_id: twin.rows('board')[0]?.id, name: 'Logged' },
      status: 201,
      answer: { name: 'Logged' },
    });
    expect(JSON.stringify([twin.requests, sandbox.story])).not.toContain(key);
  });

  it('keeps the query decoded, and of a large answer the beginning', async () => {
    const { call, twin } = await start();
    await call('GET', "/card?filter=name%3Acontains%3A'a%2Cb'&limit=5");
    expect(twin.requests[0]?.query).toEqual({ filter: "name:contains:'a,b'", limit: '5' });
    await call('GET', '/card?with=collection');
    expect(twin.requests[1]?.answer).toMatch(/^\{"count":22.*… \(\d+ characters\)$/);
  });

  it('masks a wrong key as well, and holds refused requests', async () => {
    const { call, twin } = await start();
    await call('GET', '/nowhere', { headers: { 'x-api-key': 'somebodys-real-secret' } });
    expect(twin.requests[0]).toMatchObject({ status: 401, operation: undefined, headers: { 'x-api-key': '…cret' } });
  });

  it('ends with the last 500', async () => {
    const { sandbox, twin } = await start();
    const { baseUrl, credential } = twin;
    const { headers } = await headerAuthorization(vplan.auth.apiKey, credential).authorize({
      method: 'GET',
      url: '',
      headers: {},
    });
    for (let index = 0; index < 501; index++) await fetch(`${baseUrl}/me?n=${index}`, { headers });
    expect(sandbox.vendors.vplan.requests).toHaveLength(500);
    expect(twin.requests[0]?.query).toEqual({ n: '1' });
  });
});

describe('acting as a person', () => {
  it('moves a card through stages and statuses, up to the last', async () => {
    const { twin } = await start();
    const card = () => twin.rows('card')[0];
    const nameOf = (table: string, id: unknown) => twin.rows(table).find((row) => row.id === id)?.name;
    const input = { card_id: card()?.id ?? '' };
    twin.act('nextStage', input);
    expect(nameOf('stage', card()?.stage_id)).toBe('Planing');
    for (let index = 0; index < 3; index++) twin.act('nextStage', input);
    expect(() => twin.act('nextStage', input)).toThrow('There is no further stage');
    expect(() => twin.act('nextStatus', input)).toThrow('There is no further status');
  });

  it('puts a label on a collection and takes it off', async () => {
    const { twin } = await start();
    const [collection, label] = [twin.rows('collection')[2], twin.rows('label')[0]];
    const input = { collection_id: collection?.id ?? '', label_id: label?.id ?? '' };
    expect(twin.act('attachLabel', input)?.labels).toContainEqual({ id: label?.id });
    expect(twin.act('detachLabel', input)?.labels).toEqual(collection?.labels);
  });

  it('refuses an unknown act, a missing input and an unknown record', async () => {
    const { twin } = await start();
    expect(() => twin.act('burn', {})).toThrow('Not found');
    expect(() => twin.act('createCollection', { name: ' ' })).toThrow('name: is missing');
    expect(() => twin.act('deleteCard', { card_id: 'unknown' })).toThrow('Not found');
  });
});
