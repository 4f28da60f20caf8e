import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import { addPackages, secretsOf } from './user-folder.ts';

/** A packed package with this manifest, as `npm pack` makes it. */
function tarballOf(manifest: object): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'package', 'dist'), { recursive: true });
  writeFileSync(join(folder, 'package', 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'package', 'dist', 'index.js'), JSON.stringify(manifest));
  execFileSync('tar', ['-czf', 'package.tgz', 'package'], { cwd: folder });
  return join(folder, 'package.tgz');
}

const readJson = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));

it('a packed package lands where n8n looks for community packages, the newer one instead of the older', async () => {
  const userFolder = temporaryFolder();
  const name = '@acme/n8n-nodes-acme';
  await addPackages(userFolder, [tarballOf({ name: 'n8n-nodes-other', version: '3.0.0' })]);
  await addPackages(userFolder, [tarballOf({ name, version: '1.0.0' })]);
  await addPackages(userFolder, [tarballOf({ name, version: '1.0.1' })]);
  const nodes = join(userFolder, '.n8n', 'nodes');
  expect(readJson(nodes, 'node_modules', name, 'dist', 'index.js').version).toBe('1.0.1');
  expect(readJson(nodes, 'package.json').dependencies).toEqual({ 'n8n-nodes-other': '3.0.0', [name]: '1.0.1' });
});

it.each([
  ['has dependencies', { name: 'n8n-nodes-acme', version: '1.0.0', dependencies: { axios: '1' } }, '(axios)'],
  ['has a name that n8n passes by', { name: 'acme', version: '1.0.0' }, 'acme is not n8n-nodes-'],
])('a package is refused when it %s', async (_, manifest, reason) => {
  await expect(addPackages(temporaryFolder(), [tarballOf(manifest)])).rejects.toMatchObject({
    code: 'package-not-usable',
    message: expect.stringContaining(reason),
  });
});

it('a file that is no packed package is refused', async () => {
  const path = join(temporaryFolder(), 'no.tgz');
  writeFileSync(path, 'no archive');
  await expect(addPackages(temporaryFolder(), [path])).rejects.toThrow('could not be unpacked');
});

it('a user folder keeps its secrets, readable by its owner only', () => {
  const userFolder = temporaryFolder();
  const secrets = secretsOf(userFolder);
  expect(secretsOf(userFolder)).toEqual(secrets);
  expect(secretsOf(temporaryFolder()).encryptionKey).not.toBe(secrets.encryptionKey);
  expect(statSync(join(userFolder, 'patchbay-secrets.json')).mode & 0o777).toBe(0o600);
});
