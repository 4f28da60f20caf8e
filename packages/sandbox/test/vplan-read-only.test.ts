import { describe, expect, it } from 'vitest';
import { type Json, start } from './harness.ts';

const longAgo = '2001-01-01T00:00:00.000Z';
const given = { created_at: longAgo, updated_at: longAgo };

/** A list as it is read, with instants that nobody would believe. */
const altered = (rows: readonly Json[]): Json[] => rows.map((row) => ({ ...row, ...given }));

describe('what only vPlan gives', () => {
  it('counts for nothing in the nested lists of a board', async () => {
    const { call, twin } = await start();
    const path = `/board/${twin.rows('board')[0]?.id}`;
    const lists = () => ['board', 'stage', 'label', 'status'].map((table) => twin.rows(table));
    const before = lists();
    const { stages, labels, statuses, custom_fields } = (await call('GET', `${path}?with=stages,labels,statuses`)).json;
    const body = { stages: altered(stages), custom_fields: altered(custom_fields), labels, statuses };
    expect((await call('PUT', path, { body })).status).toBe(200);
    expect(lists()).toEqual(before);
    await call('PUT', `${path}?update_without_delete_nested=true`, {
      body: { stages: [{ name: 'Packing', ...given }] },
    });
    expect(twin.rows('stage').at(-1)).toMatchObject({ name: 'Packing', created_at: '2026-11-22T09:00:00.000Z' });
  });

  it('counts for nothing in the rows of an order', async () => {
    const { call, twin } = await start();
    const order = twin.rows('order').find(({ id }) => twin.rows('orderRow').some(({ order_id }) => order_id === id));
    const before = twin.rows('orderRow');
    const { order_rows } = (await call('GET', `/order/${order?.id}?with=order_rows`)).json;
    // Nobody gave a day of delivery, and vPlan does not say that it takes null there.
    const body = { order_rows: altered(order_rows).map(({ delivered_date: _, ...row }) => row) };
    expect((await call('PUT', `/order/${order?.id}?remove_missing=true`, { body })).status).toBe(200);
    expect(twin.rows('orderRow')).toEqual(before);
  });

  it('counts for nothing in the items of a checklist and in custom fields', async () => {
    const { call, twin } = await start();
    const path = `/collection/${twin.rows('collection')[0]?.id}`;
    const items = [{ description: 'Seals are dry', ...given }];
    const { json } = await call('POST', `${path}/checklist`, { body: { name: 'Before glazing', items } });
    const stored = (await call('GET', `${path}/checklist/${json.id}`)).json.items;
    expect(stored[0].created_at).toBe('2026-11-22T09:00:00.000Z');
    const { custom_fields } = twin.rows('collection')[0] as Json;
    await call('PUT', path, { body: { custom_fields: altered(custom_fields) } });
    expect((twin.rows('collection')[0] as Json).custom_fields).toEqual(custom_fields);
  });

  it('counts for nothing in the cards of a collection, which may be sent back as they were read', async () => {
    const { call, twin, time } = await start();
    const path = `/collection/${twin.rows('collection')[0]?.id}`;
    const before = twin.rows('card');
    time.advance(1000);
    const { cards } = (await call('GET', `${path}?with=cards`)).json;
    const body = { cards: cards.map((card: Json) => ({ ...card, ...given, time: 1, rank: 'z', locked: true })) };
    expect((await call('PUT', path, { body })).text).toBe('');
    expect(twin.rows('card')).toEqual(before);
  });
});
