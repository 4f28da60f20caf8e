import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@patchbay/sandbox';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leaveTrail, secretsIn } from '../src/index.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-trail-'));
  vi.stubEnv('PATCHBAY_TRAIL', join(folder, 'trail'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const kept = (): string => readFileSync(join(folder, 'trail', readdirSync(join(folder, 'trail'))[0] as string), 'utf8');

const scan = (...logs: string[]) => {
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../src/scan.ts'), join(folder, 'trail'), ...logs],
    { encoding: 'utf8' },
  );
  return { stdout, status };
};

test('every secret that a twin gives out is found, wherever it stands', async () => {
  const sandbox = await startSandbox();
  try {
    for (const { credential, oauth } of Object.values(sandbox.vendors)) {
      const { access_token, refresh_token } = oauth.issue();
      const { environment: _, ...secrets } = credential;
      const all = [...Object.values(secrets), access_token, refresh_token, oauth.app.client_secret];
      for (const secret of all.filter((one) => one !== undefined)) {
        const [finding, ...more] = secretsIn(`GET /me?token=${secret} failed`);
        expect(more).toEqual([]);
        expect(finding?.excerpt).toMatch(/^GET \/me\?token=\[.*…\].* failed$/);
        expect(finding?.excerpt).not.toContain(secret);
      }
    }
  } finally {
    await sandbox.close();
  }
});

test('a trail holds what errors carry, with their causes', () => {
  const cause = Object.assign(new Error('inner words'), { detail: { header: 'x-inner' } });
  leaveTrail('a log', Object.assign(new Error('outer words', { cause }), { code: 'OUTER' }));
  leaveTrail('an item', { json: { rows: [{ name: 'Frame' }] } });
  expect(kept()).toMatch(/^a log: .*outer words/);
  for (const words of ['OUTER', 'inner words', 'x-inner', 'an item', "{ name: 'Frame' }"])
    expect(kept()).toContain(words);
});

test('nothing is kept when nobody asked for it', () => {
  vi.stubEnv('PATCHBAY_TRAIL', '');
  leaveTrail('a log', 'words');
  expect(readdirSync(folder)).toEqual([]);
});

test('the search ends with 1 when there is a secret, and shows where without showing it', () => {
  const secret = `sandbox-${'0123456789abcdef'.repeat(2)}`;
  leaveTrail('node-red log', 'all is well');
  expect(scan()).toMatchObject({ status: 0, stdout: expect.stringContaining('0 secrets') });
  const log = join(folder, 'run.log');
  writeFileSync(log, `first\nsent ${secret} away\n`);
  const { status, stdout } = scan(log);
  expect(status).toBe(1);
  expect(stdout).toContain('sent [sandbox-0123…] away');
  expect(stdout).not.toContain(secret);
});

test('the search ends with 1 when there is nothing to search', () => {
  expect(scan().status).toBe(1);
});
