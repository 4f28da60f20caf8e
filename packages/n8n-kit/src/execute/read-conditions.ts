import { conditionsGroup, groupsGroup, keysGroup, matchOf, textOf } from '../properties/conditions-builder.ts';

type Given = Readonly<Record<string, unknown>>;

const isGiven = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesIn = (value: unknown, group: string): readonly Given[] =>
  isGiven(value) ? [value[group] ?? []].flat().filter(isGiven) : [];

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** Gives what stands in the form under a name. */
type Read = (name: string) => unknown;

const matching = (match: unknown, entries: readonly Given[]): Given =>
  match === 'any' ? { any: entries } : { all: entries };

const conditionsIn = (value: unknown): Given[] =>
  entriesIn(value, conditionsGroup).map(({ field, operator, value: its, not }) => ({
    field,
    operator,
    value: its ?? '',
    ...(not === true && { not }),
  }));

const groupsIn = (value: unknown): Given[] =>
  entriesIn(value, groupsGroup).map(({ conditions, match, not }) => ({
    ...matching(match, conditionsIn(conditions)),
    ...(not === true && { not }),
  }));

/**
 * The value of a `filter` input: the text in the vendor's words where there is one, else the conditions and groups of the
 * form.
 */
export const readFilter = (name: string, read: Read): unknown => {
  const text = textIn(read(textOf(name)));
  if (text !== undefined) return text;
  const form = read(name);
  const entries = [...conditionsIn(form), ...groupsIn(form)];
  return entries.length > 0 ? matching(read(matchOf(name)), entries) : undefined;
};

/** The value of a `sort` input: the text in the vendor's words where there is one, else the fields with their directions. */
export const readSort = (name: string, read: Read): unknown => {
  const text = textIn(read(textOf(name)));
  if (text !== undefined) return text;
  const keys = entriesIn(read(name), keysGroup);
  return keys.length > 0 ? keys.map(({ field, direction }) => ({ field, direction: direction ?? 'asc' })) : undefined;
};
