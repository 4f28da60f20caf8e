import { hasSecrets, operationsOf, type Vendor, vendors } from '@patchbay/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halves } from '../build/halves.ts';
import { packed } from '../build/packed.ts';
import { runTimeDefinition } from '../build/run-time-definition.ts';
import { vendorIn } from '../src/definition/built-vendor.ts';
import { unpacked } from '../src/definition/unpacked.ts';
import { isSimplified, simplifiedFields } from '../src/execute/simplify.ts';
import { credentialTest, listSearch, loadOptions, nodeProperties, triggerProperties } from '../src/index.ts';
import { hasSecretAnswer } from '../src/properties/fixed-properties.ts';

const through = (definition: object): unknown => unpacked(JSON.parse(packed(definition)));

const builtOf = (vendor: Vendor): Vendor => {
  const { definition, rest } = halves(runTimeDefinition(vendor, { hasSecrets, operationsOf }) as Vendor);
  return vendorIn(JSON.parse(packed({ definition, grouping: {} })), () => JSON.parse(packed(rest)));
};

const pairs = vendors.map((vendor) => ({ label: vendor.label, vendor, built: builtOf(vendor) }));

test('any data comes back as they were', () => {
  const text = fc.string().filter((value) => !value.startsWith('~'));
  const key = text.filter((name) => name !== '__proto__');
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(tree, tree, (one, other) => {
      const value = { one, other, list: [one, { other }, one] };
      expect(through(value)).toEqual(value);
      expect(JSON.stringify(through(value))).toBe(JSON.stringify(value));
    }),
    { seed: 20261122 },
  );
});

test('what is equal is written down once, and is one object', () => {
  const field = () => ({ kind: 'text', description: 'Name of the board' });
  const text = packed({ create: field(), update: field() });
  expect(text.match(/Name of the board/g)).toHaveLength(1);
  const { create, update } = unpacked(JSON.parse(text)) as Record<string, unknown>;
  expect(create).toBe(update);
});

test('what JSON would lose is refused, with its place', () => {
  const lost = [
    undefined,
    () => 1,
    Symbol('x'),
    1n,
    Number.NaN,
    new Date(0),
    /x/,
    new Map(),
    { [Symbol('x')]: 1 },
    '~1',
  ];
  for (const value of lost) expect(() => packed({ fields: { name: value } })).toThrow('definition.fields.name');
});

test.each(pairs)('$label: the forms are those of the whole definition', async ({ vendor, built }) => {
  for (const tier of [1, 2] as const) expect(nodeProperties(built, { tier })).toEqual(nodeProperties(vendor, { tier }));
  expect(triggerProperties(built)).toEqual(triggerProperties(vendor));
  expect(built.auth).toEqual(vendor.auth);
});

test.each(pairs)('$label: every operation is called as before', ({ vendor, built }) => {
  const called = (one: Vendor) =>
    [...operationsOf(one).values()].map(({ inputs, vendor, resource, definition, composite, ...operation }) => ({
      ...operation,
      title: [resource.key, resource.title, resource.lookup],
      inputs: inputs.map(({ field, ...input }) => ({ ...input, kind: field.kind, values: field.values })),
    }));
  expect(called(built)).toEqual(called(vendor));
});

test.each(pairs)('$label: Simplify keeps the same fields, and the same secrets are left out', ({ vendor, built }) => {
  const all = operationsOf(vendor);
  for (const [key, operation] of operationsOf(built)) {
    const whole = all.get(key) ?? operation;
    expect(isSimplified(operation), key).toBe(isSimplified(whole));
    if (isSimplified(whole)) expect(simplifiedFields(operation), key).toEqual(simplifiedFields(whole));
    expect(hasSecretAnswer(operation), key).toBe(hasSecretAnswer(whole));
  }
});

test.each(pairs)('$label: the fields to filter and sort by are described as before', async ({ vendor, built }) => {
  const listed = new Set(
    [...operationsOf(vendor).values()]
      .filter(({ inputs }) => inputs.some(({ field }) => ['filter', 'sort'].includes(field.kind)))
      .map(({ resource }) => resource.name),
  );
  for (const resource of listed) {
    const context = { getCurrentNodeParameters: () => ({ resource }) } as never;
    const offered = (one: Vendor) => loadOptions(one).filterFields.call(context);
    expect(await offered(built)).toEqual(await offered(vendor));
  }
});

test.each(pairs)('$label: what n8n needs to load a package is there before the rest is read', ({ vendor }) => {
  const { definition } = halves(runTimeDefinition(vendor, { hasSecrets, operationsOf }) as Vendor);
  const loaded = vendorIn(JSON.parse(packed({ definition, grouping: {} })), () => expect.fail('the rest is read'));
  for (const [name, scheme] of Object.entries(vendor.auth))
    if (scheme.oauth?.grant !== 'authorization_code')
      expect(credentialTest(loaded, loaded.auth[name] ?? scheme)).toEqual(credentialTest(vendor, scheme));
  expect(Object.keys(listSearch(loaded))).toEqual(Object.keys(listSearch(vendor)));
});
