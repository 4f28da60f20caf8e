import { operationsOf, vendors } from '@patchbay/core';
import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { nodeProperties } from './node-properties.ts';
import { tierOf } from './placement.ts';

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const within = ({ type, options }: INodeProperties): readonly INodeProperties[] => {
  if (type === 'collection') return options as INodeProperties[];
  return type === 'fixedCollection' ? (options as INodePropertyCollection[]).flatMap(({ values }) => values) : [];
};

const countOf = (properties: readonly INodeProperties[]): number =>
  properties.reduce((sum, property) => sum + 1 + countOf(within(property)), 0);

const nodes = vendors.flatMap((vendor) =>
  ([1, 2] as const).map((tier) => ({ name: `${vendor.label}, tier ${tier}`, vendor, tier })),
);
const offered = nodes.filter(({ vendor, tier }) =>
  [...operationsOf(vendor).values()].some((operation) => tierOf(operation) === tier),
);

test.each(offered)('$name: the form costs at most 300 bytes a property and 222 KB in all', ({ vendor, tier }) => {
  const properties = nodeProperties(vendor, { tier });
  expect(bytes(properties) / countOf(properties)).toBeLessThanOrEqual(300);
  expect(bytes(properties)).toBeLessThanOrEqual(222_000);
});
