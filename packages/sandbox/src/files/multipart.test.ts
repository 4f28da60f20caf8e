import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryOf, partsOf } from './multipart.ts';

async function* cut(content: Buffer, sizes: readonly number[]) {
  let at = 0;
  for (const size of sizes) {
    yield content.subarray(at, at + size);
    at += size;
  }
  yield content.subarray(at);
}

const read = async (content: Buffer, boundary: string, sizes: readonly number[] = []) => {
  const parts: [string, string | undefined, string][] = [];
  for await (const { name, fileName, content: pieces } of partsOf(cut(content, sizes), boundary)) {
    const bytes: Buffer[] = [];
    for await (const piece of pieces) bytes.push(Buffer.from(piece));
    parts.push([name, fileName, Buffer.concat(bytes).toString('base64')]);
  }
  return parts;
};

describe('a form with files', () => {
  it('is read the same wherever its stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.stringMatching(/^[a-z"é]{1,8}$/), fc.option(fc.constant('plan.pdf')), fc.uint8Array()), {
          maxLength: 4,
        }),
        fc.array(fc.nat({ max: 40 }), { maxLength: 30 }),
        async (given, sizes) => {
          const form = new FormData();
          for (const [name, fileName, bytes] of given) {
            if (fileName) form.append(name, new Blob([bytes as Uint8Array<ArrayBuffer>]), fileName);
            else form.append(name, Buffer.from(bytes).toString('hex'));
          }
          const whole = new Response(form);
          const boundary = boundaryOf(whole.headers.get('content-type') ?? '') ?? '';
          const content = Buffer.from(await whole.arrayBuffer());
          const expected = given.map(([name, fileName, bytes]) => [
            name,
            fileName ?? undefined,
            Buffer.from(fileName ? bytes : Buffer.from(Buffer.from(bytes).toString('hex'))).toString('base64'),
          ]);
          expect(await read(content, boundary, sizes)).toEqual(expected);
        },
      ),
      { seed: 2026 },
    );
  });

  it.each([
    ['cut off', '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nhalf', 'ends before its last boundary'],
    ['without a name', '--b\r\ncontent-type: text/plain\r\n\r\nx\r\n--b--', 'a part has no name'],
    ['with an endless head', `--b\r\n${'x: y\r\n'.repeat(5000)}`, 'too long a head'],
  ])('that is %s is refused', async (_, content, why) => {
    await expect(read(Buffer.from(content), 'b')).rejects.toMatchObject({
      status: 400,
      problems: [{ description: expect.stringContaining(why) }],
    });
  });
});
