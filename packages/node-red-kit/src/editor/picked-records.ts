import type { Choice } from '@patchbay/core';
import type { TypedValue } from '../config.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Identifiers that a value lists, as it may be written: with commas between them, or as JSON. */
export const listedIn = ({ type, value }: TypedValue): string[] => {
  const list = type === 'json' || value.trimStart().startsWith('[') ? parsed(value) : undefined;
  if (Array.isArray(list)) return list.map(String);
  if (type !== 'str') return [];
  return value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
};

/**
 * Titles of the records that were picked for a field: identifiers say nothing to a person.
 * @param several whether the field takes a list
 */
export const pickedRecords = (given: TypedValue, several: boolean) => {
  const titles = new Map(Object.entries(given.titles ?? {}));
  if (given.title !== undefined) titles.set(given.value, given.title);
  const isFixed = ({ type }: TypedValue): boolean => type === 'str' || (several && type === 'json');
  return {
    /** The value with the titles of what it holds. */
    withTitles(value: TypedValue): TypedValue {
      if (!isFixed(value)) return value;
      if (!several) {
        const title = titles.get(value.value);
        return title === undefined ? value : { ...value, title };
      }
      const known = listedIn(value).flatMap((id) => (titles.has(id) ? [[id, titles.get(id) as string]] : []));
      return known.length > 0 ? { ...value, titles: Object.fromEntries(known) as Record<string, string> } : value;
    },
    /** The text that the field holds once this record is picked too. */
    add(value: TypedValue, { id, title }: Choice): string {
      titles.set(id, title);
      return several ? [...new Set([...listedIn(value), id])].join(', ') : id;
    },
    /** The text without what was picked. */
    forget(value: TypedValue): string {
      const left = several
        ? listedIn(value)
            .filter((id) => !titles.has(id))
            .join(', ')
        : '';
      titles.clear();
      return left;
    },
  };
};

/** What stands below a value: the titles of what was picked, in its order. */
export const titlesOf = (value: TypedValue): string => {
  const { title, titles } = value;
  return (
    title ??
    (titles
      ? listedIn(value)
          .map((id) => titles[id] ?? id)
          .join(', ')
      : '')
  );
};
