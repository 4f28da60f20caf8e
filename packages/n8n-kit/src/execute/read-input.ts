import { coerce, type Field, type Input, type InputValues, type Operation } from '@patchbay/core';
import type { IExecuteFunctions } from 'n8n-workflow';
import { collectionOf, parameterOf } from '../properties/placement.ts';
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

const brought = (field: Field, given: unknown, timeZone: string): unknown => {
  const value = plain(chosenIn(given));
  // A form has no other way to say "nothing" than an empty widget.
  if (value === '' && field.nullable) return null;
  if (field.kind === 'dateTime' && typeof value === 'string') return coerce(field, instantIn(value, timeZone));
  return coerce(field, value);
};

/**
 * An operation's input for one item: required inputs from their parameters, the others from their collections as far as the
 * user added them, each brought to the kind of its field. 0, false and '' are values.
 */
export const readInput = (context: IExecuteFunctions, operation: Operation, item: number): InputValues => {
  const collection = (name: string) => context.getNodeParameter(name, item, {}) as Readonly<Record<string, unknown>>;
  const given = { fields: collection('fields'), options: collection('options') };
  const read = (input: Input): unknown => {
    const name = collectionOf(input);
    return name ? given[name][input.name] : context.getNodeParameter(parameterOf(input), item, undefined);
  };
  const timeZone = context.getTimezone();
  return Object.fromEntries(
    operation.inputs.flatMap((input) => {
      const value = read(input);
      return value === undefined ? [] : [[input.name, brought(input.field, value, timeZone)]];
    }),
  );
};
