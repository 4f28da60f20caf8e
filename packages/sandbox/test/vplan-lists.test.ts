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
    ['limit=0', 'Wrong limit'],
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
    ['filter=name:eq', 'Wrong filter: expected a colon'],
    ['filter=name:has:x', 'Wrong filter: the operator has is not supported by this sandbox'],
    ['with=statuses', 'Relation not found: statuses'],
    ['with=cards.statuses', 'Relation not found: statuses'],
    ['with=cards,', 'Relation not found: '],
  ])('with ?%s is refused', async (query, message) => {
    const { call } = await start();
    const answer = await call('GET', `/collection?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.json.errors[0].message).toContain(message);
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

  it('adds the definition to the values of custom fields when asked to', async () => {
    const { call, twin } = await start();
    const [collection] = twin.rows('collection');
    const board = (await call('GET', `/board/${collection?.board_id}`)).json;
    await call('PUT', `/collection/${collection?.id}/card/${twin.rows('card')[0]?.id}`, {
      body: { custom_fields: [{ name: 'Glass', value: 'Triple' }] },
    });
    const answer = await call('GET', '/card?enrich_custom_fields=true&limit=1&include=time_tracking_total');
    expect(answer.json.data[0].custom_fields[0]).toMatchObject({
      value: 'Triple',
      definition: board.custom_fields[2],
    });
    expect(answer.json.data[0].time_tracking_total).toBe(0);
    expect((await call('GET', '/card?include=everything')).status).toBe(400);
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

  it('that the twin does not fill are empty', async () => {
    const { call, twin } = await start();
    const { json } = await call('GET', `/collection/${twin.rows('collection')[0]?.id}?with=comments,order`);
    expect([json.comments, json.order]).toEqual([[], null]);
  });

  it('cannot reach what every object inherits', async () => {
    const { call } = await start();
    expect((await call('GET', '/collection?with=activities.__proto__.polluted')).status).toBe(200);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((await call('GET', '/collection?with=__proto__')).status).toBe(400);
  });
});
