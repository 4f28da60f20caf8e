import { type Operation, operationsOf, type Vendor } from '@patchbay/core';
import type { INodeProperties } from 'n8n-workflow';
import { isSimplified } from '../execute/simplify.ts';
import { collections } from './collections.ts';
import { inputProperty, sortedOptions } from './input-property.ts';
import { operationOptionOf } from './operation-option.ts';
import { operationValueOf, parameterOf, placeOf } from './placement.ts';
import { type Shown, share } from './share.ts';

const returnAll: INodeProperties = {
  displayName: 'Return All',
  name: 'returnAll',
  type: 'boolean',
  default: false,
  description: 'Whether to return all results or only up to a given limit',
};

const limit: INodeProperties = {
  displayName: 'Limit',
  name: 'limit',
  type: 'number',
  typeOptions: { minValue: 1 },
  default: 50,
  description: 'Max number of results to return',
};

const simplify: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
};

const shown = (operation: Operation, property: INodeProperties): Shown => ({ ...placeOf(operation), property });

const listProperties = (all: readonly Operation[]): INodeProperties[] => {
  const places = all.map(placeOf);
  const lists = all.filter(({ definition }) => definition.returns === 'many');
  return [
    ...share(
      lists.map((operation) => shown(operation, returnAll)),
      places,
    ),
    ...share(
      lists.map((operation) => shown(operation, limit)),
      places,
    ).map((property) => ({
      ...property,
      displayOptions: { show: { ...property.displayOptions?.show, returnAll: [false] } },
    })),
    ...share(
      all.filter(isSimplified).map((operation) => shown(operation, simplify)),
      places,
    ),
  ];
};

/** Position by position, so that every operation shows its inputs in the order of its definition. */
const requiredProperties = (all: readonly Operation[]): INodeProperties[] => {
  const rows = all.map((operation) =>
    operation.inputs
      .filter((input) => input.required)
      .map((input) => shown(operation, inputProperty(operation, input, parameterOf(input)))),
  );
  const positions = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: positions }, (_, at) => rows.flatMap((row) => row[at] ?? [])).flatMap((same) =>
    share(same, all.map(placeOf)),
  );
};

const operationSelect = (operations: readonly Operation[]): INodeProperties => {
  const names = operations.map(({ name }) => name);
  const first = ['list', 'get'].find((name) => names.includes(name)) ?? (names[0] as string);
  return {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: [operations[0]?.resource.name as string] } },
    options: sortedOptions(operations.map(operationOptionOf)),
    default: operationValueOf(first),
  };
};

/**
 * The form of a vendor's node: resource and operation, required inputs one by one, the others in collections. All of it
 * follows from the definition; resources without operations are left out.
 */
export const nodeProperties = (vendor: Vendor): INodeProperties[] => {
  const all = [...operationsOf(vendor).values()];
  const places = all.map(placeOf);
  const used = Object.values(vendor.resources).filter(({ operations }) => Object.keys(operations).length > 0);
  const resources = sortedOptions(used.map(({ label, name }) => ({ name: label, value: name })));
  return [
    {
      displayName: 'Resource',
      name: 'resource',
      type: 'options',
      noDataExpression: true,
      options: resources,
      default: resources[0]?.value ?? '',
    },
    ...used.map((resource) => operationSelect(all.filter((operation) => operation.resource === resource))),
    ...requiredProperties(all),
    ...listProperties(all),
    ...share(collections(all), places),
  ];
};
