import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileAnswer } from '@patchbay/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bufferLimit, readFileAnswer, saveFileAnswer } from './receive-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchbay-receive-'));
});
afterEach(() => rm(folder, { recursive: true }));

const answer = (name: string, content = 'a plan'): FileAnswer => ({
  name,
  type: 'text/plain',
  stream: new Blob([content]).stream(),
});
const never = new AbortController().signal;

it.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\boot.ini', 'boot.ini'],
  ['..', 'file'],
  ['', 'file'],
  ['a\u0000b', 'b'],
  ['Plan 1.pdf', 'Plan 1.pdf'],
])('a file called %j stays in its folder, as %s', async (name, kept) => {
  const { path } = await saveFileAnswer(answer(name), folder, '/', never);
  expect(path).toBe(join(folder, kept));
  expect(await readdir(folder)).toEqual([kept]);
});

it('a path is relative to the folder of Node-RED; a file that is there is replaced', async () => {
  await mkdir(join(folder, 'in'));
  await writeFile(join(folder, 'in/plan.txt'), 'old and longer');
  const saved = await saveFileAnswer(answer('x'), 'in/plan.txt', folder, never);
  expect(saved).toEqual({ name: 'x', type: 'text/plain', size: 6, path: join(folder, 'in/plan.txt') });
  expect(await readFile(join(folder, 'in/plan.txt'), 'utf8')).toBe('a plan');
});

it('a call that is cancelled leaves the old file and nothing else', async () => {
  await writeFile(join(folder, 'plan.txt'), 'old');
  const controller = new AbortController();
  const stream = new ReadableStream<Uint8Array>({
    pull(source) {
      source.enqueue(new Uint8Array(10));
      controller.abort();
    },
  });
  const saving = saveFileAnswer({ ...answer('x'), stream }, 'plan.txt', folder, controller.signal);
  await expect(saving).rejects.toMatchObject({ code: 'ABORTED' });
  expect(await readdir(folder)).toEqual(['plan.txt']);
  expect(await readFile(join(folder, 'plan.txt'), 'utf8')).toBe('old');
});

it('a folder that is not there is named, and the answer is given up', async () => {
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    cancel() {
      cancelled = true;
    },
  });
  const saving = saveFileAnswer({ ...answer('x'), stream }, 'none/plan.txt', folder, never);
  await expect(saving).rejects.toMatchObject({ code: 'INPUT', message: expect.stringContaining(join(folder, 'none')) });
  expect(cancelled).toBe(true);
});

it('a Buffer ends at its limit, whether the size was told or not', async () => {
  expect((await readFileAnswer(answer('x'))).toString()).toBe('a plan');
  const told = { ...answer('x'), size: bufferLimit + 1 };
  await expect(readFileAnswer(told)).rejects.toMatchObject({ code: 'ANSWER_TOO_LARGE' });
  const chunk = new Uint8Array(1024 * 1024);
  const endless = new ReadableStream<Uint8Array>({ pull: (source) => source.enqueue(chunk) });
  await expect(readFileAnswer({ ...answer('x'), stream: endless })).rejects.toMatchObject({ code: 'ANSWER_TOO_LARGE' });
});
