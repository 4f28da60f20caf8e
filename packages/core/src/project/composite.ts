import type { CompositeDefinition } from '../define/composite.ts';
import { choice } from '../define/field.ts';
import type { Resource } from '../define/resource.ts';
import type { Vendor } from '../define/vendor.ts';
import type { Input, Operation } from './operation.ts';

const outcome = choice(['created', 'updated', 'found'], 'What was done', { readOnly: true });

const describeComposite = (
  vendor: Vendor,
  resource: Resource,
  name: string,
  definition: CompositeDefinition,
  others: ReadonlyMap<string, Operation>,
): Operation => {
  const of = (operation: string): Operation => {
    const found = others.get(`${resource.name}.${operation}`);
    if (!found) throw new TypeError(`${resource.name}.${name} names ${operation}, which is no operation of it`);
    return found;
  };
  const find = of(definition.find);
  const create = of(definition.create);
  const update = definition.update === undefined ? undefined : of(definition.update);
  const byName = new Map<string, Input>();
  const found = (update?.path.match(/\{(\w+)\}/g) ?? []).map((parameter) => parameter.slice(1, -1)).at(-1);
  for (const input of [
    ...find.inputs.filter(({ place }) => place === 'path'),
    ...create.inputs,
    ...(update?.inputs ?? []),
  ])
    if (!byName.has(input.name) && (input.name !== found || create.inputs.includes(input)))
      byName.set(input.name, definition.by.includes(input.name) ? { ...input, required: true } : input);
  const { summary, description, tier, evidence, source } = definition;
  return {
    vendor,
    resource,
    name,
    key: `${resource.name}.${name}`,
    method: '',
    path: '',
    idempotent: true,
    inputs: [...byName.values()].sort((one, other) => Number(other.required) - Number(one.required)),
    definition: {
      // Never sent: a composite stands on the routes of its parts.
      route: create.definition.route,
      summary,
      ...(description !== undefined && { description }),
      ...(tier !== undefined && { tier }),
      returns: 'one',
      row: { ...resource.fields, outcome },
      evidence,
      source,
    },
    composite: { definition, find, create, ...(update && { update }) },
    // Found, created, refused as a double, found again, updated and read back.
    requests: update ? 5 : 3,
  };
};

/** The composite operations of a vendor by `resource.operation`. */
export const compositesOf = (vendor: Vendor, others: ReadonlyMap<string, Operation>): [string, Operation][] =>
  Object.values(vendor.resources).flatMap((resource) =>
    Object.entries(resource.operations).flatMap(([name, definition]): [string, Operation][] =>
      'route' in definition
        ? []
        : [[`${resource.name}.${name}`, describeComposite(vendor, resource, name, definition, others)]],
    ),
  );
