import { coerce, type Input, type InputValues, type Operation } from '@patchbay/core';
import type { IExecuteFunctions } from 'n8n-workflow';
import { entryFieldsOf } from '../properties/entry-fields.ts';
import { collectionOf, parameterOf } from '../properties/placement.ts';
import { widgetOf } from '../properties/widget.ts';
import { readFilter, readSort } from './read-conditions.ts';
import { readEntries } from './read-entries.ts';
import { readFile } from './read-file.ts';
import { brought, chosenIn } from './read-value.ts';

/** What the form shows always, as it stands before anybody wrote into it: there is no other way to leave it out. */
const isUntouched = ({ required, field }: Input, value: unknown): boolean => {
  if (!required) return false;
  const { type, default: empty } = widgetOf(field);
  return type === 'json' && value === empty;
};

const namesIn = (value: unknown): unknown[] =>
  typeof value === 'string' ? value.split(',').map((name) => name.trim()) : [value].flat();

/**
 * An operation's input for one item: what stands for itself from its parameter, the rest from the collections as far as the
 * user added it, each brought to the kind of its field. 0, false and '' are values.
 * @throws InputError when a file is named that the item does not have
 */
export const readInput = async (
  context: IExecuteFunctions,
  operation: Operation,
  item: number,
): Promise<InputValues> => {
  const collection = (name: string) =>
    (context.getNodeParameter(name, item, {}) ?? {}) as Readonly<Record<string, unknown>>;
  const collections = { fields: collection('fields'), options: collection('options') };
  const timeZone = context.getTimezone();
  const readFrom = (input: Input) => {
    const place = collectionOf(operation, input);
    return (name: string): unknown =>
      place ? collections[place][name] : context.getNodeParameter(name, item, undefined);
  };
  const inputValue = async (input: Input): Promise<unknown> => {
    const { field } = input;
    const name = parameterOf(input);
    const read = readFrom(input);
    if (field.kind === 'filter') return coerce(field, readFilter(name, read));
    if (field.kind === 'sort') return coerce(field, readSort(name, read));
    const entries = entryFieldsOf(field);
    if (entries) return coerce(field, readEntries(name, entries, read, timeZone, input.required));
    const value = read(name);
    if (value === undefined || isUntouched(input, value)) return undefined;
    if (field.kind === 'file') return await readFile(context, item, value, input.name);
    if (field.kind === 'list' && field.item?.kind === 'file')
      return await Promise.all(namesIn(value).map((each) => readFile(context, item, each, input.name)));
    // What stands there without being required, and was not chosen, is nothing.
    const always = input.place === 'local' || collectionOf(operation, input) === undefined;
    if (!input.required && always && chosenIn(value) === '') return undefined;
    return brought(field, value, timeZone);
  };
  const values: [string, unknown][] = [];
  for (const input of operation.inputs) {
    const value = await inputValue(input);
    if (value !== undefined) values.push([input.name, value]);
  }
  return Object.fromEntries(values);
};
