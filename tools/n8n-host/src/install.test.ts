import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { manifest } from './cache.ts';
import { useFakeNpm, workingNpm } from './fixtures/fake-npm.ts';
import { installN8n } from './install.ts';

const INSTALL = 'install --no-audit --no-fund --ignore-scripts --loglevel=http';
const REBUILD = 'rebuild sqlite3 --foreground-scripts';

it('n8n is installed once, with its SQLite driver built, and says what it does', async () => {
  const { folder, calls } = useFakeNpm(workingNpm);
  const lines: string[] = [];
  const installation = await installN8n({ onProgress: (text) => lines.push(text) });
  expect(installation).toEqual({
    folder,
    node: process.execPath,
    n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
  });
  expect(lines).toEqual([
    expect.stringMatching(/^Installing n8n 2\.41\.1 \(once, about 5 minutes, 2\.9 GB\) \.\.\. 0 s/),
    expect.stringMatching(/^Building the SQLite driver of n8n .+ \.\.\. 0 s$/),
    'Checking that n8n runs',
  ]);
  await installN8n();
  expect(calls()).toEqual([INSTALL, REBUILD]);
});

it('two that want n8n at the same time install it once', async () => {
  const { calls } = useFakeNpm(workingNpm);
  const [first, second] = await Promise.all([installN8n(), installN8n()]);
  expect(second).toEqual(first);
  expect(calls()).toEqual([INSTALL, REBUILD]);
});

it('what an interrupted npm left behind is removed before npm runs again', async () => {
  const { folder, calls } = useFakeNpm(workingNpm);
  const leftover = join(folder, 'node_modules', 'half-unpacked');
  mkdirSync(leftover, { recursive: true });
  await installN8n();
  expect(existsSync(leftover)).toBe(false);
  expect(calls()).toEqual([INSTALL, REBUILD]);
});

it('an installation that stopped after npm was done goes on from there', async () => {
  const { calls, become } = useFakeNpm({ ...workingNpm, rebuild: 'echo "no python3"; exit 1' });
  await expect(installN8n()).rejects.toThrow('python3, make and a C++ compiler');
  become(workingNpm);
  await installN8n();
  expect(calls()).toEqual([INSTALL, REBUILD, REBUILD]);
});

it('a failure of npm shows the end of its output and what to do', async () => {
  useFakeNpm({
    ...workingNpm,
    install: 'seq 100; echo "npm http fetch GET 200"; echo "npm error code E404" >&2; exit 7',
  });
  const failure = installN8n();
  await expect(failure).rejects.toMatchObject({ code: 'install-failed' });
  await expect(failure).rejects.toThrow(
    /^npm could not install n8n \(it ended with exit code 7\)\. Check the connection.+run it again\.\n87\n.+100\nnpm error code E404$/s,
  );
});

it.skipIf(process.platform !== 'linux')('a machine without npm is told so', async () => {
  const { folder } = useFakeNpm(workingNpm);
  // Elsewhere npm may lie beside the Node.js that runs this.
  const node = join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  mkdirSync(dirname(node), { recursive: true });
  symlinkSync(process.execPath, node);
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), '{}');
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  vi.stubEnv('PATH', '');
  await expect(installN8n()).rejects.toMatchObject({ code: 'npm-missing' });
});
