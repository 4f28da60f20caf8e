import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import { lockFolder } from './folder-lock.ts';

const nobodyWaits = () => expect.unreachable('nobody holds the lock');

/** A lock folder as processes that were killed leave it. */
function abandonedLock(...pids: (number | undefined)[]): string {
  const path = join(temporaryFolder(), 'lock');
  mkdirSync(path);
  for (const pid of pids) writeFileSync(join(path, `${pid}-a`), '');
  return path;
}

it('a lock is waited for while its owner holds it, and gone when the last one released it', async () => {
  const path = join(temporaryFolder(), 'lock');
  const first = await lockFolder(path, nobodyWaits);
  const owners: number[] = [];
  const second = await lockFolder(path, (pid) => {
    owners.push(pid);
    first.release();
  });
  expect(owners).toEqual([process.pid]);
  second.release();
  expect(existsSync(path)).toBe(false);
});

it('a lock whose process is gone is taken over', async () => {
  const path = abandonedLock(spawnSync(process.execPath, ['--version']).pid);
  const lock = await lockFolder(path, nobodyWaits);
  expect(readdirSync(path)).toEqual([expect.stringMatching(`^${process.pid}-`)]);
  lock.release();
});

it('a lock is not taken over while a program that it is shared with still runs', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const path = abandonedLock(spawnSync(process.execPath, ['--version']).pid, child.pid);
  const owners = new Set<number>();
  const lock = await lockFolder(path, (pid) => {
    owners.add(pid);
    child.kill();
  });
  expect([...owners]).toEqual([child.pid]);
  lock.release();
});

it('processes that take over an abandoned lock at the same time hold it one after the other', async () => {
  const path = abandonedLock(spawnSync(process.execPath, ['--version']).pid);
  const script = `
    import { rmSync, writeFileSync } from 'node:fs';
    import { lockFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url))};
    for (let round = 0; round < 5; round += 1) {
      const lock = await lockFolder(${JSON.stringify(path)}, () => {});
      writeFileSync(${JSON.stringify(`${path}.held`)}, '', { flag: 'wx' });
      await new Promise(setImmediate);
      rmSync(${JSON.stringify(`${path}.held`)});
      lock.release();
    }`;
  const processes = [1, 2, 3].map(() =>
    spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'inherit'] }),
  );
  const codes = await Promise.all(processes.map(async (child) => (await once(child, 'close'))[0]));
  expect(codes).toEqual([0, 0, 0]);
}, 30_000);
