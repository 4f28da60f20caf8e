import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { refusal } from '../api-error.ts';
import type { Random } from '../random.ts';

/** A file that a twin keeps. Class, so that it is told apart from JSON that looks like one. */
export class StoredFile {
  readonly id: string;
  /** As it was sent, without folders */
  readonly name: string;
  readonly type: string;
  /** Bytes */
  readonly size: number;
  /** In hex */
  readonly sha256: string;
  /** Serves the content, without a credential: the identifier is the key, as with signed URLs */
  readonly url: string;

  constructor(file: Omit<StoredFile, 'constructor'>) {
    this.id = file.id;
    this.name = file.name;
    this.type = file.type;
    this.size = file.size;
    this.sha256 = file.sha256;
    this.url = file.url;
  }
}

/** The files of a twin. */
export interface FileStore {
  /** Keeps a small file at once, in memory: for seeds and acts. */
  keep(name: string, type: string, content: string | Uint8Array): StoredFile;
  /**
   * Takes a file in as it comes and writes it into a temporary folder, hashing on the way: it is never in memory as a whole.
   * @throws ApiError 413 when it is larger than the limit
   */
  receive(name: string, type: string, content: AsyncIterable<Uint8Array>): Promise<StoredFile>;
  find(id: string): StoredFile | undefined;
  /** The content of a file; `undefined` when there is none with this identifier. */
  open(id: string): ReadableStream<Uint8Array> | undefined;
  drop(id: string): void;
  /** Forgets all files and removes the folder. */
  clear(): void;
}

const maxFileBytes = 1024 ** 3;

const plainName = (name: string): string => name.split(/[/\\]/).at(-1) || 'file';

const streamOf = (stream: Readable): ReadableStream<Uint8Array> => Readable.toWeb(stream) as ReadableStream<Uint8Array>;

/**
 * A store.
 * @param address where files are served, without a slash at the end
 * @param start randomness for identifiers; after `clear` the same ones come again
 */
export const createFileStore = (address: string, start: () => Random): FileStore => {
  const files = new Map<string, { readonly file: StoredFile; readonly content: Uint8Array | string }>();
  let folder: string | undefined;
  let random = start();

  const add = (id: string, name: string, type: string, size: number, sha256: string, content: Uint8Array | string) => {
    const url = `${address}/${id}/${encodeURIComponent(name)}`;
    const file = new StoredFile({ id, name, type, size, sha256, url });
    files.set(id, { file, content });
    return file;
  };
  const write = async (path: string, content: AsyncIterable<Uint8Array>) => {
    const hash = createHash('sha256');
    let size = 0;
    const target = await open(path, 'w');
    try {
      for await (const part of content) {
        size += part.byteLength;
        if (size > maxFileBytes)
          throw refusal(413, 'Content too large', `The sandbox takes files of at most ${maxFileBytes} bytes`);
        hash.update(part);
        await target.write(part);
      }
    } finally {
      await target.close();
    }
    return { size, sha256: hash.digest('hex') };
  };

  return {
    keep(name, type, content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return add(random.uuid(), plainName(name), type, bytes.byteLength, sha256, bytes);
    },
    async receive(name, type, content) {
      folder ??= mkdtempSync(join(tmpdir(), 'patchbay-sandbox-'));
      const id = random.uuid();
      const path = join(folder, id);
      try {
        const { size, sha256 } = await write(path, content);
        return add(id, plainName(name), type, size, sha256, path);
      } catch (error) {
        rmSync(path, { force: true });
        throw error;
      }
    },
    find: (id) => files.get(id)?.file,
    open(id) {
      const found = files.get(id);
      if (!found) return undefined;
      const { content } = found;
      return streamOf(typeof content === 'string' ? createReadStream(content) : Readable.from([content]));
    },
    drop(id) {
      const found = files.get(id);
      files.delete(id);
      if (typeof found?.content === 'string') rmSync(found.content, { force: true });
    },
    clear() {
      files.clear();
      random = start();
      if (folder) rmSync(folder, { recursive: true, force: true });
      folder = undefined;
    },
  };
};
