import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSandbox } from '@patchbay/sandbox';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

test("the README's program runs as it stands, but for whose credential it is", async () => {
  const [, program] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
  const sandbox = await startSandbox();
  const { baseUrl, credential } = sandbox.vendors.vplan;
  const file = join(import.meta.dirname, 'readme-program.gen.ts');
  const ready = String(program)
    .replace("{ key: '…', environment: '…' }", JSON.stringify(credential))
    .replace('createClient(vplan, {', `createClient(vplan, {\n  baseUrl: ${JSON.stringify(baseUrl)},`);
  expect(ready).not.toContain('…');
  try {
    writeFileSync(file, ready);
    await promisify(execFile)(process.execPath, ['--conditions=@patchbay/source', file]);
    expect(sandbox.vendors.vplan.requests.map(({ operation, status }) => [operation, status])).toEqual([
      ['board.create', 201],
      ['card.listAll', 200],
    ]);
  } finally {
    rmSync(file, { force: true });
    await sandbox.close();
  }
});
