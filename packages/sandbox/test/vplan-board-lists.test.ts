import { describe, expect, it } from 'vitest';
import { type Json, start } from './harness.ts';

const boards = async () => {
  const started = await start();
  const { call, twin } = started;
  const activity = (code: string): string => twin.rows('activity').find((row) => row.code === code)?.id ?? '';
  const stagesOf = async (code: string): Promise<string[]> =>
    (await call('GET', `/activity/${activity(code)}?with=stages`)).json.stages.map(({ id }: Json) => id);
  const message = async (answer: ReturnType<typeof call>) => {
    const { status, json } = await answer;
    return [status, json.errors[0].message];
  };
  return { ...started, activity, stagesOf, message };
};

describe('activities of a stage', () => {
  const stairs = async () => {
    const started = await boards();
    const { call, activity } = started;
    const stages = [
      { name: 'Sawing', activities: [{ id: activity('SAW'), priority: 1 }] },
      {
        name: 'Painting',
        activities: [
          { id: activity('PNT'), priority: 2 },
          { id: activity('GLU'), priority: 1 },
        ],
      },
    ];
    const board = (await call('POST', '/board', { body: { name: 'Stairs', stages } })).json;
    const nested = (await call('GET', `/board/${board.id}?with=stages`)).json.stages;
    return { ...started, board, nested };
  };

  it('are linked with a new board, and stages show them when asked to', async () => {
    const { stagesOf, nested, call } = await stairs();
    const before = (await call('GET', `/stage/${nested[0].id}`)).json;
    expect(before).not.toHaveProperty('activities');
    expect(await stagesOf('SAW')).toContain(nested[0].id);
    expect(await stagesOf('GLU')).toContain(nested[1].id);
    const { activities } = (await call('GET', `/stage/${nested[1].id}?with=activities`)).json;
    expect(activities.map(({ code }: Json) => code)).toEqual(['GLU', 'PNT']);
  });

  it('are what planning puts on its card', async () => {
    const { call, twin, board, nested, activity, sandbox } = await stairs();
    const order_rows = ['SAW', 'PNT'].map((code) => ({ activity_id: activity(code), unit: 'minutes', quantity: 45 }));
    const order = (await call('POST', '/order', { body: { code: 'Stairs', order_rows } })).json;
    await sandbox.settle();
    const collection_id = twin.rows('order').find(({ id }) => id === order.id)?.collection_id;
    await call('POST', `/collection/${collection_id}/board/${board.id}`);
    await sandbox.settle();
    const cards = twin.rows('card').filter((card) => card.collection_id === collection_id);
    expect(cards.map(({ stage_id, activities }) => [stage_id, (activities as Json[]).map(({ id }) => id)])).toEqual([
      [nested[0].id, [activity('SAW')]],
      [nested[1].id, [activity('PNT')]],
    ]);
  });

  it('that an update leaves out are gone, unless nested records are kept or none are sent', async () => {
    const { call, stagesOf, board, nested, activity, twin, time } = await stairs();
    const put = (query: string, activities?: Json) => {
      const stages = [nested[0], { ...nested[1], ...(activities && { activities }) }];
      return call('PUT', `/board/${board.id}${query}`, { body: { stages } });
    };
    const stamps = twin.rows('activity').map(({ updated_at }) => updated_at);
    time.advance(1000);
    const painted = async () => [await stagesOf('PNT'), await stagesOf('GLU')].map((ids) => ids.includes(nested[1].id));
    await put('');
    expect(await painted()).toEqual([true, true]);
    await put('?update_without_delete_nested=true', [{ id: activity('SAW') }]);
    expect(await painted()).toEqual([true, true]);
    await put('', [{ id: activity('GLU') }]);
    expect(await painted()).toEqual([false, true]);
    await put('', []);
    expect(await painted()).toEqual([false, false]);
    expect(twin.rows('activity').map(({ updated_at }) => updated_at)).toEqual(stamps);
  });

  it('that are unknown are refused', async () => {
    const { call, message } = await boards();
    const body = { name: 'Stairs', stages: [{ name: 'Sawing', activities: [{ id: 'unknown', priority: 1 }] }] };
    expect(await message(call('POST', '/board', { body }))).toEqual([
      422,
      'stages.0.activities.0.id: must be the identifier of an activity',
    ]);
  });
});

describe('nested records of a board', () => {
  it.each([
    [{ stages: [{ id: 'unknown', name: 'x' }] }, 'stages.0.id: must be the identifier of a stage of the board'],
    [{ labels: [{ id: 'unknown' }] }, 'labels.0.id: must be the identifier of a label of the board'],
    [{ statuses: [{}, { id: 'unknown' }] }, 'statuses.1.id: must be the identifier of a status of the board'],
    [{ labels: [{ color: 'red' }] }, 'labels.0.name: is missing'],
    [{ labels: [{ name: 'Rush' }] }, 'labels.0.color: is missing'],
    [{ stages: [{ name: 'x', board_id: 'other' }] }, 'stages.0.board_id: must be that of the board itself'],
  ])('are refused as %j', async (body, expected) => {
    const { call, twin, message } = await boards();
    const before = ['stage', 'label', 'status'].map((table) => twin.rows(table));
    expect(await message(call('PUT', `/board/${twin.rows('board')[0]?.id}`, { body }))).toEqual([422, expected]);
    expect(['stage', 'label', 'status'].map((table) => twin.rows(table))).toEqual(before);
  });

  it('of another board are unknown', async () => {
    const { call, twin, message } = await boards();
    const [board, other] = twin.rows('board');
    const stage = twin.rows('stage').find(({ board_id }) => board_id === other?.id);
    const body = { stages: [{ id: stage?.id }] };
    expect((await message(call('PUT', `/board/${board?.id}`, { body })))[0]).toBe(422);
    expect((await message(call('POST', '/board', { body: { name: 'Copy', ...body } })))[0]).toBe(422);
  });

  it('that are labels need no name and colour to be kept', async () => {
    const { call, twin } = await boards();
    const label = twin.rows('label')[0];
    const body = { labels: [{ id: label?.id, priority: 9 }] };
    expect((await call('PUT', `/board/${label?.board_id}`, { body })).status).toBe(200);
    expect(twin.rows('label')[0]).toEqual({ ...label, priority: 9, updated_at: expect.any(String) });
  });
});

describe('items of a checklist', () => {
  it('are known, or new', async () => {
    const { call, twin, message } = await boards();
    const path = `/collection/${twin.rows('collection')[0]?.id}/checklist`;
    const expected = [422, 'items.0.id: must be the identifier of an item of the checklist'];
    const items = [{ id: 'unknown', description: 'x' }];
    expect(await message(call('POST', path, { body: { name: 'x', items } }))).toEqual(expected);
    const { json } = await call('POST', path, { body: { name: 'x', items: [{ description: 'x' }] } });
    expect(await message(call('PUT', `${path}/${json.id}`, { body: { items } }))).toEqual(expected);
    expect((await call('GET', `${path}/${json.id}`)).json.items).toHaveLength(1);
  });
});

describe('boards of a resource', () => {
  it.each([
    [{ active: true, stages: [] }, 'boards.0.id: is missing'],
    [{ id: 'any' }, 'boards.0.stages: is missing'],
  ])('are refused as %j', async (board, expected) => {
    const { call, twin, message } = await boards();
    const path = `/resource/${twin.rows('resource')[0]?.id}`;
    expect(await message(call('PUT', path, { body: { boards: [board] } }))).toEqual([422, expected]);
  });
});
