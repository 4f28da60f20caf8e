import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { type FileAnswer, InputError, TransportError } from '@patchbay/core';

/** Largest file that becomes a Buffer, in bytes. */
export const bufferLimit = 50 * 1024 * 1024;

/** A file that was received, as a message tells of it. */
export interface ReceivedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** Where it was saved */
  readonly path?: string;
}

const tooLarge = (name: string): TransportError =>
  new TransportError(`The file ${name} is larger than ${bufferLimit / 1024 / 1024} MB`, {
    code: 'ANSWER_TOO_LARGE',
    advice: 'Enter a path under "Save to" in this node',
  });

/**
 * A file as a Buffer.
 * @throws TransportError `ANSWER_TOO_LARGE`; what the stream fails with
 */
export const readFileAnswer = async ({ name, size, stream }: FileAnswer): Promise<Buffer> => {
  if (size !== undefined && size > bufferLimit) {
    await stream.cancel();
    throw tooLarge(name);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > bufferLimit) throw tooLarge(name);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
};

// A name is the vendor's, or whoever uploaded the file there: it must not lead out of the folder.
const safeName = (name: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be in a name
  const last = basename(name.replace(/[\u0000-\u001f\\:*?"<>|]/g, '/')).trim();
  return /^\.*$/.test(last) ? 'file' : last;
};

const targetOf = async (path: string, name: string): Promise<string> => {
  const folder = /[\\/]$/.test(path) || (await stat(path).catch(() => undefined))?.isDirectory();
  const target = folder ? join(path, safeName(name)) : path;
  const there = await stat(dirname(target)).catch(() => undefined);
  if (!there?.isDirectory())
    throw new InputError('The file cannot be saved', [
      { field: 'saveTo', problem: `is in the folder ${dirname(target)}, which is not there` },
    ]);
  return target;
};

/**
 * Writes a file to this machine while it comes in; the name that counts appears only when all of it is there.
 * @param path of the file, or of a folder: then it is called as the vendor calls it
 * @param folder that relative paths start from
 * @throws InputError for a folder that is not there; what stream and disk fail with
 */
export const saveFileAnswer = async (
  { name, type, stream }: FileAnswer,
  path: string,
  folder: string,
  signal: AbortSignal,
): Promise<ReceivedFile> => {
  let target: string;
  try {
    target = await targetOf(/[\\/]$/.test(path) ? `${resolve(folder, path)}/` : resolve(folder, path), name);
  } catch (error) {
    await stream.cancel();
    throw error;
  }
  const part = `${target}.${randomBytes(4).toString('hex')}.part`;
  const output = createWriteStream(part, { flags: 'wx' });
  try {
    await pipeline(Readable.fromWeb(stream as unknown as NodeStream), output, { signal });
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    if (signal.aborted) throw new TransportError('The call was cancelled', { code: 'ABORTED', cause: error });
    throw error;
  }
  return { name, type, size: output.bytesWritten, path: target };
};
