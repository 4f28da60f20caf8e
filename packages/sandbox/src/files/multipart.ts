import { refusal } from '../api-error.ts';

/** One part of a form as it comes in. Its content is to be read before the next part is asked for. */
export interface IncomingPart {
  readonly name: string;
  /** `undefined` for a plain value */
  readonly fileName: string | undefined;
  /** @default for a file without one: application/octet-stream */
  readonly type: string;
  readonly content: AsyncIterable<Uint8Array>;
}

const maxHeadBytes = 16 * 1024;

const malformed = (why: string) => refusal(400, 'Wrong content', `The form cannot be read: ${why}`);

/** The boundary that a Content-Type names; `undefined` when it is no form with parts. */
export const boundaryOf = (contentType: string): string | undefined => {
  const [, quoted, plain] = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  return quoted ?? plain;
};

/** Bytes of a stream, taken up to a mark. */
const createReader = (source: AsyncIterable<Uint8Array>) => {
  const chunks = source[Symbol.asyncIterator]();
  // The first boundary has no line in front of it.
  let buffer = Buffer.from('\r\n');
  const more = async (): Promise<void> => {
    const { value, done } = await chunks.next();
    if (done) throw malformed('it ends before its last boundary');
    buffer = buffer.length === 0 ? Buffer.from(value) : Buffer.concat([buffer, value]);
  };
  return {
    async take(count: number): Promise<Buffer> {
      while (buffer.length < count) await more();
      const taken = buffer.subarray(0, count);
      buffer = buffer.subarray(count);
      return taken;
    },
    /** What stands before a mark, in pieces; the mark is taken as well. */
    async *until(mark: Buffer): AsyncGenerator<Buffer, void, undefined> {
      for (;;) {
        const at = buffer.indexOf(mark);
        const ready = at < 0 ? buffer.length - mark.length + 1 : at;
        const piece = buffer.subarray(0, Math.max(0, ready));
        buffer = buffer.subarray(piece.length + (at < 0 ? 0 : mark.length));
        if (piece.length > 0) yield piece;
        if (at >= 0) return;
        await more();
      }
    },
    /** Reads the rest, so that the sender can finish. */
    async drain(): Promise<void> {
      while (!(await chunks.next()).done);
    },
  };
};

const headEnd = Buffer.from('\r\n\r\n');

const unescaped = (name: string): string => name.replace(/%22/g, '"').replace(/%0D%0A/gi, '\r\n');

const parameter = (disposition: string, name: string): string | undefined => {
  const found = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(disposition)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

const headOf = (text: string): Omit<IncomingPart, 'content'> => {
  const lines = text.split('\r\n').map((line) => /^([\w-]+):\s*(.*)$/.exec(line));
  const headers = new Map(lines.flatMap((line) => (line ? [[line[1]?.toLowerCase(), line[2] as string]] : [])));
  const disposition = headers.get('content-disposition') ?? '';
  const name = parameter(disposition, 'name');
  if (!/^form-data\b/i.test(disposition) || name === undefined) throw malformed('a part has no name');
  const fileName = parameter(disposition, 'filename');
  return { name, fileName, type: headers.get('content-type') ?? 'application/octet-stream' };
};

/**
 * The parts of a form (RFC 7578), one after the other, without holding more than a piece of any.
 * @throws ApiError 400 when it is cut off or has no names
 */
export async function* partsOf(
  source: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<IncomingPart, void, undefined> {
  const reader = createReader(source);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  for await (const _ of reader.until(delimiter));
  for (;;) {
    if ((await reader.take(2)).toString('latin1') === '--') break;
    const head: Buffer[] = [];
    let headBytes = 0;
    for await (const piece of reader.until(headEnd)) {
      head.push(piece);
      headBytes += piece.length;
      if (headBytes > maxHeadBytes) throw malformed('a part has too long a head');
    }
    const content = reader.until(delimiter);
    yield { ...headOf(Buffer.concat(head).toString('utf8')), content };
    for await (const _ of content);
  }
  await reader.drain();
}
