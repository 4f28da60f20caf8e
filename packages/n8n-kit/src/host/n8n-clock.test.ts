import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { n8nClock } from './n8n-clock.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a wait takes as long as it was asked for', async () => {
  const done = vi.fn();
  void n8nClock.sleep(1050).then(done);
  await vi.advanceTimersByTimeAsync(1049);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toHaveBeenCalled();
});

test('a wait that is cancelled ends within a fraction of a second', async () => {
  const stop = new AbortController();
  const wait = expect(n8nClock.sleep(60_000, stop.signal)).rejects.toMatchObject({ code: 'ABORTED' });
  await vi.advanceTimersByTimeAsync(1000);
  stop.abort();
  await vi.advanceTimersByTimeAsync(200);
  await wait;
});

test('a wait that was cancelled before it began does not begin', async () => {
  await expect(n8nClock.sleep(60_000, AbortSignal.abort())).rejects.toMatchObject({ code: 'ABORTED' });
});
