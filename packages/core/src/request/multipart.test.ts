import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileContent } from '../define/file.ts';
import { multipart, type Part } from './multipart.ts';

const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(stream as never).arrayBuffer());

const fileOf = (name: string, content: Uint8Array, size: number | undefined = content.byteLength): FileContent => ({
  name,
  type: 'text/plain',
  ...(size !== undefined && { size }),
  open: () => new Blob([content as Uint8Array<ArrayBuffer>]).stream(),
});

let seed = 1;
const random = (): number => {
  seed = (seed * 16807) % 2147483647;
  return seed / 2147483647;
};

const parse = async (parts: readonly Part[]): Promise<FormData> => {
  const form = multipart(parts, random);
  const body = await bytesOf(form.open());
  if (form.length !== undefined) expect(body.byteLength).toBe(form.length);
  return new Response(body, { headers: { 'content-type': form.contentType } }).formData();
};

describe('a form', () => {
  test('is read by others as it was written, whatever the texts and bytes', async () => {
    const name = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        name,
        fc.string({ maxLength: 30 }),
        name,
        fc.uint8Array({ maxLength: 200 }),
        async (...given) => {
          const [key, text, fileName, content] = given;
          const form = await parse([
            [`t${key}`, text],
            [`f${key}`, fileOf(`x${fileName}`, content)],
          ]);
          // Browsers' parsers turn line ends in texts into CR LF or leave them; the bytes of files stay.
          expect(form.get(`t${key}`)).toBe(text);
          const file = form.get(`f${key}`) as File;
          expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array(content));
        },
      ),
      { seed: 2026, numRuns: 200 },
    );
  });

  test('tells its length only when it knows the size of every file', () => {
    const content = new Uint8Array(5);
    expect(multipart([['a', fileOf('a.txt', content)]], random).length).toBeGreaterThan(5);
    const unknown: FileContent = { name: 'a.txt', open: () => new Blob([content]).stream() };
    expect(multipart([['a', unknown]], random).length).toBeUndefined();
  });

  test('can be sent again: the file is opened anew', async () => {
    const form = multipart([['a', fileOf('a.txt', new Uint8Array([1, 2, 3]))]], random);
    expect(await bytesOf(form.open())).toEqual(await bytesOf(form.open()));
  });

  test('a file of another size than announced breaks the request off', async () => {
    const form = multipart([['a', fileOf('a.txt', new Uint8Array(3), 5)]], random);
    await expect(bytesOf(form.open())).rejects.toThrow('has 3 bytes, but 5 were announced');
  });

  test('a name cannot add a header', async () => {
    const form = multipart([['a"\r\nx-evil: 1', fileOf('b"\r\n\r\n', new Uint8Array())]], random);
    const text = new TextDecoder().decode(await bytesOf(form.open()));
    expect(text.split('\r\n').filter((line) => line.startsWith('x-evil'))).toEqual([]);
  });
});
