import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryTokenStore, type TokenStore } from '@patchbay/core';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { afterAll, describe, expect, test } from 'vitest';
import { redisStore } from './redis-store.ts';
import { sealedStore } from './sealed-store.ts';
import { settingsStore } from './settings-store.ts';
import { sqliteStore } from './sqlite-store.ts';

const secret = 'a secret of some length';
const folder = mkdtempSync(join(tmpdir(), 'patchbay-stores-'));
const prefix = `patchbay-test:${randomUUID()}:`;
const hasRedis = await new Promise<boolean>((resolve) => {
  const socket = connect(6379, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
  socket.on('connect', () => socket.destroy());
});
const redis = hasRedis ? new Redis('redis://127.0.0.1:6379') : undefined;
const sqlite = sqliteStore(join(folder, 'tokens.sqlite'));

afterAll(async () => {
  sqlite.close();
  rmSync(folder, { recursive: true });
  const keys = (await redis?.keys(`${prefix}*`)) ?? [];
  if (keys.length > 0) await redis?.del(keys);
  redis?.disconnect();
});

test('continuous integration has a Redis', () => {
  expect(hasRedis || process.env.CI !== 'true').toBe(true);
});

/** Settings as Node-RED keeps them: what comes out is a copy of what went in, and writing takes a while. */
const settings = () => {
  const values = new Map<string, string>();
  return {
    values,
    get: (name: string): unknown => JSON.parse(values.get(name) ?? 'null'),
    set: async (name: string, value: unknown) => {
      await Promise.resolve();
      values.set(name, JSON.stringify(value));
    },
  };
};

const stores: [string, TokenStore][] = [
  ['settings', settingsStore(settings())],
  ['sealed settings', sealedStore(settingsStore(settings()), secret)],
  ['SQLite', sqlite],
  ...(redis ? [['Redis', redisStore(redis, prefix)] as [string, TokenStore]] : []),
];

type Step =
  | {
      readonly call: 'write';
      readonly late: boolean;
      readonly content: string | undefined;
      readonly fence: 'none' | 'last' | 'old';
    }
  | { readonly call: 'lease' | 'release' | 'read' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    call: fc.constant('write' as const),
    late: fc.boolean(),
    content: fc.option(fc.string({ unit: 'grapheme', maxLength: 40 }), { nil: undefined }),
    fence: fc.constantFrom('none' as const, 'last' as const, 'old' as const),
  }),
  fc.record({ call: fc.constantFrom('lease' as const, 'release' as const, 'read' as const) }),
);

/** What a store answers to some steps; two stores that do their work answer the same. */
const answersOf = async (store: TokenStore, key: string, steps: readonly Step[]): Promise<unknown[]> => {
  const answers: unknown[] = [];
  let fence = 0;
  for (const step of steps) {
    const { revision, content } = await store.read(key);
    answers.push(revision, content);
    if (step.call === 'lease') {
      const given = await store.lease(key, 3_600_000);
      answers.push(given);
      fence = given ?? fence;
    }
    if (step.call === 'release') await store.release(key, fence);
    if (step.call === 'write') {
      const given = { none: [], last: [fence], old: [fence - 1] }[step.fence];
      answers.push(await store.write(key, step.late ? revision - 1 : revision, step.content, ...given));
    }
  }
  return answers;
};

describe.each(stores)('%s', (_, store) => {
  test('does what the store in memory does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const key = randomUUID();
        expect(await answersOf(store, key, steps)).toEqual(
          await answersOf(memoryTokenStore({ now: () => 0 }), key, steps),
        );
      }),
      { seed: 2026, numRuns: 60 },
    );
  });

  test('of many that write at once, one does', async () => {
    const key = randomUUID();
    const written = await Promise.all(Array.from({ length: 20 }, (_, index) => store.write(key, 0, `pair ${index}`)));
    expect(written.filter(Boolean)).toHaveLength(1);
    expect((await store.read(key)).content).toBe(`pair ${written.indexOf(true)}`);
  });

  test('of many that ask for the lease at once, one gets it; the next one has a higher fence', async () => {
    const key = randomUUID();
    const fences = (await Promise.all(Array.from({ length: 20 }, () => store.lease(key, 60_000)))).filter(Boolean);
    expect(fences).toHaveLength(1);
    await store.release(key, (fences[0] ?? 0) - 1);
    expect(await store.lease(key, 60_000)).toBeUndefined();
    await store.release(key, fences[0] ?? 0);
    expect(await store.lease(key, 60_000)).toBeGreaterThan(fences[0] ?? 0);
  });

  test('a lease ends by itself', async () => {
    const key = randomUUID();
    const first = await store.lease(key, 1);
    await expect.poll(() => store.lease(key, 60_000), { interval: 1 }).toBe((first ?? 0) + 1);
    expect(await store.write(key, 0, 'too late', first)).toBe(false);
  });

  test('what is forgotten does not come back by a late write', async () => {
    const key = randomUUID();
    await store.write(key, 0, 'first');
    await store.write(key, 1, undefined);
    expect(await store.read(key)).toEqual({ revision: 2, content: undefined });
    expect(await store.write(key, 1, 'late')).toBe(false);
  });
});

describe('sealed', () => {
  const sealed = async () => {
    const place = settings();
    await sealedStore(settingsStore(place, ''), secret).write('account', 0, 'the refresh token');
    return place;
  };
  const reading = async (place: ReturnType<typeof settings>, key = 'account', by = secret) => {
    const { content } = await sealedStore(settingsStore(place, ''), by).read(key);
    return content;
  };

  test('another process with the same secret reads it, and the file shows nothing', async () => {
    const place = await sealed();
    expect(await reading(place)).toBe('the refresh token');
    expect(place.values.get('account')).not.toMatch(/refresh|secret/);
  });

  test('two seals of the same tokens are not alike', async () => {
    const [first, second] = [await sealed(), await sealed()];
    expect(first.values.get('account')).not.toBe(second.values.get('account'));
  });

  test('with another secret, or under another account, it stays closed and says what to do', async () => {
    const place = await sealed();
    place.values.set('other', place.values.get('account') ?? '');
    for (const attempt of [reading(place, 'account', 'another secret than that'), reading(place, 'other')])
      await expect(attempt).rejects.toMatchObject({
        code: 'TOKEN_STORE_FAILED',
        retryable: false,
        message: expect.stringContaining('connect the account again'),
      });
  });

  test('a change of any byte is noticed', async () => {
    const place = await sealed();
    const { content } = JSON.parse(place.values.get('account') ?? '') as { content: string };
    const bytes = Buffer.from(content.split(':')[1] ?? '', 'base64');
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (index, bits) => {
        const changed = Buffer.from(bytes);
        changed[index] = (changed[index] ?? 0) ^ bits;
        place.values.set('account', JSON.stringify({ revision: 1, content: `sealed1:${changed.toString('base64')}` }));
        await expect(reading(place)).rejects.toMatchObject({ code: 'TOKEN_STORE_FAILED' });
      }),
      { seed: 2026, numRuns: 25 },
    );
  });

  test('a secret that is easy to try out is refused', () => {
    expect(() => sealedStore(settingsStore(settings()), 'short')).toThrow('16 characters or more');
  });
});

test('two stores over the same settings keep each other out', async () => {
  const place = settings();
  const [first, second] = [settingsStore(place), settingsStore(place)];
  const written = await Promise.all([first.write('account', 0, 'one'), second.write('account', 0, 'two')]);
  expect(written).toEqual([true, false]);
  expect(await first.lease('account', 60_000)).toBe(1);
  expect(await second.lease('account', 60_000)).toBeUndefined();
});

test('settings that hold something else are told, not written over', async () => {
  const place = settings();
  await place.set('patchbay:grant:account', { revision: 'x' });
  await expect(settingsStore(place).read('account')).rejects.toMatchObject({ code: 'TOKEN_STORE_FAILED' });
});
