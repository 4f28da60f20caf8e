import type { FileContent } from '../define/file.ts';
import { InputError } from '../errors/input-error.ts';

/** One part of a form: a text, or a file. */
export type Part = readonly [name: string, value: string | FileContent];

/** A form ready to be sent, as often as needed. */
export interface Multipart {
  readonly contentType: string;
  /** Bytes, when the size of every file is known */
  readonly length?: number;
  open(): ReadableStream<Uint8Array>;
}

// Names are escaped as browsers do (WHATWG HTML, multipart/form-data encoding algorithm).
const escaped = (name: string): string => name.replace(/\r\n|\r|\n/g, '%0D%0A').replace(/"/g, '%22');

const headOf = (boundary: string, [name, value]: Part): string => {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${escaped(name)}"`;
  if (typeof value === 'string') return `${head}\r\n\r\n${value}`;
  const type = value.type && /^[\w.+-]+\/[\w.+-]+$/.test(value.type) ? value.type : 'application/octet-stream';
  return `${head}; filename="${escaped(value.name)}"\r\ncontent-type: ${type}\r\n\r\n`;
};

async function* chunksOf(pieces: readonly (Uint8Array | FileContent)[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) {
      yield piece;
      continue;
    }
    const reader = (await piece.open()).getReader();
    let sent = 0;
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        sent += read.value.byteLength;
        yield read.value;
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
    if (piece.size !== undefined && piece.size !== sent)
      throw new InputError('The file cannot be sent', [
        { field: piece.name, problem: `has ${sent} bytes, but ${piece.size} were announced` },
      ]);
  }
}

const streamOf = (pieces: readonly (Uint8Array | FileContent)[]): ReadableStream<Uint8Array> => {
  const chunks = chunksOf(pieces);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return();
    },
  });
};

/**
 * A form with files (RFC 7578), streamed: no file is held in memory.
 * @param random numbers in [0, 1) for the boundary
 */
export const multipart = (parts: readonly Part[], random: () => number): Multipart => {
  const digits = (): string =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const boundary = `patchbay-${digits()}${digits()}${digits()}${digits()}`;
  const encoder = new TextEncoder();
  const pieces = parts.flatMap((part): (Uint8Array | FileContent)[] => {
    const head = encoder.encode(headOf(boundary, part));
    return typeof part[1] === 'string' ? [head, encoder.encode('\r\n')] : [head, part[1], encoder.encode('\r\n')];
  });
  pieces.push(encoder.encode(`--${boundary}--\r\n`));
  const sizes = pieces.map((piece) => (piece instanceof Uint8Array ? piece.byteLength : piece.size));
  const length = sizes.includes(undefined) ? undefined : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    ...(length !== undefined && { length }),
    open: () => streamOf(pieces),
  };
};
