import { mark } from '../src/definition/unpacked.ts';

/** Below it, a mark in place of an object saves nothing. */
const least = 12;

const isPlain = (value: object): boolean =>
  (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) &&
  Object.getOwnPropertySymbols(value).length === 0;

const isData = (value: unknown): boolean =>
  typeof value === 'string'
    ? !value.startsWith(mark)
    : value === null || typeof value === 'boolean' || Number.isFinite(value);

const assertData = (value: unknown, place: string): void => {
  if (typeof value === 'object' && value !== null && isPlain(value))
    for (const [name, entry] of Object.entries(value)) assertData(entry, `${place}.${name}`);
  else if (!isData(value))
    throw new TypeError(
      `${place} cannot be packed: a definition holds texts (none that begins with ${mark}), numbers, flags, lists and plain objects`,
    );
};

/**
 * A definition as JSON, in which an object that equals an earlier one is a mark with the number of that, counted in the order
 * in which they begin. `unpacked` makes it whole again many times faster than the engine compiles a definition as code.
 * @throws TypeError when there is something in it that JSON would lose, with its place
 */
export const packed = (definition: object): string => {
  assertData(definition, 'definition');
  const numbers = new Map<string, string>();
  let count = 0;
  const written = (value: unknown): string => {
    const key = JSON.stringify(value);
    if (typeof value !== 'object' || value === null) return key;
    const known = numbers.get(key);
    if (known !== undefined && key.length >= least) return JSON.stringify(`${mark}${known}`);
    numbers.set(key, (count++).toString(36));
    return Array.isArray(value)
      ? `[${value.map(written)}]`
      : `{${Object.entries(value).map(([name, entry]) => `${JSON.stringify(name)}:${written(entry)}`)}}`;
  };
  return written(definition);
};
