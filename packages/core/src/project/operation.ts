import type { Field } from '../define/field.ts';
import { id, ref } from '../define/field.ts';
import type { OperationDefinition } from '../define/operation.ts';
import type { Resource } from '../define/resource.ts';
import type { Vendor } from '../define/vendor.ts';
import { InputError } from '../errors/input-error.ts';
import { labelOf } from './label.ts';

/** One value that an operation takes, wherever it travels. */
export interface Input {
  readonly name: string;
  readonly label: string;
  readonly place: 'path' | 'query' | 'body';
  readonly required: boolean;
  readonly field: Field;
}

/** An operation as every surface reads it: the definition with its resource, method, path and inputs worked out. */
export interface Operation {
  readonly vendor: Vendor;
  readonly resource: Resource;
  readonly name: string;
  /** `card.list` */
  readonly key: string;
  readonly method: string;
  /** Path with parameters in braces */
  readonly path: string;
  readonly idempotent: boolean;
  readonly inputs: readonly Input[];
  readonly definition: OperationDefinition;
}

const resourceNameOf = (parameter: string): string =>
  parameter.replace(/_id$/, '').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const pathField = (vendor: Vendor, definition: OperationDefinition, parameter: string): Field => {
  const own = definition.path?.[parameter];
  if (own) return own;
  const target = vendor.resources[resourceNameOf(parameter)];
  return target ? ref(target.name, `Which ${target.label.toLowerCase()}`) : id('Identifier given by the vendor');
};

const inputsOf = (vendor: Vendor, resource: Resource, definition: OperationDefinition, path: string): Input[] => {
  const input = (place: Input['place'], name: string, field: Field, required = field.required ?? false): Input => ({
    name,
    label: field.label ?? labelOf(name),
    place,
    required,
    field,
  });
  const own = (names: readonly string[] | undefined, required: boolean): Input[] =>
    (names ?? []).map((name) => input('body', name, resource.fields[name] as Field, required));
  const of = (place: Input['place'], fields: Readonly<Record<string, Field>> | undefined): Input[] =>
    Object.entries(fields ?? {}).map(([name, field]) => input(place, name, field));
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  return [
    ...parameters.map((name) => input('path', name, pathField(vendor, definition, name), true)),
    ...own(definition.body?.required, true),
    ...of('body', definition.body?.fields),
    ...own(definition.body?.optional, false),
    ...of('query', definition.query),
  ];
};

const describeOperation = (
  vendor: Vendor,
  resource: Resource,
  name: string,
  definition: OperationDefinition,
): Operation => {
  const [method, path] = definition.route.split(' ') as [string, string];
  return {
    vendor,
    resource,
    name,
    key: `${resource.name}.${name}`,
    method,
    path,
    idempotent: definition.idempotent ?? !['POST', 'PATCH'].includes(method),
    inputs: inputsOf(vendor, resource, definition, path),
    definition,
  };
};

const known = new WeakMap<Vendor, ReadonlyMap<string, Operation>>();

/** All operations of a vendor by `resource.operation`, in the order of the definitions. */
export const operationsOf = (vendor: Vendor): ReadonlyMap<string, Operation> => {
  const ready = known.get(vendor);
  if (ready) return ready;
  const all = new Map<string, Operation>();
  for (const resource of Object.values(vendor.resources))
    for (const [name, definition] of Object.entries(resource.operations))
      all.set(`${resource.name}.${name}`, describeOperation(vendor, resource, name, definition));
  known.set(vendor, all);
  return all;
};

/**
 * One operation by `resource.operation`.
 * @throws InputError when the vendor has none of that name
 */
export const operationOf = (vendor: Vendor, key: string): Operation => {
  const operation = operationsOf(vendor).get(key);
  if (operation) return operation;
  throw new InputError(`${vendor.label} has no operation ${key}`, [{ field: 'operation', problem: 'is not known' }], {
    vendor: vendor.name,
    advice: 'Choose a resource and an operation from the lists',
  });
};
