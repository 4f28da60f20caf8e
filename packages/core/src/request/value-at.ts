import type { Paths } from '../define/pagination.ts';

/** The value at a dotted path of parsed JSON; the value itself for an empty path, `undefined` where the path ends early. */
export const valueAt = (value: unknown, path: string): unknown => {
  if (path === '') return value;
  let current = value;
  for (const name of path.split('.')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, name)) return undefined;
    current = (current as Record<string, unknown>)[name];
  }
  return current;
};

/** The first path at which something fits, with what stands there. */
export const firstAt = <Found>(
  value: unknown,
  paths: Paths,
  fits: (found: unknown) => found is Found,
): Found | undefined => {
  for (const path of typeof paths === 'string' ? [paths] : paths) {
    const found = valueAt(value, path);
    if (fits(found)) return found;
  }
  return undefined;
};
