import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import { countPackages, countText, progressText, reporting } from './progress.ts';

it('a line of progress names the step, the seconds and what was counted', () => {
  expect(progressText('Installing n8n', 84, countText(1203, 'packages'))).toBe(
    'Installing n8n ... 84 s, 1,203 packages',
  );
  expect(progressText('Installing n8n', 0, countText(0, 'packages'))).toBe('Installing n8n ... 0 s');
});

it('packages are counted in scopes and inside packages, and not before their manifest is there', async () => {
  const nodeModules = temporaryFolder();
  for (const name of ['a', '@scope/b', '@scope/b/node_modules/c', '.bin']) {
    mkdirSync(join(nodeModules, name), { recursive: true });
    writeFileSync(join(nodeModules, name, 'package.json'), '{}');
  }
  mkdirSync(join(nodeModules, 'begun'));
  expect(await countPackages(nodeModules)).toBe(3);
  expect(await countPackages(join(nodeModules, 'missing'))).toBe(0);
});

it('a step is reported at its start and its result handed on', async () => {
  const lines: string[] = [];
  expect(await reporting('Working', Promise.resolve('done'), (text) => lines.push(text))).toBe('done');
  expect(lines).toEqual(['Working ... 0 s']);
});

it('a step that fails fails with its own error', async () => {
  const failure = Promise.reject(new Error('no disk'));
  await expect(reporting('Working', failure, () => undefined)).rejects.toThrow('no disk');
});
