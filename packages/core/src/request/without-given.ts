import type { Field } from '../define/field.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const known = new WeakMap<Field, boolean>();

const holdsGiven = (field: Field): boolean => {
  const before = known.get(field);
  if (before !== undefined) return before;
  const inner = Object.values(field.fields ?? {});
  const holds = field.item ? holdsGiven(field.item) : inner.some((each) => each.readOnly || holdsGiven(each));
  known.set(field, holds);
  return holds;
};

/**
 * A value without what only the vendor gives, such as the instants of a nested record: lists can be sent back as they were
 * read. The value itself where there is nothing of the kind in it.
 */
export const withoutGiven = (field: Field, value: unknown): unknown => {
  if (!holdsGiven(field)) return value;
  const { item, fields } = field;
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
