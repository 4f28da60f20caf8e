import {
  defineResource,
  type Fields,
  type OperationDefinition,
  type Resource,
  type Vendor,
  vplan,
} from '@patchbay/core';

/** What every operation of a made-up vendor says of itself. */
export const made = { evidence: 'documented', source: 'made up' } as const;

/** A resource of a made-up vendor. */
export const resource = (
  name: string,
  operations: Readonly<Record<string, OperationDefinition>>,
  fields: Fields = {},
  more: Partial<Resource> = {},
): Resource =>
  defineResource({
    ...more,
    name,
    label: name.charAt(0).toUpperCase() + name.slice(1),
    description: 'Something',
    fields,
    operations: operations as never,
  });

/** A vendor with these resources; how it pages, filters and authenticates is borrowed from a real one. */
export const vendorOf = (resources: readonly Resource[], more: Partial<Vendor> = {}): Vendor => ({
  ...vplan,
  filter: {
    operators: { eq: 'is', contains: 'contains' },
    template: '{not}{field}:{operator}:{value}',
    not: 'not:',
    all: ' and ',
    any: ' or ',
    quote: "'",
    group: ['(', ')'],
  },
  sort: { template: '{field}:{direction}', separator: ',' },
  lookups: {},
  ...more,
  resources: Object.fromEntries(resources.map((each) => [each.name, each])),
});
