/** Values of a record. */
export type Values = Readonly<Record<string, unknown>>;

/** The texts of a list; none for anything else. */
export const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** A list with further entries, none of them twice. */
export const withEntries = (list: unknown, added: unknown): string[] => [
  ...new Set([...textsIn(list), ...textsIn(added)]),
];

/** A list without some entries. */
export const withoutEntries = (list: unknown, removed: unknown): string[] => {
  const gone = new Set(textsIn(removed));
  return textsIn(list).filter((one) => !gone.has(one));
};

/** Only the given names of a record, in their order; those that it does not have are left out. */
export const part = (row: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));

/** Values under other names; those that are not given stay away. */
export const renamed = (values: Values, names: Readonly<Record<string, string>>): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [names[name] ?? name, value]));

/** A flag that travels as text. */
export const flagIn = (value: unknown): boolean => String(value) === 'true';
