import type { Fields } from '@patchbay/core';
import { entriesGroup, jsonOf } from '../properties/entries.ts';
import { brought } from './read-value.ts';

const isGivenList = (value: unknown): boolean =>
  value !== undefined && value !== null && (typeof value !== 'string' || !/^\s*(\[\s*\]\s*)?$/.test(value));

/**
 * Entries of a list one by one, of which an empty widget is no value; the whole list as JSON where it is given so.
 * @param shown the form shows it always: without an entry it was not given. What a user added may well be an empty list
 */
export const readEntries = (
  name: string,
  fields: Fields,
  read: (name: string) => unknown,
  timeZone: string,
  shown: boolean,
): unknown => {
  const whole = read(jsonOf(name));
  if (isGivenList(whole)) return whole;
  const value = read(name);
  if (typeof value !== 'object' || value === null) return undefined;
  const group = (value as Readonly<Record<string, unknown>>)[entriesGroup];
  if (group === undefined && shown) return undefined;
  return [group ?? []].flat().map((entry) =>
    Object.fromEntries(
      Object.entries(entry as object).flatMap(([key, given]) => {
        const field = fields[key];
        if (given === '' && !field?.required) return [];
        return [[key, field ? brought({ ...field, nullable: false }, given, timeZone) : given]];
      }),
    ),
  );
};
