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
  const isUpdated = ({ name }: Input): boolean =>
    update === undefined || update.inputs.some((input) => input.name === name);
  for (const input of [
    ...find.inputs.filter(({ place }) => place === 'path'),
    // How the answer of a create looks is no question where an update may give it.
    ...create.inputs.filter((input) => input.place !== 'query' || isUpdated(input)),
    ...(update?.inputs ?? []),
  ])
    if (!byName.has(input.name) && (input.name !== found || create.inputs.includes(input)))
      byName.set(input.name, definition.by.includes(input.name) ? { ...input, required: true } : input);
  const { summary, tier, evidence, source } = definition;
  const forNew = create.inputs
    .filter((input) => input.place === 'body' && !isUpdated(input) && !definition.by.includes(input.name))
    .map(({ name }) => name);
  const remark = forNew.length > 0 && `Only for a new record: ${forNew.join(', ')}`;
  const description = [definition.description, remark].filter(Boolean).join('. ');
  const atMostOneOf = [...(create.definition.atMostOneOf ?? []), ...(update?.definition.atMostOneOf ?? [])];
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
      ...(description && { description }),
      ...(atMostOneOf.length > 0 && { atMostOneOf }),
      ...(tier !== undefined && { tier }),
      returns: 'one',
      row: { ...resource.fields, outcome },
      evidence,
      source,
    },
    added: ['outcome'],
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
