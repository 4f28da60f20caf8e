import { describe, expect, it } from 'vitest';
import { start } from './harness.ts';

const splitting = async () => {
  const started = await start();
  const { call, twin } = started;
  const collection = twin.rows('collection').find(({ name }) => name === 'Fire doors town hall');
  const cards = () => twin.rows('card').filter(({ collection_id }) => collection_id === collection?.id);
  const [card] = cards();
  const split = (body: unknown) => call('POST', `/collection/${collection?.id}/card/${card?.id}/split`, { body });
  return { ...started, collection, cards, card, split };
};

const parts = [
  { date: '2026-12-01', time: 100 },
  { date: '2026-12-03', time: 50 },
];

describe('splitting a card', () => {
  it('makes the further cards later, and shares its activities by time', async () => {
    const { split, cards, card, sandbox, time } = await splitting();
    const before = cards().length;
    expect((await split({ date_parts: parts })).status).toBe(200);
    time.advance(1499);
    await sandbox.idle();
    expect(cards()).toHaveLength(before);
    time.advance(1);
    await sandbox.idle();
    expect(cards()).toHaveLength(before + 1);
    const pieces = cards().filter(({ name }) => name === card?.name);
    expect(pieces.map(({ start_date, end_date, time: minutes }) => [start_date, end_date, minutes])).toEqual([
      ['2026-12-01', '2026-12-01', 100],
      ['2026-12-03', '2026-12-03', 50],
    ]);
    expect(pieces.map(({ activities }) => (activities as { time: number }[]).map((one) => one.time))).toEqual([
      [100],
      [50],
    ]);
    expect(pieces[0]?.id).toBe(card?.id);
    expect(pieces[1]?.stage_id).toBe(card?.stage_id);
  });

  it.each([
    [{ date_parts: [] }, 'date_parts: must have at least one entry'],
    [{ date_parts: [{ date: '2026-12-01' }] }, 'date_parts.0.time: must be minutes'],
    [{ date_parts: [{ date: '2026-11-02', time: 5 }] }, 'date_parts.0.date: lies in the past: set reverse to allow it'],
    [{}, 'date_parts: is missing'],
  ])('as %j is refused', async (body, expected) => {
    const { split } = await splitting();
    const { status, json } = await split(body);
    expect([status, json.errors[0].message]).toEqual([422, expected]);
  });

  it('into the past is possible when it is asked for', async () => {
    const { split } = await splitting();
    expect((await split({ date_parts: [{ date: '2026-11-02', time: 5 }], reverse: true })).status).toBe(200);
  });

  it('needs a card that is planned', async () => {
    const { call, collection } = await splitting();
    const { json } = await call('POST', `/collection/${collection?.id}/card`, { body: { name: 'Loose' } });
    const answer = await call('POST', `/collection/${collection?.id}/card/${json.id}/split`, {
      body: { date_parts: parts },
    });
    expect([answer.status, answer.json.errors[0].message]).toEqual([422, 'card_id: must be a planned card']);
  });
});
