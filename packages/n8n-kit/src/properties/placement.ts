import {
  backgroundNames,
  type Input,
  lookupDependencies,
  lookupInstead,
  lookupOf,
  type Operation,
  type Vendor,
} from '@patchbay/core';
import type { Place } from './conditions.ts';

/** Where in the form an input that is not required stands: what becomes part of a record, and what steers the call. */
export type Collection = 'fields' | 'options';

/** Names of the form's own parameters. */
export const ownParameters: ReadonlySet<string> = new Set([
  'authentication',
  'resource',
  'operation',
  'returnAll',
  'limit',
  'offset',
  'simplify',
  'fields',
  'options',
  'outputField',
  'keepSecretFields',
]);

/** The parameter that holds an input: its name, unless the form needs that name itself. */
export const parameterOf = ({ name }: Pick<Input, 'name'>): string =>
  ownParameters.has(name) ? `${name}_value` : name;

/** Whether an input only narrows the pick lists of others. It stands in front of them. */
export const isChoosing = ({ definition }: Operation, { name, place }: Input): boolean =>
  place === 'local' && definition.choosing !== undefined && Object.hasOwn(definition.choosing, name);

const isWaiting = ({ definition: { background } }: Operation, { name }: Input): boolean => {
  const names = background && backgroundNames(background);
  return names !== undefined && (name === names.wait || name === names.seconds);
};

/** Whether an input is what the vendor requires but can be found otherwise, or what that is found by. */
const isFound = ({ inputs }: Operation, { name, place, field }: Input): boolean =>
  (field.required === true && field.otherwise !== undefined) ||
  (place === 'local' && inputs.some((other) => other.field.otherwise?.instead?.name === name));

/**
 * The collection that an input stands in; what is required, and what others are chosen by, stands for itself. A value that
 * is never sent stands beside those that it is given instead of.
 */
export const collectionOf = (operation: Operation, input: Input): Collection | undefined => {
  if (input.required || isFound(operation, input) || isChoosing(operation, input)) return undefined;
  if (input.place !== 'local') return input.place === 'query' ? 'options' : 'fields';
  const writes = operation.inputs.some(({ place }) => place === 'body' || place === 'outside');
  return writes && !isWaiting(operation, input) ? 'fields' : 'options';
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

/** For everyone, or for the vendor's partners. */
export type Tier = 1 | 2;

/** Whom an operation is for. */
export const tierOf = ({ definition }: Operation): Tier => definition.tier ?? 1;

/** Name of the list search for a resource's records. */
export const searchMethodOf = (resource: string): string =>
  `search${resource.charAt(0).toUpperCase()}${resource.slice(1)}`;

/**
 * The list that records of a resource are chosen from, where there is one that users of this tier may call and the form holds
 * whatever that list needs.
 */
export const pickListOf = (
  vendor: Vendor,
  resource: string | undefined,
  names: ReadonlySet<string>,
  tier: Tier,
): Operation | undefined => {
  const list = resource === undefined ? undefined : lookupOf(vendor, resource);
  if (!list || tierOf(list) > tier) return undefined;
  const isHeld = (name: string): boolean => {
    const instead = lookupInstead(list, name);
    return names.has(name) || (instead.length > 0 && instead.every((other) => names.has(other)));
  };
  return lookupDependencies(list).every(isHeld) ? list : undefined;
};
