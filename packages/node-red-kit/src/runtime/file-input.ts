import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { type Field, type FileContent, InputError } from '@patchbay/core';
import { mediaTypeOf } from './media-type.ts';
import { ValueProblem } from './value-problem.ts';

/** Where a file comes from, and what is known of it beside its content. */
export interface FileOrigin {
  /** Wire name of the input */
  readonly input: string;
  /** Which ways to name a file on this machine are the flow author's own: none, `{path}`, or a text as well */
  readonly paths: 'none' | 'object' | 'text';
  /** Folder that relative paths start from */
  readonly folder: string;
  /** Name and type for content that comes without */
  readonly name?: string | undefined;
  readonly type?: string | undefined;
}

type Bytes = ReadableStream<Uint8Array>;

const described = (origin: FileOrigin, name: string | undefined, type: string | undefined) => {
  const known = basename((name ?? origin.name ?? '').replaceAll('\\', '/')) || 'file';
  const kind = type ?? origin.type ?? mediaTypeOf(known);
  return { name: known, ...(kind !== undefined && { type: kind }) };
};

const refused = (input: string, problem: string): InputError =>
  new InputError('The file cannot be sent', [{ field: input, problem }]);

const fromBytes = (bytes: Uint8Array<ArrayBuffer>, origin: FileOrigin, name?: string, type?: string): FileContent => ({
  ...described(origin, name, type),
  size: bytes.byteLength,
  open: () => new Blob([bytes]).stream() as Bytes,
});

const fromStream = (
  stream: Readable | Bytes,
  origin: FileOrigin,
  { name, type, size }: { name?: string | undefined; type?: string | undefined; size?: number | undefined } = {},
): FileContent => {
  let opened = false;
  return {
    ...described(origin, name, type),
    ...(size !== undefined && { size }),
    open() {
      if (opened)
        throw refused(origin.input, 'is a stream that was read already: give a Buffer or a path to have it sent again');
      opened = true;
      return stream instanceof Readable ? (Readable.toWeb(stream) as unknown as Bytes) : stream;
    },
  };
};

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? (error as Error).message;

const fromPath = async (given: string, origin: FileOrigin, name?: string, type?: string): Promise<FileContent> => {
  const path = resolve(origin.folder, given);
  const found = await stat(path).catch((error: unknown) => {
    throw new ValueProblem(`is the file ${path}, which cannot be read (${reasonOf(error)})`);
  });
  if (!found.isFile()) throw new ValueProblem(`is ${path}, which is no file`);
  return {
    ...described(origin, name ?? basename(path), type ?? mediaTypeOf(path)),
    size: found.size,
    async open() {
      const handle = await open(path).catch((error: unknown) => {
        throw refused(origin.input, `is the file ${path}, which cannot be read (${reasonOf(error)})`);
      });
      return Readable.toWeb(handle.createReadStream()) as unknown as Bytes;
    },
  };
};

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const isStream = (value: unknown): value is Readable | Bytes =>
  value instanceof Readable || value instanceof ReadableStream;

const wanted = 'must be a Buffer, a stream, {name, type, data}';

/**
 * The file that an input's value stands for: a Buffer, a stream (which can be sent once only), either of them as `data` of
 * `{name, type, size, data}`, or a file on this machine as far as the origin allows it.
 * @throws ValueProblem
 */
export const fileContentOf = async (value: unknown, origin: FileOrigin): Promise<FileContent> => {
  if (value instanceof Uint8Array) return fromBytes(value as Uint8Array<ArrayBuffer>, origin);
  if (isStream(value)) return fromStream(value, origin);
  if (typeof value === 'string') {
    if (origin.paths === 'text') return fromPath(value, origin);
    throw new ValueProblem(`${wanted} or {path}, but is a text`);
  }
  if (typeof value !== 'object' || value === null) throw new ValueProblem(`${wanted} or {path}`);
  const { data, path, name, type, size } = value as Readonly<Record<string, unknown>>;
  if (data instanceof Uint8Array) return fromBytes(data as Uint8Array<ArrayBuffer>, origin, textIn(name), textIn(type));
  if (isStream(data))
    return fromStream(data, origin, {
      name: textIn(name),
      type: textIn(type),
      size: typeof size === 'number' ? size : undefined,
    });
  if (typeof path === 'string') {
    if (origin.paths !== 'none') return fromPath(path, origin, textIn(name), textIn(type));
    throw new ValueProblem('names a file on this machine: set the field itself to where the path is');
  }
  throw new ValueProblem(`${wanted} or {path}`);
};

/**
 * The file, or the list of files, that the value of such a field stands for. One file is a list of one.
 * @throws ValueProblem
 */
export const filesOf = (
  { kind }: Field,
  value: unknown,
  origin: FileOrigin,
): Promise<FileContent | readonly FileContent[]> => {
  if (kind === 'file') return fileContentOf(value, origin);
  return Promise.all((Array.isArray(value) ? value : [value]).map((one) => fileContentOf(one, origin)));
};
