import { operationsOf, vplan } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { start } from './harness.ts';

type Named = { readonly name: string };
const names = ({ json }: { json: { data: Named[] } }): string[] => json.data.map(({ name }) => name);
const encoded = (text: string): string => encodeURIComponent(text);

describe('a list of the vPlan twin', () => {
  it('comes in pages of 100 unless told otherwise', async () => {
    const { call, twin } = await start();
    for (let index = 0; index < 100; index++)
      twin.act('createCollection', { name: `Extra ${index}`, board_id: twin.rows('board')[0]?.id ?? '' });
    const first = (await call('GET', '/collection')).json;
    expect(first).toMatchObject({ count: 112, limit: 100, offset: 0 });
    expect(first.data).toHaveLength(100);
    const second = (await call('GET', '/collection?limit=50&offset=100')).json;
    expect(second).toMatchObject({ count: 112, limit: 50, offset: 100 });
    expect(second.data.map(({ name }: Named) => name)).toEqual(
      [...Array(12).keys()].map((index) => `Extra ${88 + index}`),
    );
  });

  it('is empty past its end', async () => {
    const { call } = await start();
    expect((await call('GET', '/collection?offset=500')).json).toEqual({
      count: 12,
      limit: 100,
      offset: 500,
      data: [],
    });
  });

  it.each([
    ['limit=1001', 'Wrong limit'],
    ['limit=ten', 'Wrong limit'],
    ['limit=', 'Wrong limit'],
    ['offset=-1', 'Wrong offset'],
    ['page=2', 'Unknown query parameter: page'],
    ['limit=1&limit=2', 'Doubled query parameter: limit'],
    ['sort=colour', 'Unknown sort field: colour'],
    ['sort=labels', 'Unknown sort field: labels'],
    ['sort=name:up', 'Wrong sort: name:up'],
    ['sort=', 'Unknown sort field: '],
    ['filter=colour:eq:red', 'Wrong filter: unknown field colour'],
    ['filter=custom_fields:contains:x', 'Wrong filter: unknown field custom_fields'],
    ['filter=updated_at:gte:5', "Wrong filter: updated_at needs an instant such as '2026-01-31T09:00:00Z', not '5'"],
    ["filter=updated_at:gte:'hello 1'", 'Wrong filter: updated_at needs an instant'],
    ["filter=updated_at:gte:'2026-02-30T09:00:00Z'", 'Wrong filter: updated_at needs an instant'],
    ['filter=name:eq', 'Wrong filter: expected a colon'],
    ['filter=name:has:x', "Wrong filter: name:has needs true or false, not 'x'"],
    ['with=statuses', 'Relation not found: statuses'],
    ['with=cards.statuses', 'Relation not found: statuses'],
    ['with=cards,', 'Relation not found: '],
  ])('with ?%s is refused', async (query, message) => {
    const { call } = await start();
    const answer = await call('GET', `/collection?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.json.errors[0].message).toContain(message);
  });

  it('with a limit of 0 comes in the usual pages, but for webhooks, where it is refused', async () => {
    const { call } = await start();
    const { json } = await call('GET', '/collection?limit=0&offset=10');
    expect([json.limit, json.offset, json.data.length]).toEqual([100, 10, 2]);
    expect((await call('GET', '/webhook?limit=0')).status).toBe(400);
  });

  it('is narrowed down by a filter and counts what fits', async () => {
    const { call } = await start();
    const filter = encoded("status:eq:planned,and,(name:contains:'boer',or,external_ref:eq:LIN-2108)");
    const answer = await call('GET', `/collection?filter=${filter}&limit=2`);
    expect(answer.json.count).toBe(3);
    expect(names(answer)).toEqual(['Woonhuis De Boer, Utrecht', 'Fire doors town hall']);
  });

  it('finds what changed since an instant', async () => {
    const { call, twin, time } = await start();
    const filter = encoded(`updated_at:gte:'${new Date(time.now()).toISOString()}'`);
    expect((await call('GET', `/collection?filter=${filter}`)).json.count).toBe(0);
    const id = twin.rows('collection')[3]?.id ?? '';
    twin.act('renameCollection', { collection_id: id, name: 'Changed' });
    expect(names(await call('GET', `/collection?filter=${filter}`))).toEqual(['Changed']);
  });

  it('is ordered by several fields, missing values first', async () => {
    const { call } = await start();
    const { json } = await call('GET', '/collection?sort=status,start:desc,name&show=status,start,name');
    const lines = json.data.map(({ status, start }: Record<string, unknown>) => `${status} ${start}`);
    expect(lines.slice(0, 2)).toEqual(['ignored null', 'not_planned null']);
    expect(lines.slice(-5)).toEqual([
      'planned 2026-11-30',
      'planned 2026-11-26',
      'planned 2026-11-24',
      'planned 2026-11-23',
      'planned 2026-11-23',
    ]);
  });

  it('of the cards of an unknown collection is empty', async () => {
    const { call } = await start();
    expect((await call('GET', '/collection/unknown/card')).json).toEqual({ count: 0, limit: 100, offset: 0, data: [] });
  });

  it('of cards holds those of one collection, or all', async () => {
    const { call, twin } = await start();
    const id = twin.rows('collection')[0]?.id;
    expect((await call('GET', `/collection/${id}/card`)).json.count).toBe(5);
    expect((await call('GET', '/card')).json.count).toBe(twin.rows('card').length);
    expect((await call('GET', `/card?filter=collection_id:eq:${id}`)).json.count).toBe(5);
  });

  it('of boards leaves the definitions of custom fields to the single board', async () => {
    const { call, twin } = await start();
    const [first] = (await call('GET', '/board')).json.data;
    expect(first).not.toHaveProperty('custom_fields');
    const board = (await call('GET', `/board/${twin.rows('board')[0]?.id}`)).json;
    expect(board.custom_fields.map(({ name }: Named) => name)).toEqual(['Customer', 'Frames', 'Glass']);
  });

  it('of cards counts resources and times by type when asked to', async () => {
    const { call, twin } = await start();
    const card = twin.rows('card').find(({ activities }) => (activities as unknown[]).length > 0);
    const saw = twin.rows('resource').find(({ name }) => name === 'Saw 1');
    twin.act('assignResource', { card_id: card?.id ?? '', resource_id: saw?.id ?? '' });
    const query = 'include=resource_type_count,resource_type_time,time_tracking_total';
    const { json } = await call('GET', `/collection/${card?.collection_id}/card/${card?.id}?${query}`);
    expect(json).toMatchObject({
      resource_type_count: { machine: 1, cell: 0, employee: 0 },
      resource_type_time: { machine: 150, cell: 0, employee: 0 },
    });
  });

  it('adds the definition to the values of custom fields when asked to', async () => {
    const { call, twin } = await start();
    const [collection] = twin.rows('collection');
    const board = (await call('GET', `/board/${collection?.board_id}`)).json;
    await call('PUT', `/collection/${collection?.id}/card/${twin.rows('card')[0]?.id}`, {
      body: { custom_fields: [{ name: 'Glass', value: 'Triple', priority: 1 }] },
    });
    const answer = await call('GET', '/card?enrich_custom_fields=true&limit=1&include=time_tracking_total');
    expect(answer.json.data[0].custom_fields[0]).toMatchObject({
      value: 'Triple',
      definition: board.custom_fields[2],
    });
    const tracked = twin.rows('timeTracking').filter(({ card_id }) => card_id === answer.json.data[0].id);
    expect(answer.json.data[0].time_tracking_total).toBe(tracked[0]?.duration);
    expect((await call('GET', '/card?include=everything')).status).toBe(400);
  });
});

describe('archived records', () => {
  it.each([
    ['resource', 'Willem Smit'],
    ['user', 'Willem Smit'],
  ])('of the kind %s are listed when they are asked for', async (kind, name) => {
    const { call } = await start();
    const listed = async (query: string) =>
      (await call('GET', `/${kind}${query}`)).json.data.map((row: Record<string, unknown>) => row.name ?? row.fullname);
    const [some, all] = [await listed(''), await listed('?archived=true')];
    expect(some).not.toContain(name);
    expect(all).toContain(name);
    expect(all).toHaveLength(some.length + 1);
  });

  it('still occupy their external reference', async () => {
    const { call } = await start();
    const body = { name: 'New', type: 'employee', external_ref: 'P-07' };
    const { status, json } = await call('POST', '/resource', { body });
    expect([status, json.errors[0].message]).toEqual([422, 'Duplicate entry']);
  });

  it('leave the lists when a person archives them, and come back', async () => {
    const { call, twin } = await start();
    const id = twin.rows('resource')[0]?.id ?? '';
    const count = async () => (await call('GET', '/resource')).json.count;
    const before = await count();
    twin.act('archiveResource', { resource_id: id });
    expect(await count()).toBe(before - 1);
    expect((await call('GET', `/resource/${id}`)).json.archived_at).toBe('2026-11-22T09:00:00.000Z');
    twin.act('archiveResource', { resource_id: id });
    expect(await count()).toBe(before);
  });
});

describe('a read that is too large', () => {
  it('is refused with code 10005 by rows times relations', async () => {
    const { call } = await start();
    const refused = await call('GET', '/card?limit=1000&with=stage,status,labels,resources,collection.labels');
    expect([refused.status, refused.json.errors[0].code]).toEqual([500, 10_005]);
    expect((await call('GET', '/card?limit=1000&with=stage,status,labels,resources,time')).status).toBe(200);
    expect((await call('GET', '/card?limit=100&with=stage,status,labels,resources,collection.labels')).status).toBe(
      200,
    );
  });

  it.each([
    ['list', '/collection?limit=10&with=', 8],
    ['single record', '/collection/{id}?with=', 8],
    ['single record', '/collection/{id}?with=', 400],
  ])('of a %s is refused before relations inside relations multiply: %s%d', async (_, path, levels) => {
    const { call, twin } = await start();
    const collection = twin.rows('collection').find(({ status }) => status === 'planned');
    const relations = Array(levels).fill('cards.collection').join('.');
    const answer = await call('GET', path.replace('{id}', String(collection?.id)) + relations);
    expect([answer.status, answer.json.errors[0].code]).toEqual([500, 10_005]);
  });

  it('is no deep chain of single records', async () => {
    const { call, twin } = await start();
    const relations = Array(20).fill('collection.order').join('.');
    const order = twin.rows('order').find(({ collection_id }) => collection_id);
    const answer = await call('GET', `/order/${order?.id}?with=${relations}`);
    expect([answer.status, answer.json.collection.order.collection.order.id]).toEqual([200, order?.id]);
  });
});

describe('what is deprecated', () => {
  it('is told by a header and listed among the messages', async () => {
    const { call, twin } = await start();
    expect((await call('GET', '/api_message')).json.data).toEqual([]);
    const [collection] = twin.rows('collection');
    const answer = await call('GET', `/collection/${collection?.id}?include=source`);
    expect(answer.headers.get('deprecated')).toContain('include');
    await call('GET', `/collection/${collection?.id}?include=source`);
    expect((await call('GET', '/api_message')).json.data).toMatchObject([
      { message: 'include of GET /collection/{collection_id} is deprecated' },
    ]);
  });
});

describe('relations of the vPlan twin', () => {
  it('come only when they are asked for', async () => {
    const { call, twin } = await start();
    const path = `/board/${twin.rows('board')[0]?.id}`;
    const alone = (await call('GET', path)).json;
    for (const name of ['stages', 'labels', 'statuses', 'collections', 'cards']) expect(alone).not.toHaveProperty(name);
    const whole = (await call('GET', `${path}?with=stages,labels,statuses`)).json;
    expect(whole.stages.map(({ name }: Named) => name)).toEqual(['Sawing', 'Planing', 'Gluing', 'Painting', 'Glazing']);
    expect(whole.statuses[0]).toMatchObject({ name: 'To do', entry: true });
    expect(whole.labels).toHaveLength(3);
  });

  it('go deeper with a dot, and show and hide reach into them', async () => {
    const { call, twin } = await start();
    const id = twin.rows('collection')[0]?.id;
    const query = 'with=cards.stage,labels&show=name,cards.*.stage,labels.*.name&hide=cards.*.stage.board_id,cards.1';
    const { json } = await call('GET', `/collection/${id}?${query}`);
    expect(Object.keys(json)).toEqual(['name', 'cards', 'labels']);
    expect(json.labels).toEqual([{ name: 'Triple glass' }]);
    expect(json.cards.map(({ stage }: { stage: Named }) => stage.name)).toEqual([
      'Sawing',
      'Gluing',
      'Painting',
      'Glazing',
    ]);
    expect(json.cards[0].stage).not.toHaveProperty('board_id');
  });

  it('without a record are null, or an empty list', async () => {
    const { call, twin } = await start();
    const alone = twin.rows('collection')[2];
    const { json } = await call('GET', `/collection/${alone?.id}?with=comments,order`);
    expect([json.comments, json.order]).toEqual([[], null]);
    expect((await call('GET', '/resource?with=resources&limit=1')).json.data[0].resources).toEqual([]);
  });

  it('fill each name that the definition suggests', async () => {
    const { call, twin } = await start();
    for (const { key, path, definition } of operationsOf(vplan).values()) {
      if (definition.returns !== 'many' || path.includes('{')) continue;
      const names = definition.query?.with?.suggestions ?? [];
      if (names.length === 0) continue;
      const answer = await call('GET', `${path}?with=${names.join(',')}&limit=100`);
      expect([key, answer.status]).toEqual([key, 200]);
      const [first] = answer.json.data;
      for (const name of names) expect([key, name, first[name] === undefined]).toEqual([key, name, false]);
      const filled = answer.json.data.filter((row: Record<string, unknown>) =>
        names.some((name) => [row[name]].flat().some((one) => typeof one === 'object' && one !== null)),
      );
      expect(filled.length).toBeGreaterThan(0);
    }
    expect(twin.rows('card').length).toBeGreaterThan(20);
  });

  it('bring the values of their links', async () => {
    const { call, twin } = await start();
    const collection = twin.rows('collection').find(({ name }) => name === 'Fire doors town hall');
    const { json } = await call('GET', `/collection/${collection?.id}?with=activities,order.order_rows,order.address`);
    expect(json.activities.map(({ code, time }: Record<string, unknown>) => [code, time])).toEqual([
      ['SAW', 150],
      ['GLU', 300],
      ['HWR', 180],
    ]);
    expect(json.order.order_rows).toHaveLength(4);
    expect(json.order.address.city).toBe('Soest');
  });

  it('cannot reach what every object inherits', async () => {
    const { call } = await start();
    expect((await call('GET', '/collection?with=activities.__proto__.polluted')).status).toBe(400);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((await call('GET', '/collection?with=__proto__')).status).toBe(400);
  });
});
