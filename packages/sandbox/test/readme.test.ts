import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { faultKinds } from '../src/index.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

test('the README names every fault', () => {
  expect(Object.keys(faultKinds).filter((kind) => !readme.includes(`\`${kind}\``))).toEqual([]);
});

test("the README's programs run as they stand", async () => {
  const programs = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, program]) => program as string);
  expect(programs.length).toBeGreaterThan(1);
  for (const [index, program] of programs.entries()) {
    const file = join(import.meta.dirname, `readme-program-${index}.gen.ts`);
    try {
      writeFileSync(file, program.replace("'@patchbay/sandbox'", "'../src/index.ts'"));
      await promisify(execFile)(process.execPath, ['--conditions=@patchbay/source', file]);
    } finally {
      rmSync(file, { force: true });
    }
  }
});
