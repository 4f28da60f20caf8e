import { customCall, type Operation, operationsOf, type Vendor } from '@patchbay/core';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { authenticationProperty } from '../credential/authentication.ts';
import { isSimplified } from '../execute/simplify.ts';
import { collections } from './collections.ts';
import { conditionsAmong, type FindConditions } from './conditions.ts';
import { isLimited, limit, outputField, returnAll, simplify } from './fixed-properties.ts';
import { inOrder } from './in-order.ts';
import { inputProperties } from './input-property.ts';
import { operationOptions } from './operation-option.ts';
import { collectionOf, isChoosing, operationValueOf, parameterOf, placeOf, type Tier, tierOf } from './placement.ts';
import { keyOf, type Shown, share } from './share.ts';
import { sortedOptions } from './widget.ts';

/** Which of a vendor's operations a node offers. */
export interface NodeScope {
  /** @default 1 */
  readonly tier?: Tier;
}

const listProperties = (all: readonly Operation[], conditionsFor: FindConditions): INodeProperties[] => {
  const shared = (property: INodeProperties, has: (operation: Operation) => boolean): INodeProperties[] =>
    share(
      all.filter(has).map((operation) => ({ ...placeOf(operation), property })),
      conditionsFor,
    );
  return [
    ...shared(returnAll, isLimited),
    ...shared(limit, isLimited).map((property) => ({
      ...property,
      displayOptions: { show: { ...property.displayOptions?.show, returnAll: [false] } },
    })),
    ...shared(outputField, ({ definition }) => definition.returns === 'file'),
    ...shared(simplify, isSimplified),
  ];
};

/** What stands for itself in the form of an operation: what others are chosen by, then what must be given. */
const singlesOf = (operation: Operation): Shown[] => {
  const single = operation.inputs.filter(
    (input) => collectionOf(operation, input) === undefined && (input.required || !input.field.deprecated),
  );
  const first = single.filter((input) => isChoosing(operation, input));
  return [...first, ...single.filter((input) => !first.includes(input))]
    .flatMap((input) => inputProperties(operation, input, parameterOf(input)))
    .map((property): Shown => ({ ...placeOf(operation), property }));
};

const singleProperties = (all: readonly Operation[], conditionsFor: FindConditions): INodeProperties[] =>
  share(
    inOrder(all.map(singlesOf), ({ property }) => keyOf(property)),
    conditionsFor,
  );

const operationSelect = (operations: readonly Operation[]): INodeProperties => {
  const names = operations.map(({ name }) => name);
  const first = ['list', 'get'].find((name) => names.includes(name)) ?? (names[0] as string);
  return {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: [operations[0]?.resource.name as string] } },
    options: operationOptions(operations),
    default: operationValueOf(first),
  };
};

/** The operations that a form is for: those of a tier, and behind them any other call. */
export const operationsFor = (vendor: Vendor, tier: Tier): Operation[] => [
  ...[...operationsOf(vendor).values()].filter((operation) => tierOf(operation) === tier),
  customCall(vendor),
];

const made = (vendor: Vendor, tier: Tier): INodeProperties[] => {
  const all = operationsFor(vendor, tier);
  const custom = customCall(vendor);
  const defined = all.filter((operation) => operation !== custom);
  const conditionsFor = conditionsAmong(all.map(placeOf));
  const used = [...new Set(defined.map(({ resource }) => resource))];
  const option = ({ label, name }: Operation['resource']): INodePropertyOptions => ({ name: label, value: name });
  const resources = sortedOptions(used.map(option));
  return [
    authenticationProperty(vendor),
    {
      displayName: 'Resource',
      name: 'resource',
      type: 'options',
      noDataExpression: true,
      // Last: where n8n would add an entry of that name, which sends the user to another node.
      options: [...resources, option(custom.resource)],
      default: resources[0]?.value ?? custom.resource.name,
    },
    ...used.map((resource) => operationSelect(all.filter((operation) => operation.resource === resource))),
    operationSelect([custom]),
    ...singleProperties(all, conditionsFor),
    ...listProperties(all, conditionsFor),
    ...collections(all, conditionsFor),
  ];
};

const known = new WeakMap<Vendor, Map<Tier, INodeProperties[]>>();

/**
 * The form of a vendor's node: resource and operation, required inputs one by one, the others in collections, and any other
 * call of the API behind all resources. All of it follows from the definition; resources without operations are left out.
 * Made when it is asked for the first time, and kept.
 */
export const nodeProperties = (vendor: Vendor, { tier = 1 }: NodeScope = {}): INodeProperties[] => {
  const tiers = known.get(vendor) ?? new Map<Tier, INodeProperties[]>();
  known.set(vendor, tiers);
  const properties = tiers.get(tier) ?? made(vendor, tier);
  tiers.set(tier, properties);
  return properties;
};
