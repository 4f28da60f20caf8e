import { describe, expect, it } from 'vitest';
import { receive, start } from './harness.ts';

const post = (url: string, content: unknown) => fetch(url, { method: 'POST', body: JSON.stringify(content) });

describe('the sandbox’s clock', () => {
  it('goes forward over the time that a test gives, and goes on with it', async () => {
    const { sandbox, time, call, twin } = await start();
    await sandbox.advance(3_600_000);
    time.advance(1000);
    await call('GET', '/me');
    expect(twin.requests[0]?.at).toBe('2026-11-22T10:00:01.000Z');
    expect(sandbox.story[0]?.text).toBe('The clock goes forward by 1 hour');
  });

  it('plans and delivers what falls due on the way, and tries again what failed', async () => {
    const { sandbox, call, twin, client } = await start();
    const receiver = await receive([500]);
    await call('POST', '/webhook', { body: { url: receiver.url, event_types: ['card.created'] } });
    const board_id = twin.rows('board')[0]?.id ?? '';
    const { id } = await client.collection.create({ board_id, name: 'Order 118' });
    await client.collection.moveToBoard({ collection_id: String(id), board_id });
    const cards = twin.rows('card').length;
    await sandbox.advance(1499);
    expect(twin.rows('card')).toHaveLength(cards);
    await sandbox.advance(86_400_000);
    expect(twin.rows('card').length).toBeGreaterThan(cards);
    expect(twin.deliveries.map(({ state }) => state)).not.toContain('started');
    expect(receiver.received.length).toBeGreaterThan(twin.deliveries.length);
  });

  it('is moved by HTTP too, forward only and by whole milliseconds', async () => {
    const { sandbox } = await start();
    const url = `${sandbox.url}/_sandbox/clock`;
    const moved = await post(url, { milliseconds: 60_000 });
    expect([moved.status, await moved.json()]).toEqual([200, { now: '2026-11-22T09:01:00.000Z' }]);
    for (const milliseconds of [-1, 0, 0.5, '60', 1e15, undefined])
      expect((await post(url, { milliseconds })).status).toBe(422);
    await expect(sandbox.advance(-1)).rejects.toThrow('The clock goes forward');
  });

  it('is taken back with everything else, and what waits is done with', async () => {
    const { sandbox, call, twin, client } = await start();
    await sandbox.advance(86_400_000);
    const board_id = twin.rows('board')[0]?.id ?? '';
    await client.collection.moveToBoard({ collection_id: twin.rows('collection')[0]?.id ?? '', board_id });
    await post(`${sandbox.url}/_sandbox/reset`, {});
    await call('GET', '/me');
    expect(twin.requests.map(({ at }) => at)).toEqual(['2026-11-22T09:00:00.000Z']);
    const before = twin.rows('card');
    await sandbox.settle();
    expect(twin.rows('card')).toEqual(before);
    expect(before[0]?.created_at).toMatch(/^2026-11-02/);
    await sandbox.advance(1000);
    expect(sandbox.story.at(-1)?.at).toBe('2026-11-22T09:00:00.000Z');
  });

  it('gives the quota of a day back after midnight', async () => {
    const { sandbox, call } = await start({ dailyLimit: 1 });
    await call('GET', '/me');
    expect((await call('GET', '/me')).status).toBe(429);
    await sandbox.advance(86_400_000);
    expect((await call('GET', '/me')).status).toBe(200);
  });
});
