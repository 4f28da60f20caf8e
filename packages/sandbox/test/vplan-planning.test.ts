import { describe, expect, it } from 'vitest';
import { start } from './harness.ts';

const planned = async () => {
  const started = await start();
  const { twin } = started;
  const [board] = twin.rows('board');
  const collection = twin.rows('collection').find(({ status }) => status === 'not_planned');
  const cards = () => twin.rows('card').filter(({ collection_id }) => collection_id === collection?.id);
  const now = () => twin.rows('collection').find(({ id }) => id === collection?.id);
  const path = `/collection/${collection?.id}/board/${board?.id}`;
  return { ...started, board, collection, cards, now, path };
};

describe('moving a collection to a board', () => {
  it('plans it at once and makes a card for each stage later, on consecutive working days', async () => {
    const { call, sandbox, time, board, collection, cards, now, path } = await planned();
    const answer = await call('POST', path);
    expect([answer.status, answer.json.id, answer.json.status]).toEqual([200, collection?.id, 'planned']);
    time.advance(1499);
    await sandbox.idle();
    expect(cards()).toEqual([]);
    time.advance(1);
    await sandbox.idle();
    expect(cards().map(({ name, start_date, time: minutes }) => [name, start_date, minutes])).toEqual([
      ['Grachtenpand Herengracht 112: Sawing', '2026-11-23', 60],
      ['Grachtenpand Herengracht 112: Planing', '2026-11-24', 90],
      ['Grachtenpand Herengracht 112: Gluing', '2026-11-25', 120],
      ['Grachtenpand Herengracht 112: Painting', '2026-11-26', 150],
      ['Grachtenpand Herengracht 112: Glazing', '2026-11-30', 60],
    ]);
    expect(now()).toMatchObject({ board_id: board?.id, start: '2026-11-23', end: '2026-11-30' });
  });

  it('follows the day, the first stage and the status that were asked for', async () => {
    const { call, twin, sandbox, board, cards, path } = await planned();
    const stage = twin.rows('stage').find(({ name, board_id }) => name === 'Painting' && board_id === board?.id);
    const status = twin.rows('status').find(({ name, board_id }) => name === 'Waiting' && board_id === board?.id);
    await call('POST', path, { body: { start: '2026-12-04', stage_id: stage?.id, status_id: status?.id } });
    await sandbox.settle();
    expect(cards().map(({ start_date, status_id }) => [start_date, status_id])).toEqual([
      ['2026-12-04', status?.id],
      ['2026-12-08', status?.id],
    ]);
  });

  it('plans backwards from the day', async () => {
    const { call, sandbox, cards, path } = await planned();
    await call('POST', path, { body: { start: '2026-12-04', reverse: true } });
    await sandbox.settle();
    expect(cards().map(({ start_date }) => start_date)).toEqual([
      '2026-11-27',
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
      '2026-12-04',
    ]);
  });

  it.each([
    [{ start: '9999-12-31' }, 422],
    [{ start: '0000-01-03', reverse: true }, 422],
    [{ start: '9999-12-20' }, 200],
    [{ start: '9999-12-31', reverse: true }, 200],
  ])('as %j is answered with %d: no day lies outside the calendar', async (body, status) => {
    const { call, sandbox, cards, path, collection, now } = await planned();
    const answer = await call('POST', path, { body });
    await sandbox.settle();
    expect(answer.status).toBe(status);
    if (status === 422) {
      expect(answer.json.errors[0].message).toBe('start: leaves no days to plan on');
      expect([cards(), now()]).toEqual([[], collection]);
    }
    for (const { start_date, end_date } of cards())
      expect([start_date, end_date].every((day) => /^9999-12-\d\d$/.test(String(day)))).toBe(true);
  });

  it('twice makes its cards once', async () => {
    const { call, sandbox, cards, path } = await planned();
    await call('POST', path);
    await call('POST', path);
    await sandbox.settle();
    expect(cards()).toHaveLength(5);
    await call('POST', path);
    await sandbox.settle();
    expect(cards()).toHaveLength(5);
  });

  it.each([
    ['/collection/unknown/board/BOARD', 404],
    ['/collection/COLLECTION/board/unknown', 404],
  ])('%s is answered with %d', async (path, status) => {
    const { call, board, collection } = await planned();
    const target = path.replace('BOARD', board?.id ?? '').replace('COLLECTION', collection?.id ?? '');
    expect((await call('POST', target)).status).toBe(status);
  });

  it('refuses a stage of another board', async () => {
    const { call, twin, board, path, now } = await planned();
    const stage = twin.rows('stage').find(({ board_id }) => board_id !== board?.id);
    const { status, json } = await call('POST', path, { body: { stage_id: stage?.id } });
    expect([status, json.errors[0].message]).toEqual([422, 'stage_id: must be the identifier of a stage of the board']);
    expect(now()?.status).toBe('not_planned');
  });
});

describe('moving a collection to the backlog', () => {
  it('removes its cards', async () => {
    const { call, sandbox, cards, now, collection, path } = await planned();
    await call('POST', path);
    await sandbox.settle();
    const answer = await call('PUT', `/collection/${collection?.id}/backlog`, { body: { position: 0 } });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(cards()).toEqual([]);
    expect(now()).toMatchObject({ status: 'not_planned', start: null, end: null, position: 0 });
  });

  it('stops the planning that is still to come', async () => {
    const { call, sandbox, cards, collection, path } = await planned();
    await call('POST', path);
    await call('PUT', `/collection/${collection?.id}/backlog`);
    await sandbox.settle();
    expect(cards()).toEqual([]);
  });

  it('of an unknown one is answered with 404', async () => {
    const { call } = await planned();
    expect((await call('PUT', '/collection/unknown/backlog')).status).toBe(404);
  });
});
