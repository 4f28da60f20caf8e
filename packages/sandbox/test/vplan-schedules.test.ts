import { describe, expect, it } from 'vitest';
import { type Json, start } from './harness.ts';

const working = async (name = 'Saw 1') => {
  const started = await start();
  const { call, twin } = started;
  const resource = twin.rows('resource').find((row) => row.name === name);
  const path = `/resource/${resource?.id}`;
  const day = (date: string) =>
    twin.rows('schedule').find((row) => row.resource_id === resource?.id && row.date === date);
  const hours = (date: string) => {
    const row = day(date);
    return [row?.hours_work, row?.hours_leave, row?.hours_absence, row?.hours_available];
  };
  const message = async (answer: ReturnType<typeof call>) => {
    const { status, json } = await answer;
    return [status, json.errors[0].message];
  };
  return { ...started, resource, path, day, hours, message };
};

describe('the schedule of a resource', () => {
  it('is listed by day and narrowed by a filter on date', async () => {
    const { call, path } = await working();
    const filter = encodeURIComponent('date:gte:2026-11-27,and,date:lte:2026-11-30');
    const { json } = await call('GET', `${path}/schedule?filter=${filter}&sort=date&show=date,hours_available`);
    expect(json.data).toEqual([
      { date: '2026-11-27', hours_available: 8 },
      { date: '2026-11-28', hours_available: 0 },
      { date: '2026-11-29', hours_available: 0 },
      { date: '2026-11-30', hours_available: 8 },
    ]);
  });

  it('comes by year, month and day as well', async () => {
    const { call, path } = await working();
    expect((await call('GET', `${path}/schedule/2026/12`)).json.data).toHaveLength(31);
    expect((await call('GET', `${path}/schedule/2027`)).json.data.length).toBeGreaterThan(31);
    expect((await call('GET', `${path}/schedule/2026/12/1`)).json).toMatchObject({
      date: '2026-12-01',
      hours_available: 8,
    });
    expect((await call('GET', `${path}/schedule/2026/12/40`)).status).toBe(404);
  });

  it('is rebuilt in the background by an update: changes by hand are lost', async () => {
    const { call, path, hours, sandbox, time } = await working();
    const schedules = [{ hours_work: 2, hours_leave: 1, hours_absence: 0, dates: ['2026-12-01', '2026-12-02'] }];
    const body = { period_start: '2026-12-01', period_end: '2026-12-31', schedules };
    expect((await call('PUT', `${path}/schedule`, { body })).status).toBe(200);
    expect(hours('2026-12-02')).toEqual([2, 1, 0, 1]);
    await call('PUT', path, { body: { workdays: { 1: 8, 2: 6, 3: 8, 4: 8, 5: 8, 6: null, 7: null } } });
    time.advance(1499);
    await sandbox.idle();
    expect(hours('2026-12-02')).toEqual([2, 1, 0, 1]);
    time.advance(1);
    await sandbox.idle();
    expect(hours('2026-12-01')).toEqual([6, 0, 0, 6]);
    expect(hours('2026-12-02')).toEqual([8, 0, 0, 8]);
  });

  it('keeps changes by hand outside the first and last day', async () => {
    const { call, path, hours, sandbox } = await working();
    const schedules = [{ hours_work: 2, hours_leave: 0, hours_absence: 0, dates: ['2026-12-01', '2026-12-16'] }];
    await call('PUT', `${path}/schedule`, {
      body: { period_start: '2026-12-01', period_end: '2026-12-31', schedules },
    });
    await call('PUT', path, { body: { end_date: '2026-12-10' } });
    await sandbox.settle();
    expect([hours('2026-12-01')[0], hours('2026-12-15')[0], hours('2026-12-16')[0]]).toEqual([8, 0, 2]);
  });

  it('takes no days outside the period', async () => {
    const { call, path, message } = await working();
    const body = { period_start: '2026-12-01', period_end: '2026-12-02', schedules: [{ dates: ['2026-12-03'] }] };
    expect(await message(call('PUT', `${path}/schedule`, { body }))).toEqual([
      422,
      'schedules.0.dates.0: must lie within the period',
    ]);
  });

  it('takes no hours without days', async () => {
    const { call, path, message } = await working();
    const body = { period_start: '2026-12-01', period_end: '2026-12-02', schedules: [{ hours_work: 2 }] };
    expect(await message(call('PUT', `${path}/schedule`, { body }))).toEqual([422, 'schedules.0.dates: is missing']);
  });

  it('follows deviations at once', async () => {
    const { call, path, hours } = await working();
    const create = async (part: Json) => (await call('POST', `${path}/schedule_deviation`, { body: part })).json;
    const days = { start_date: '2026-12-03', end_date: '2026-12-04' };
    const holiday = await create({ type: 'holiday', ...days });
    expect(holiday).toMatchObject({ type: 'holiday', resource_id: expect.any(String), icon: 'palm-tree' });
    expect(hours('2026-12-04')).toEqual([8, 8, 0, 0]);
    await call('DELETE', `${path}/schedule_deviation/${holiday.id}`);
    expect(hours('2026-12-04')).toEqual([8, 0, 0, 8]);
    const other = await create({ type: 'other', time: 120, ...days });
    expect(hours('2026-12-04')).toEqual([8, 0, 2, 6]);
    await call('PUT', `${path}/schedule_deviation/${other.id}`, { body: { end_date: '2026-12-03' } });
    expect([hours('2026-12-03'), hours('2026-12-04')]).toEqual([
      [8, 0, 2, 6],
      [8, 0, 0, 8],
    ]);
  });
});

describe('a resource', () => {
  it('has a schedule from the start, and none after its removal', async () => {
    const { call, twin } = await working();
    const { json } = await call('POST', '/resource', { body: { name: 'New', type: 'machine' } });
    const days = () => twin.rows('schedule').filter(({ resource_id }) => resource_id === json.id);
    expect(days().length).toBeGreaterThan(100);
    expect(json.workdays).toEqual({ 1: 8, 2: 8, 3: 8, 4: 8, 5: 8, 6: null, 7: null });
    await call('DELETE', `/resource/${json.id}`);
    expect(days()).toEqual([]);
  });

  it('takes a picture as data and answers with its address', async () => {
    const { call, path } = await working();
    const picture = Buffer.from('not really a picture');
    await call('PUT', path, { body: { avatar: `data:image/png;base64,${picture.toString('base64')}` } });
    const { avatar } = (await call('GET', path)).json;
    const served = await fetch(avatar);
    expect([served.headers.get('content-type'), await served.text()]).toEqual(['image/png', picture.toString()]);
  });

  it.each([
    [{ avatar: 'https://example.com/a.png' }, 'avatar: must be a data URI; an address is not accepted'],
    [{ workdays: { 1: 25 } }, 'workdays.1: must be at most 24, but is 25'],
    [{ boards: [{ id: 'unknown', stages: [] }] }, 'boards.0.id: must be the identifier of a board'],
    [{ start_date: '2026-12-02', end_date: '2026-12-01' }, 'end_date: must not be before start_date'],
  ])('with %j is refused', async (body, expected) => {
    const { call, path, message } = await working();
    expect(await message(call('PUT', path, { body }))).toEqual([422, expected]);
  });
});

describe('capacity', () => {
  const range = 'date_range_start=2026-11-23&date_range_end=2026-11-29';

  it('by resource is the schedule in minutes on working days of the board, without paging', async () => {
    const { call, twin, resource } = await working();
    const board = twin.rows('board')[0]?.id;
    const { json } = await call('GET', `/board/${board}/capacity/resource?${range}`);
    expect(Object.keys(json)).toEqual(['data']);
    expect(json.data.map(({ date }: Json) => date)).toHaveLength(7);
    const own = json.data.map(({ resource: all }: Json) => all.find(({ id }: Json) => id === resource?.id));
    expect(own.map(({ time_available }: Json) => time_available)).toEqual([480, 480, 480, 480, 480, 0, 0]);
  });

  it('by stage tells what is available and what is planned, also for a week at once', async () => {
    const { call, twin } = await working();
    const board = twin.rows('board')[0]?.id;
    const sawing = twin.rows('stage').find(({ name, board_id }) => name === 'Sawing' && board_id === board);
    const { json } = await call('GET', `/board/${board}/capacity/stage?${range}&time_frame=week`);
    const planned = twin
      .rows('card')
      .filter(({ stage_id, start_date }) => stage_id === sawing?.id && String(start_date) >= '2026-11-23')
      .filter(({ start_date }) => String(start_date) <= '2026-11-29')
      .reduce((sum, { time }) => sum + Number(time), 0);
    // Saw 2 stands still for two hours on Wednesday.
    expect(json.data).toHaveLength(1);
    expect(json.data[0].stage[0]).toEqual({ id: sawing?.id, time_available: 2 * 5 * 480 - 120, time_planned: planned });
    expect(planned).toBeGreaterThan(0);
  });

  it('by stage follows share, efficiency and the method of the board', async () => {
    const { call, twin, path, sandbox } = await working();
    const board = twin.rows('board')[0]?.id;
    const sawing = twin.rows('stage').find(({ name, board_id }) => name === 'Sawing' && board_id === board);
    const first = async () =>
      (await call('GET', `/board/${board}/capacity/stage?${range}&time_frame=week&stage_id=${sawing?.id}`)).json.data[0]
        .stage;
    const stages = [{ id: sawing?.id, percentage: 50, active: true }];
    await call('PUT', path, { body: { boards: [{ id: board, active: true, stages }] } });
    await call('PUT', `/stage/${sawing?.id}`, { body: { efficiency: 50 } });
    await sandbox.settle();
    expect(await first()).toMatchObject([{ time_available: (5 * 240 + 5 * 480 - 120) / 2 }]);
    await call('PUT', `/board/${board}`, { body: { capacity_method: 'none' } });
    expect(await first()).toMatchObject([{ time_available: 0, time_planned: 0 }]);
  });

  it('by group and by type of resource adds up the resources', async () => {
    const { call, twin } = await working();
    const [board] = twin.rows('board');
    const saws = twin.rows('group').find(({ name }) => name === 'Saws')?.id;
    const groups = (await call('GET', `/board/${board?.id}/capacity/group?${range}&time_frame=month`)).json.data[0];
    expect(groups.date).toBe('2026-11-01');
    expect(groups.group.find(({ id }: Json) => id === saws)).toEqual({
      id: saws,
      time_available: 2 * 5 * 480 - 120,
      time_off: 120,
    });
    const types = await call('GET', `/board/${board?.id}/capacity/resource_type/stage?${range}&time_frame=year`);
    const [machine] = types.json.data[0].resource_type;
    expect(machine).toMatchObject({ type: 'machine', stage: [{ time_available: 2 * 5 * 480 - 120 }, {}, {}, {}, {}] });
  });

  it.each([
    ['date_range_start=2026-12-02&date_range_end=2026-12-01', 400],
    ['date_range_start=0001-01-01&date_range_end=9999-12-31', 400],
    ['date_range_start=2026-12-01', 400],
    [`${range}&time_frame=hour`, 400],
  ])('with ?%s is answered with %d', async (query, status) => {
    const { call, twin } = await working();
    expect((await call('GET', `/board/${twin.rows('board')[0]?.id}/capacity/resource?${query}`)).status).toBe(status);
  });
});
