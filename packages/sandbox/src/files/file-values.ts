import type { Operation } from '@patchbay/core';
import { setAt } from '../api/paths.ts';
import { StoredFile } from './file-store.ts';

type Values = Readonly<Record<string, unknown>>;

/** Where the resource's own download looks for a file. */
const placesOf = ({ resource }: Operation) =>
  Object.values(resource.operations).flatMap((one) => ('file' in one && one.file ? [one.file] : []))[0];

/**
 * Values as a record keeps them: a file is told by its URL, name and type, where the resource's download looks for them, else
 * under its own name.
 */
export const withoutFiles = (operation: Operation, values: Values): Values => {
  const places = placesOf(operation);
  let kept: Values = {};
  const put = (path: string | undefined, value: unknown): void => {
    if (path !== undefined) kept = setAt(kept, path, value) as Values;
  };
  for (const [field, value] of Object.entries(values)) {
    if (!(value instanceof StoredFile)) {
      kept = { ...kept, [field]: value };
      continue;
    }
    const { url, name, type, size } = value;
    if (!places) kept = { ...kept, [field]: { url, name, type, size } };
    put(places?.url, url);
    put(places?.name, name);
    put(places?.type, type);
  }
  return kept;
};
