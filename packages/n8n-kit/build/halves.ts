import type { Resource, Vendor } from '@patchbay/core';

const mapped = (entries: object, made: (name: string, entry: never) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, made(name, entry as never)]));

/** A definition in two: what loading a package needs, and the fields and operations of its resources. */
export const halves = (definition: Vendor): { readonly definition: object; readonly rest: object } => {
  const tests = new Set(Object.values(definition.auth).map(({ test }) => test));
  const head = (resource: string, { fields, operations, ...more }: Resource): object => ({
    ...more,
    operations: mapped(operations, (name, operation) => (tests.has(`${resource}.${name}`) ? operation : null)),
  });
  return {
    definition: { ...definition, resources: mapped(definition.resources, head) },
    rest: mapped(definition.resources, (_, { fields, operations }: Resource) => ({ fields, operations })),
  };
};
