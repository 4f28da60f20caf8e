import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountKey, type Report, type WorkerSettings } from '../src/processes/messages.ts';
import { type Account, openAccount } from '../src/processes/open-account.ts';
import { startTokenServer, type TokenServer } from '../src/processes/token-server.ts';
import { type Crew, startCrew } from '../src/processes/workers.ts';
import { seededRandom } from '../src/virtual/random.ts';

const hour = 3_600_000;
const processes = 8;
const callers = 1000;

const hasRedis = await new Promise<boolean>((resolve) => {
  const socket = connect(6379, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
  socket.on('connect', () => socket.destroy());
});

test('continuous integration has a Redis', () => {
  expect(hasRedis || process.env.CI !== 'true').toBe(true);
});

const sum = (reports: readonly (Report | undefined)[], list: keyof Report): Record<string, number> => {
  const total: Record<string, number> = {};
  for (const report of reports)
    for (const [name, count] of Object.entries(report?.[list] ?? {})) total[name] = (total[name] ?? 0) + count;
  return total;
};

const stores = ['sqlite', ...(hasRedis ? ['redis' as const] : [])] as const;

describe.each(stores)(`${processes} processes with ${callers} callers each, on %s`, (store) => {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-processes-'));
  const place = store === 'sqlite' ? join(folder, 'tokens.sqlite') : `patchbay-test:${randomUUID()}:`;
  let server: TokenServer;
  let crew: Crew;
  let account: Account;
  /** How far all clocks are ahead: each round is an hour later */
  let ahead = 0;

  const save = async (): Promise<void> => {
    account.setAhead(ahead);
    await account.connection.save({ ...server.connect(), expiresAt: Date.now() + ahead + hour });
  };

  beforeAll(async () => {
    server = await startTokenServer();
    const settings: WorkerSettings = { store, place, tokenUrl: server.url, leaseTime: 3000 };
    account = openAccount(settings);
    await save();
    crew = await startCrew(processes, settings);
  });

  afterAll(async () => {
    crew.close();
    account.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
    if (store !== 'redis') return;
    const redis = new Redis('redis://127.0.0.1:6379');
    await redis.del(place + accountKey);
    redis.disconnect();
  });

  test('one token request renews for all of them, each time', async () => {
    const rounds = 5;
    for (let round = 1; round <= rounds; round++) {
      ahead += hour;
      const before = server.requests.length;
      const reports = await crew.work({ callers, ahead });
      expect(sum(reports, 'errors')).toEqual({});
      expect(sum(reports, 'tokens')).toEqual({ [`Bearer access-${round + 1}`]: processes * callers });
      expect(server.requests.length - before).toBe(1);
    }
    process.stdout.write(
      `${store}: ${rounds * processes * callers} callers, ${server.requests.length} token requests for ${rounds} renewals\n`,
    );
  });

  test('who is killed while it renews costs the connection, and all others are told so', async () => {
    ahead += hour;
    const before = server.requests.length;
    server.onRequest = ({ pid }) => {
      crew.killPid(pid);
      return 'say nothing';
    };
    const reports = await crew.work({ callers, ahead });
    expect(sum(reports, 'errors')).toEqual({ 'GRANT_LOST interrupted': (processes - 1) * callers });
    expect(server.requests.length - before).toBe(1);
    expect(await account.connection.status()).toMatchObject({ state: 'lost', reason: 'interrupted' });

    server.onRequest = () => 'answer';
    await crew.fill();
    await save();
    const after = sum(await crew.work({ callers, ahead }), 'tokens');
    expect(Object.values(after)).toEqual([processes * callers]);
  });

  test('a connection that broke before the answer came is tried again with the next call, and no sooner', async () => {
    ahead += hour;
    server.onRequest = () => 'drop';
    const first = await crew.workers[0]?.work({ callers, ahead });
    expect(first?.errors).toEqual({ CONNECTION_CUT: callers });
    server.onRequest = () => 'answer';
    const before = server.requests.length;
    expect(sum(await crew.work({ callers, ahead }), 'errors')).toEqual({});
    expect(server.requests.length - before).toBe(1);
  });

  test('killed at any moment, they send no refresh token twice and bring back no older pair', async () => {
    const random = seededRandom(2026);
    const rounds = 10;
    const before = server.requests.length;
    const lost: string[] = [];
    let kills = 0;
    for (let round = 0; round < rounds; round++) {
      ahead += hour;
      const victim = crew.workers[Math.floor(random() * processes)];
      const moment = Math.floor(random() * 4);
      // Moments: before it works, while the request is on its way, when the tokens are given, and somewhere while all work.
      server.onRequest = ({ pid }) => {
        if (moment === 1) crew.killPid(pid);
        if (moment === 2) setImmediate(() => crew.killPid(pid));
        if (moment === 3) victim?.kill();
        return 'answer';
      };
      kills++;
      const work = crew.work({ callers, ahead });
      if (moment === 0) victim?.kill();
      const reports = await work;
      const errors = Object.keys(sum(reports, 'errors'));
      for (const error of errors) expect(error).toBe('GRANT_LOST interrupted');
      if (errors.length === 0) expect(Object.keys(sum(reports, 'tokens')).length).toBeLessThanOrEqual(1);
      server.onRequest = () => 'answer';
      await crew.fill();
      if (errors.length === 0) continue;
      lost.push(...errors);
      await save();
    }
    const sendings = server.requests.slice(before).map(({ refreshToken }) => refreshToken);
    const twice = sendings.filter((token, index) => sendings.indexOf(token) !== index);
    process.stdout.write(
      `${store}: ${rounds} rounds with ${kills} kills, ${lost.length} connections lost and told, ${twice.length} refresh tokens sent twice\n`,
    );
    expect(twice).toEqual([]);
    expect(sendings.length).toBeGreaterThanOrEqual(rounds);
  }, 180_000);

  if (store === 'sqlite')
    test('nobody else on the machine can read the file', () => {
      for (const suffix of ['', '-wal']) expect(statSync(place + suffix).mode & 0o077).toBe(0);
    });
});
