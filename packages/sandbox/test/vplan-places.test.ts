import { describe, expect, it } from 'vitest';
import { type CallOptions, type Json, start } from './harness.ts';

const placed = async () => {
  const started = await start();
  const { twin, call } = started;
  const [one, other] = twin.rows('collection').filter(({ status }) => status === 'planned');
  const cards = (collection: Json) => twin.rows('card').filter(({ collection_id }) => collection_id === collection?.id);
  const refused = async (...given: [string, string, CallOptions?]) => {
    const { status, json } = await call(...given);
    return [status, json.errors[0].message];
  };
  const create = async (path: string, body: Json) => (await call('POST', path, { body })).json;
  return { ...started, one, other, cards, refused, create };
};

describe('the place of a record', () => {
  it('that is new is the one of its path', async () => {
    const { refused, one, other, twin, call } = await placed();
    const [order, another] = twin.rows('order');
    const message = 'collection_id: must be the one of the path';
    const body = { text: 'x', name: 'x', collection_id: other?.id };
    const { name: _, ...comment } = body;
    const { text: __, ...card } = body;
    expect(await refused('POST', `/collection/${one?.id}/comment`, { body: comment })).toEqual([422, message]);
    expect(await refused('POST', `/collection/${one?.id}/card`, { body: card })).toEqual([422, message]);
    expect(await refused('POST', `/order/${order?.id}/row`, { body: { order_id: another?.id } })).toEqual([
      422,
      'order_id: must be the one of the path',
    ]);
    for (const order_id of [order?.id, null])
      expect((await call('POST', `/order/${order?.id}/row`, { body: { order_id } })).json.order_id).toBe(order?.id);
  });

  it('is never an unknown one', async () => {
    const { refused, one, cards, create, twin } = await placed();
    const comment = await create(`/collection/${one?.id}/comment`, { text: 'x' });
    const row = twin.rows('orderRow')[0];
    const body = { collection_id: 'unknown' };
    const expected = [422, 'collection_id: does not exist'];
    expect(await refused('PUT', `/collection/${one?.id}/comment/${comment.id}`, { body })).toEqual(expected);
    expect(await refused('PUT', `/collection/${one?.id}/card/${cards(one)[0]?.id}`, { body })).toEqual(expected);
    expect(await refused('PUT', `/order/${row?.order_id}/row/${row?.id}`, { body: { order_id: 'unknown' } })).toEqual([
      422,
      'order_id: does not exist',
    ]);
  });

  it('stays where null is sent', async () => {
    const { call, twin } = await placed();
    const row = twin.rows('orderRow')[0];
    const path = `/order/${row?.order_id}/row/${row?.id}`;
    expect((await call('PUT', path, { body: { order_id: null, quantity: 9 } })).status).toBe(200);
    expect((await call('GET', path)).json).toMatchObject({ order_id: row?.order_id, quantity: 9 });
  });

  it('changes for comments and order rows, and both orders follow', async () => {
    const { call, one, other, create, twin, sandbox } = await placed();
    const comment = await create(`/collection/${one?.id}/comment`, { text: 'x' });
    await call('PUT', `/collection/${one?.id}/comment/${comment.id}`, { body: { collection_id: other?.id } });
    expect((await call('GET', `/collection/${other?.id}/comment/${comment.id}`)).status).toBe(200);
    const activity_id = twin.rows('activity')[0]?.id;
    const order = (code: string) =>
      create('/order', { code, order_rows: [{ activity_id, unit: 'hours', quantity: 1 }] });
    const [from, to] = [await order('A'), await order('B')];
    await sandbox.settle();
    const minutes = ({ id }: Json): number[] => {
      const collection_id = twin.rows('order').find((row) => row.id === id)?.collection_id;
      const collection = twin.rows('collection').find((row) => row.id === collection_id) as Json;
      return collection.activities.map(({ time }: Json) => time);
    };
    const row = twin.rows('orderRow').find(({ order_id }) => order_id === from.id);
    await call('PUT', `/order/${from.id}/row/${row?.id}`, { body: { order_id: to.id } });
    await sandbox.settle();
    expect([minutes(from), minutes(to)]).toEqual([[], [120]]);
  });

  it('of a card takes its checklists along, and board, stage and status', async () => {
    const { call, twin, cards, create, one } = await placed();
    const other = twin.rows('collection').find(({ board_id }) => board_id !== one?.board_id);
    const card = cards(one)[0];
    const checklist = await create(`/collection/${one?.id}/card/${card?.id}/checklist`, { name: 'Before glazing' });
    const moved = await call('PUT', `/collection/${one?.id}/card/${card?.id}`, { body: { collection_id: other?.id } });
    expect(moved.text).toBe('');
    const path = `/collection/${other?.id}/card/${card?.id}`;
    const { stage_id, status_id, board_id } = (await call('GET', path)).json;
    const ofBoard = (table: string, id: unknown) => twin.rows(table).find((row) => row.id === id)?.board_id;
    expect([board_id, ofBoard('stage', stage_id), ofBoard('status', status_id)]).toEqual(
      Array(3).fill(other?.board_id),
    );
    expect((await call('GET', `${path}/checklist/${checklist.id}`)).status).toBe(200);
  });

  it('of a checklist is a card of its collection', async () => {
    const { call, refused, cards, create, one, other } = await placed();
    const [card, next] = cards(one);
    const { id } = await create(`/collection/${one?.id}/card/${card?.id}/checklist`, { name: 'x' });
    const path = `/collection/${one?.id}/card/${card?.id}/checklist/${id}`;
    const message = 'card_id: must be the identifier of a card of the collection';
    for (const body of [{ card_id: cards(other)[0]?.id }, { collection_id: other?.id }])
      expect(await refused('PUT', path, { body })).toEqual([422, message]);
    expect((await call('PUT', path, { body: { card_id: next?.id } })).status).toBe(200);
    expect((await call('GET', `/collection/${one?.id}/card/${next?.id}/checklist/${id}`)).status).toBe(200);
  });

  it('below a card of another collection is not found', async () => {
    const { refused, cards, one, other, twin } = await placed();
    const before = twin.rows('cardChecklist');
    const path = `/collection/${other?.id}/card/${cards(one)[0]?.id}/checklist`;
    expect(await refused('POST', path, { body: { name: 'x' } })).toEqual([404, 'Not found']);
    expect(twin.rows('cardChecklist')).toEqual(before);
  });
});
