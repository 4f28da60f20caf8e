import type { Field } from '@patchbay/core';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A value of a request without what only the vendor gives: callers may send nested records back as they read them, and what
 * they say of instants and the like counts for nothing.
 */
export const withoutGiven = ({ item, fields }: Field, value: unknown): unknown => {
  if (item && Array.isArray(value)) return value.map((entry) => withoutGiven(item, entry));
  if (!fields || !isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]) => {
      const inner = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (inner?.readOnly) return [];
      return [[name, inner ? withoutGiven(inner, entry) : entry]];
    }),
  );
};
