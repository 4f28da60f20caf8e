import {
  customCall,
  date,
  type Field,
  type Fields,
  filter,
  flag,
  type Input,
  json,
  list,
  number,
  type Operation,
  type OperationDefinition,
  object,
  operationsOf,
  ref,
  sort,
  text,
  type Vendor,
  vendors,
} from '@patchbay/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { made, resource, vendorOf } from '../../test/made-vendor.ts';
import { namesShownFor } from '../../test/shown.ts';
import { entryFieldsOf } from './entry-fields.ts';
import { hasSecretAnswer, isCounted } from './fixed-properties.ts';
import { nodeProperties } from './node-properties.ts';
import { collectionOf, operationValueOf, parameterOf, type Tier, tierOf } from './placement.ts';

const own = new Set(['resource', 'operation', 'returnAll', 'limit', 'simplify', 'outputField']);

const namesOf = ({ vendor }: Operation, input: Input): string[] => {
  const name = parameterOf(input);
  if (input.field.kind === 'filter') return vendor.filter ? [name, `${name}_match`, `${name}_text`] : [`${name}_text`];
  if (input.field.kind === 'sort') return vendor.sort ? [name, `${name}_text`] : [`${name}_text`];
  return entryFieldsOf(input.field) ? [name, `${name}_json`] : [name];
};

const expectedFor = (operation: Operation): string[] => [
  ...operation.inputs
    .filter((input) => input.required || !input.field.deprecated)
    .flatMap((input) => {
      const collection = collectionOf(operation, input);
      return namesOf(operation, input).map((name) => (collection ? `${collection}.${name}` : name));
    }),
  ...(isCounted(operation) ? ['options.offset'] : []),
  ...(hasSecretAnswer(operation) ? ['options.keepSecretFields'] : []),
];

const checkForm = (vendor: Vendor, tier: Tier): void => {
  const properties = nodeProperties(vendor, { tier });
  const offered = [...operationsOf(vendor).values()].filter((operation) => tierOf(operation) === tier);
  for (const operation of [...offered, customCall(vendor)]) {
    const shown = namesShownFor(properties, operation.resource.name, operationValueOf(operation.name));
    const inputs = shown.filter((name) => !own.has(name));
    expect(inputs.toSorted(), operation.key).toEqual(expectedFor(operation).toSorted());
    expect(new Set(shown).size, `${operation.key} shows something twice`).toBe(shown.length);
  }
};

test.each(vendors.flatMap((vendor) => ([1, 2] as const).map((tier) => [vendor.label, tier, vendor] as const)))(
  '%s, tier %d: each operation shows exactly its own inputs, none twice',
  (_, tier, vendor) => checkForm(vendor, tier),
);

const field = fc.oneof(
  fc.constantFrom<Field[]>(
    text('A text'),
    text('Another text'),
    number('A number'),
    flag('Do it'),
    date('A day', { nullable: true }),
    ref('alpha', 'An alpha'),
    json('Anything'),
    text('A word', { required: true }),
    text('Old', { deprecated: true }),
    text('A token', { secret: true }),
    list(object({ name: text('Name') }, 'A step'), 'Steps'),
  ),
);
const fields = fc.dictionary(fc.constantFrom('one', 'two', 'three', 'limit', 'fields', 'four'), field, { maxKeys: 5 });
const filters = fc.constantFrom<Fields[]>({}, { filter: filter('Conditions'), sort: sort('Order') });

const operation = fc.record({
  query: fields,
  body: fields,
  choosing: fields,
  filters,
  returns: fc.constantFrom('one', 'many', 'nothing', 'file'),
});

const distinct = (fields: Fields, ...taken: readonly Fields[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => taken.every((other) => !Object.hasOwn(other, name))));

const operations = fc.dictionary(fc.constantFrom('list', 'get', 'create', 'update', 'send'), operation, { minKeys: 1 });

const madeVendor = fc
  .record({
    names: fc.subarray(['alpha', 'beta', 'gamma', 'delta'], { minLength: 1 }),
    each: fc.array(fc.record({ fields, operations }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ names, each }) =>
    vendorOf(
      names.map((name, index) => {
        const { fields: own, operations: all } = each[index] as (typeof each)[number];
        return resource(
          name,
          Object.fromEntries(
            Object.entries(all).map(
              ([key, { query, body, choosing, filters: more, returns }]): [string, OperationDefinition] => [
                key,
                {
                  ...made,
                  route: `${key === 'get' || key === 'list' ? 'GET' : 'POST'} /${name}`,
                  summary: `${key} it`,
                  query: { ...distinct(query, body), ...more },
                  body: { fields: body },
                  choosing: distinct(choosing, query, body),
                  returns: returns as OperationDefinition['returns'],
                },
              ],
            ),
          ),
          own,
        );
      }),
    ),
  );

test('whatever a vendor has: each operation shows exactly its own inputs, none twice', () => {
  fc.assert(
    fc.property(madeVendor, (vendor) => checkForm(vendor, 1)),
    { seed: 2026, numRuns: 150 },
  );
});
