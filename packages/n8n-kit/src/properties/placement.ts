import { type Input, lookupDependencies, lookupOf, type Operation } from '@patchbay/core';
import type { Place } from './share.ts';

/** Where in the form an input that is not required stands: what becomes part of a record, and what steers the call. */
export type Collection = 'fields' | 'options';

/** Names that the form's own parameters have. */
const reserved = new Set(['resource', 'operation', 'returnAll', 'limit', 'simplify', 'fields', 'options']);

/** The parameter that holds a required input: its wire name, unless the form needs that name itself. */
export const parameterOf = ({ name }: Input): string => (reserved.has(name) ? `${name}_value` : name);

/** The collection that an input stands in; a required one stands for itself. */
export const collectionOf = ({ required, place }: Input): Collection | undefined => {
  if (required) return undefined;
  return place === 'query' ? 'options' : 'fields';
};

/** n8n's names for operations: a `list` is "Get Many", with the value `getAll`. */
export const operationValueOf = (name: string): string => (name === 'list' ? 'getAll' : name);

/** The definition's name for an operation's value. */
export const operationNameOf = (value: string): string => (value === 'getAll' ? 'list' : value);

/** How the form's conditions name an operation. */
export const placeOf = ({ resource, name }: Operation): Place => ({
  resource: resource.name,
  operation: operationValueOf(name),
});

/** Name of the list search for a resource's records. */
export const searchMethodOf = (resource: string): string =>
  `search${resource.charAt(0).toUpperCase()}${resource.slice(1)}`;

/** Whether a reference can be chosen from a list: there is one, and the form holds whatever that list needs. */
export const isChosenFromList = (operation: Operation, { field }: Input): boolean => {
  if (field.kind !== 'ref' || field.to === undefined) return false;
  const list = lookupOf(operation.vendor, field.to);
  const names = new Set(operation.inputs.map(({ name }) => name));
  return list !== undefined && lookupDependencies(list).every((name) => names.has(name));
};
