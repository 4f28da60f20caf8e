import { coerce, type Field } from '@patchbay/core';
import { invalid, refusal } from '../api-error.ts';
import type { FileStore, StoredFile } from '../files/file-store.ts';
import { type IncomingPart, partsOf } from '../files/multipart.ts';
import { type BodyField, type BodyShape, isFileField } from './body-shape.ts';
import type { BodyParts } from './check-body.ts';

const maxTextBytes = 5 * 1024 * 1024;

const textOf = async ({ name, content }: IncomingPart): Promise<string> => {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.byteLength;
    if (bytes > maxTextBytes) throw refusal(413, 'Content too large', `The field ${name} is longer than 5 MB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};

type PartValue = string | StoredFile;

const read = async (
  shape: BodyShape,
  source: AsyncIterable<Uint8Array>,
  boundary: string,
  files: FileStore,
): Promise<Map<string, PartValue[]>> => {
  const fields = [...shape.wrapped.map((field) => [formName(shape, field.wire), field] as const)];
  fields.push(...shape.outside.map((field) => [field.wire, field] as const));
  const takesFile = new Set(fields.flatMap(([name, { field }]) => (isFileField(field) ? [name] : [])));
  const values = new Map<string, PartValue[]>();
  const add = (name: string, value: PartValue) => values.set(name, [...(values.get(name) ?? []), value]);
  try {
    for await (const part of partsOf(source, boundary)) {
      if (part.fileName === undefined) add(part.name, await textOf(part));
      else if (takesFile.has(part.name)) add(part.name, await files.receive(part.fileName, part.type, part.content));
      else throw invalid(part.name, 'takes no file');
    }
    return values;
  } catch (error) {
    dropFiles([...values.values()].flat(), files);
    throw error;
  }
};

/** Removes the files among values, after content was refused. */
export const dropFiles = (values: Iterable<unknown>, files: FileStore): void => {
  for (const value of [...values].flat())
    if (typeof value === 'object' && value !== null) files.drop((value as StoredFile).id);
};

/** The name of a wrapped field in a form: `invoice[name]`. */
const formName = ({ wrap }: BodyShape, wire: string): string =>
  [...wrap, wire].map((name, depth) => (depth === 0 ? name : `[${name}]`)).join('');

const readValue = (field: Field | undefined, values: readonly PartValue[]): unknown => {
  const [first] = values;
  if (!field) return values.length === 1 ? first : values;
  if (isFileField(field)) return field.kind === 'list' ? values : values.length === 1 ? first : values;
  if (field.kind === 'list' || field.kind === 'choices') {
    if (values.length === 1 && typeof first === 'string' && first.startsWith('[')) return coerce(field, first);
    return field.item ? values.map((value) => coerce(field.item as Field, value)) : values;
  }
  return values.length === 1 ? coerce(field, first) : values;
};

/**
 * A form, taken apart: files go to the store as they come, texts are brought into the kinds of their fields.
 * @throws ApiError 400 for a form that cannot be read, 413, 422 for a file where none is taken
 */
export const formParts = async (
  shape: BodyShape,
  source: AsyncIterable<Uint8Array>,
  boundary: string,
  files: FileStore,
): Promise<BodyParts> => {
  const values = await read(shape, source, boundary, files);
  const wrapped: [string, unknown][] = [];
  const take = (name: string, wire: string, field: Field | undefined, into: [string, unknown][]): void => {
    const found = values.get(name);
    if (found) into.push([wire, readValue(field, found)]);
    values.delete(name);
  };
  const outside: [string, unknown][] = [];
  const known = ({ wire, field }: BodyField, name: string, into: [string, unknown][]) => take(name, wire, field, into);
  for (const field of shape.wrapped) known(field, formName(shape, field.wire), wrapped);
  for (const name of shape.fromPath) take(formName(shape, name), name, undefined, wrapped);
  for (const field of shape.outside) known(field, field.wire, outside);
  for (const [name, value] of Object.entries(shape.fixed)) {
    const found = values.get(name);
    // A form knows texts only.
    if (found) outside.push([name, found.length === 1 && found[0] === String(value) ? value : found]);
    values.delete(name);
  }
  outside.push(...values);
  return { wrapped: Object.fromEntries(wrapped), outside: Object.fromEntries(outside) };
};
