import type { Operation } from '@patchbay/core';

/** What an operation plainly does with the records of its resource. */
export type Shape = 'list' | 'get' | 'create' | 'update' | 'remove';

const isParameter = (segment: string): boolean => segment.startsWith('{');

/** Whether a segment of a path is the resource's name, singular or plural, in the spelling of paths. */
const names = (segment: string, resource: string): boolean => {
  const word = resource.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const written = segment.replaceAll('-', '_').toLowerCase();
  return [word, `${word}s`, `${word}es`, word.replace(/y$/, 'ies')].includes(written);
};

const byMethod: Readonly<Record<string, readonly [collection: Shape | undefined, record: Shape | undefined]>> = {
  GET: ['list', 'get'],
  POST: ['create', undefined],
  PUT: [undefined, 'update'],
  PATCH: [undefined, 'update'],
  DELETE: [undefined, 'remove'],
};

const usualNames: Readonly<Record<string, Shape>> = {
  list: 'list',
  get: 'get',
  create: 'create',
  update: 'update',
  delete: 'remove',
};

/** A download answers with the record that knows where the file is, wherever its path ends. */
const isDownload = ({ method, definition }: Operation): boolean => method === 'GET' && definition.returns === 'file';

/** The shape of an operation by its method, path and answer, or by its usual name; `undefined` when it is a special one. */
export const shapeOf = (operation: Operation): Shape | undefined => {
  const { method, path, resource, definition, name } = operation;
  if (isDownload(operation)) return 'get';
  const segments = path.split('/');
  const last = segments.at(-1) ?? '';
  const onRecord = isParameter(last);
  const named = names((onRecord ? segments.at(-2) : last) ?? '', resource.name);
  const usual = Object.hasOwn(usualNames, name) ? usualNames[name] : undefined;
  const fits = (shape: Shape | undefined): boolean =>
    shape === 'list' ? definition.returns === 'many' : shape !== 'get' || definition.returns === 'one';
  const shape = named ? byMethod[method]?.[onRecord ? 1 : 0] : undefined;
  return [shape, usual].find((one) => one !== undefined && fits(one));
};
