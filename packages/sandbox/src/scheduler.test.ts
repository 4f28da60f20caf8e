import { describe, expect, it } from 'vitest';
import { manualTime } from '../test/manual-time.ts';
import { createScheduler, systemTime } from './scheduler.ts';

const create = () => {
  const time = manualTime('2026-11-22T09:00:00Z');
  const errors: unknown[] = [];
  const done: string[] = [];
  const scheduler = createScheduler(time, (error) => errors.push(error));
  return { time, errors, done, scheduler };
};

describe('createScheduler', () => {
  it('runs a task when its time has come', () => {
    const { time, done, scheduler } = create();
    scheduler.later(1000, () => void done.push('late'));
    scheduler.later(10, () => void done.push('soon'));
    time.advance(999);
    expect(done).toEqual(['soon']);
    time.advance(1);
    expect(done).toEqual(['soon', 'late']);
  });

  it('settles in the order in which tasks fall due, those added on the way included', async () => {
    const { done, scheduler } = create();
    scheduler.later(60_000, () => void done.push('last'));
    scheduler.later(10, async () => {
      done.push('first');
      scheduler.later(20, () => void done.push('added'));
    });
    await scheduler.settle();
    expect(done).toEqual(['first', 'added', 'last']);
  });

  it('does not run twice what was settled', async () => {
    const { time, done, scheduler } = create();
    scheduler.later(10, () => void done.push('once'));
    await scheduler.settle();
    time.advance(10);
    expect(done).toEqual(['once']);
  });

  it('forgets what was cancelled', async () => {
    const { time, done, scheduler } = create();
    scheduler.later(10, () => void done.push('one'))();
    scheduler.later(10, () => void done.push('two'));
    scheduler.cancelAll();
    await scheduler.settle();
    time.advance(100);
    expect(done).toEqual([]);
  });

  it('reports the error of a task and goes on', async () => {
    const { errors, done, scheduler } = create();
    scheduler.later(1, () => {
      throw new Error('broken');
    });
    scheduler.later(2, () => void done.push('next'));
    await scheduler.settle();
    expect(errors).toEqual([new Error('broken')]);
    expect(done).toEqual(['next']);
  });

  it('runs on the timers of the machine', async () => {
    const done = new Promise<string>((resolve) => {
      createScheduler(systemTime, () => {}).later(1, () => resolve('ran'));
    });
    await expect(done).resolves.toBe('ran');
  });

  it('goes forward: what falls due runs in its order and at its time, the rest waits for what is left', async () => {
    const { time, done, scheduler } = create();
    scheduler.later(5000, () => void done.push(`late ${scheduler.stamp()}`));
    scheduler.later(1000, async () => {
      done.push(`soon ${scheduler.stamp()}`);
      scheduler.later(500, () => void done.push(`added ${scheduler.stamp()}`));
    });
    await scheduler.advance(4000);
    expect(done).toEqual(['soon 2026-11-22T09:00:01.000Z', 'added 2026-11-22T09:00:01.500Z']);
    expect(scheduler.stamp()).toBe('2026-11-22T09:00:04.000Z');
    time.advance(999);
    expect(done).toHaveLength(2);
    time.advance(1);
    expect(done.at(-1)).toBe('late 2026-11-22T09:00:05.000Z');
  });

  it('goes forward twice at once without losing time', async () => {
    const { scheduler } = create();
    scheduler.later(1000, () => Promise.resolve());
    await Promise.all([scheduler.advance(4000), scheduler.advance(3000)]);
    expect(scheduler.stamp()).toBe('2026-11-22T09:00:07.000Z');
  });
});
