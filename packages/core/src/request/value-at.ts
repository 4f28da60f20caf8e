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
