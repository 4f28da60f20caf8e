import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { faultKinds } from '../src/index.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const programs = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, program]) => program as string);

test('the README names every fault', () => {
  expect(Object.keys(faultKinds).filter((kind) => !readme.includes(`\`${kind}\``))).toEqual([]);
});

test("the README's programs run as they stand and print what they say", async () => {
  expect(programs.length).toBeGreaterThan(1);
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  for (const [index, program] of programs.entries()) {
    const file = join(import.meta.dirname, `readme-program-${index}.gen.ts`);
    try {
      writeFileSync(file, program.replace("'@patchbay/sandbox'", "'../src/index.ts'"));
      log.mockClear();
      await import(file);
      const promised = [...program.matchAll(/console\.log\(.+\); \/\/ (\d+)$/gm)].map(([, value]) => Number(value));
      expect(log.mock.calls.flat()).toEqual(expect.arrayContaining(promised));
    } finally {
      rmSync(file, { force: true });
    }
  }
  log.mockRestore();
});
