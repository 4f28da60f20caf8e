import type { Input, Operation } from '@patchbay/core';
import type { INodeProperties } from 'n8n-workflow';
import { inputProperty, sortedBy } from './input-property.ts';
import { type Collection, collectionOf, placeOf } from './placement.ts';
import { type Shown, share } from './share.ts';

const titles: Readonly<Record<Collection, readonly [displayName: string, placeholder: string]>> = {
  fields: ['Fields', 'Add Field'],
  options: ['Options', 'Add Option'],
};

const inputsIn = (name: Collection, { inputs }: Operation): Input[] =>
  inputs.filter((input) => !input.field.deprecated && collectionOf(input) === name);

/** One collection for these operations, which shows each of them its own inputs. */
const collectionFor = (name: Collection, operations: readonly Operation[]): Shown[] => {
  const offered = (operation: Operation): Shown[] =>
    inputsIn(name, operation).map((input) => ({
      ...placeOf(operation),
      property: inputProperty(operation, input, input.name),
    }));
  const using = operations.filter((operation) => inputsIn(name, operation).length > 0);
  const options = share(using.flatMap(offered), using.map(placeOf), '/');
  const [displayName, placeholder] = titles[name];
  const property: INodeProperties = {
    displayName,
    name,
    type: 'collection',
    placeholder,
    default: {},
    options: sortedBy(options, (option) => option.displayName),
  };
  return using.map((operation) => ({ ...placeOf(operation), property }));
};

const together = (operations: readonly Operation[], keyOf: (operation: Operation) => string): Operation[][] => {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations)
    groups.set(keyOf(operation), [...(groups.get(keyOf(operation)) ?? []), operation]);
  return [...groups.values()];
};

/**
 * The collections of a form. Creating and updating a record share their fields, every other operation has its own. Options
 * travel in the query and are much alike: operations that the same resources have share them.
 */
export const collections = (all: readonly Operation[]): Shown[] => {
  const isWrite = ({ name }: Operation): boolean => name === 'create' || name === 'update';
  const fields = together(all, (operation) => (isWrite(operation) ? operation.resource.name : operation.key));
  const withOptions = all.filter((operation) => inputsIn('options', operation).length > 0);
  const resourcesOf = ({ name }: Operation): string => {
    const having = (operations: readonly Operation[]) =>
      operations.filter((operation) => operation.name === name).map(({ resource }) => resource.name);
    return having(withOptions).length === having(all).length ? 'all that have it' : having(withOptions).join();
  };
  return [
    ...fields.flatMap((operations) => collectionFor('fields', operations)),
    ...together(withOptions, resourcesOf).flatMap((operations) => collectionFor('options', operations)),
  ];
};
