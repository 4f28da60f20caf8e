import { coerce, type Field } from '@patchbay/core';
import { instantIn } from './zoned.ts';

/** The value behind a resource locator; any other value is itself. */
export const chosenIn = (parameter: unknown): unknown =>
  typeof parameter === 'object' && parameter !== null && '__rl' in parameter && 'value' in parameter
    ? parameter.value
    : parameter;

/** Expressions such as `{{ $now }}` give an object of luxon, which is no part of JSON. */
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'toISO' in value && typeof value.toISO === 'function'
    ? value.toISO()
    : value;

/** A form's value in the kind of its field. */
export const brought = (field: Field, given: unknown, timeZone: string): unknown => {
  const value = plain(chosenIn(given));
  // A form has no other way to say "nothing" than an empty widget.
  if (value === '' && field.nullable) return null;
  if (field.kind === 'dateTime' && typeof value === 'string') return coerce(field, instantIn(value, timeZone));
  return coerce(field, value);
};
