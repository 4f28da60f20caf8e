import type { Fields } from '@patchbay/core';
import { entriesGroup, jsonOf } from '../properties/entries.ts';
import { brought } from './read-value.ts';

const isGivenList = (value: unknown): boolean =>
  value !== undefined && value !== null && (typeof value !== 'string' || !/^\s*(\[\s*\]\s*)?$/.test(value));

/** Entries of a list one by one, of which an empty widget is no value; the whole list as JSON where it is given so. */
export const readEntries = (
  name: string,
  fields: Fields,
  read: (name: string) => unknown,
  timeZone: string,
): unknown => {
  const whole = read(jsonOf(name));
  if (isGivenList(whole)) return whole;
  const value = read(name);
  if (typeof value !== 'object' || value === null) return undefined;
  const group = (value as Readonly<Record<string, unknown>>)[entriesGroup];
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
