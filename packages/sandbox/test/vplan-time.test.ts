import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Json, start } from './harness.ts';

const timing = async () => {
  const started = await start();
  const { call, twin } = started;
  const card_id = twin.rows('card')[0]?.id;
  const user_id = twin.rows('user')[0]?.id;
  const book = (part: Json) => call('POST', '/time_tracking', { body: { card_id, user_id, ...part } });
  const change = (id: string, body: Json) => call('PUT', `/time_tracking/${id}`, { body });
  const read = async (id: string) => (await call('GET', `/time_tracking/${id}`)).json;
  const message = async (answer: ReturnType<typeof call>) => {
    const { status, json } = await answer;
    return [status, json.errors[0].message];
  };
  return { ...started, book, change, read, message };
};

describe('a time entry', () => {
  it('counts whole minutes between start and end, rounded up', async () => {
    const { book } = await timing();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20_000_000 }), async (milliseconds) => {
        const end = new Date(Date.parse('2026-11-20T07:30:00.000Z') + milliseconds).toISOString();
        const { json } = await book({ start: '2026-11-20T07:30:00.000Z', end });
        expect(json.duration).toBe(Math.ceil(milliseconds / 60_000));
      }),
      { seed: 2026, numRuns: 40 },
    );
  });

  it('is a draft with a duration alone', async () => {
    const { book } = await timing();
    const { status, json } = await book({ duration: 35, note: null });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      duration: 35,
      start: null,
      end: null,
      status: 'draft',
      locked: false,
      running: false,
    });
  });

  it.each([
    [{}, 'duration: is missing: give start and end, or a duration'],
    [{ start: '2026-11-20T07:30:00Z' }, 'end: is missing: start and end belong together'],
    [{ end: '2026-11-20T07:30:00Z' }, 'start: is missing: start and end belong together'],
    [
      { start: '2026-11-20T07:30:00Z', end: '2026-11-20T09:30:00Z', duration: 1 },
      'duration: cannot be given together with start or end',
    ],
    [{ start: '2026-11-20T07:30:00Z', end: '2026-11-20T07:30:00Z' }, 'end: must be after start'],
    [{ duration: 0 }, 'duration: must be at least 1 minute'],
    [{ duration: 5, card_id: 'unknown' }, 'card_id: does not exist'],
  ])('with %j is refused', async (part, expected) => {
    const { book, message } = await timing();
    expect(await message(book(part))).toEqual([422, expected]);
  });

  it('keeps the other half when only start or end is changed, and loses both to a duration', async () => {
    const { book, change, read } = await timing();
    const { id } = (await book({ start: '2026-11-20T07:30:00Z', end: '2026-11-20T08:00:00Z' })).json;
    await change(id, { end: '2026-11-20T08:10:30Z' });
    expect((await read(id)).duration).toBe(41);
    await change(id, { duration: 15 });
    expect(await read(id)).toMatchObject({ duration: 15, start: null, end: null });
  });

  it('that is locked takes notes of integrations only, until it is unlocked', async () => {
    const { book, change, read, message } = await timing();
    const { id } = (await book({ duration: 15, locked: true })).json;
    expect(await message(change(id, { duration: 20 }))).toEqual([
      422,
      'duration: cannot be changed: the entry is locked',
    ]);
    expect((await change(id, { external_note: 'sent', synchronized_at: '2026-11-22T09:00:00Z' })).status).toBe(200);
    expect((await change(id, { locked: false, duration: 20 })).status).toBe(200);
    expect(await read(id)).toMatchObject({ duration: 20, locked: false, external_note: 'sent' });
  });
});

describe('the export of time entries', () => {
  it.each(['days', 'weeks', 'activities', 'collections', 'boards', 'statuses', 'users'])(
    'by %s adds up to all minutes of the period',
    async (group) => {
      const { call, twin } = await timing();
      const total = twin.rows('timeTracking').reduce((sum, { duration }) => sum + Number(duration), 0);
      const { json } = await call('GET', `/time_tracking/export?group_by=${group}&start=2026-10-01&end=2026-11-22`);
      expect(json.duration).toBe(total);
      expect(json.data.reduce((sum: number, { duration }: Json) => sum + duration, 0)).toBe(total);
      for (const { name } of json.data) expect(name).not.toBe('');
    },
  );

  it('leaves out what lies outside, and wants to know what the totals are for', async () => {
    const { call } = await timing();
    const empty = await call('GET', '/time_tracking/export?group_by=users&start=2020-01-01&end=2020-12-31');
    expect(empty.json).toMatchObject({ duration: 0, data: [] });
    expect((await call('GET', '/time_tracking/export?start=2020-01-01&end=2020-12-31')).status).toBe(400);
    expect((await call('GET', '/time_tracking/export?group_by=users&start=2021-01-01&end=2020-12-31')).status).toBe(
      400,
    );
  });
});
