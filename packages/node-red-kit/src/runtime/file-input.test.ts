import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { FileContent } from '@patchbay/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileOrigin, fileContentOf, filesOf } from './file-input.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchbay-file-'));
  await writeFile(join(folder, 'plan.pdf'), 'a plan');
});
afterAll(() => rm(folder, { recursive: true }));

const origin = (more: Partial<FileOrigin> = {}): FileOrigin => ({ input: 'content', paths: 'object', folder, ...more });
const read = async (file: FileContent): Promise<string> => text((await file.open()) as never);

describe('a Buffer', () => {
  it('can be opened as often as needed, and its size is known', async () => {
    const file = await fileContentOf(Buffer.from('a plan'), origin({ name: '/in/plan.pdf' }));
    expect(file).toMatchObject({ name: 'plan.pdf', type: 'application/pdf', size: 6 });
    expect([await read(file), await read(file)]).toEqual(['a plan', 'a plan']);
  });

  it('that is a part of a larger one is sent alone', async () => {
    expect(await read(await fileContentOf(Buffer.from('0123456789').subarray(2, 5), origin()))).toBe('234');
  });

  it('has the name and type that stand beside it, else those of the message', async () => {
    const data = Buffer.from('x');
    const message = origin({ name: 'message.txt', type: 'text/plain' });
    expect(await fileContentOf({ data, name: 'own.png', type: 'image/x' }, message)).toMatchObject({
      name: 'own.png',
      type: 'image/x',
    });
    expect(await fileContentOf({ data }, message)).toMatchObject({ name: 'message.txt', type: 'text/plain' });
    expect((await fileContentOf(data, origin())).name).toBe('file');
  });
});

describe('a stream', () => {
  it.each([
    ['of Node.js', () => Readable.from([Buffer.from('a plan')])],
    ['of the web', () => new Blob(['a plan']).stream()],
  ])('%s is opened once, and says so the second time', async (_, make) => {
    const file = await fileContentOf({ data: make(), name: 'a.txt', size: 6 }, origin());
    expect(file).toMatchObject({ name: 'a.txt', size: 6 });
    expect(await read(file)).toBe('a plan');
    expect(() => file.open()).toThrow(/content is a stream that was read already/);
  });
});

describe('a path', () => {
  it('is relative to the folder of Node-RED, and opened anew each time', async () => {
    const file = await fileContentOf({ path: 'plan.pdf' }, origin());
    expect(file).toMatchObject({ name: 'plan.pdf', type: 'application/pdf', size: 6 });
    expect([await read(file), await read(file)]).toEqual(['a plan', 'a plan']);
  });

  it('whose file goes before it is opened says which', async () => {
    const path = join(folder, 'short.txt');
    await writeFile(path, 'x');
    const file = await fileContentOf({ path }, origin());
    await rm(path);
    await expect(file.open()).rejects.toMatchObject({ code: 'INPUT', message: expect.stringContaining('short.txt') });
  });

  it.each([
    ['a text, where texts are no paths', 'plan.pdf', {}],
    ['an object, where nobody may name files', { path: 'plan.pdf' }, { paths: 'none' }],
    ['a text, where nobody may name files', 'plan.pdf', { paths: 'none' }],
    ['a folder', { path: '.' }, {}],
    ['nothing that is there', { path: 'none.pdf' }, {}],
  ] as const)('is refused: %s', async (_, value, more) => {
    await expect(fileContentOf(value, origin(more))).rejects.toThrow();
  });
});

it.each([[12], [null], [{}], [{ data: 'text' }], [{ name: 'x' }]])('%j is no file', async (value) => {
  await expect(fileContentOf(value, origin())).rejects.toThrow(/must be a Buffer, a stream/);
});

describe('a field for several files', () => {
  const field = { kind: 'list', description: '', item: { kind: 'file', description: '' } } as const;

  it('takes a list, and one file as a list of one', async () => {
    const [first, second] = (await filesOf(
      field,
      [{ path: 'plan.pdf' }, Buffer.from('two')],
      origin(),
    )) as FileContent[];
    expect([await read(first as FileContent), await read(second as FileContent)]).toEqual(['a plan', 'two']);
    expect(await filesOf(field, Buffer.from('one'), origin())).toHaveLength(1);
  });

  it('refuses a list with something else in it', async () => {
    await expect(filesOf(field, [Buffer.from('one'), '/etc/passwd'], origin())).rejects.toThrow('but is a text');
  });
});
