import type { CompositeDefinition } from '../define/composite.ts';
import type { Field } from '../define/field.ts';
import type { OperationDefinition } from '../define/operation.ts';
import type { Resource } from '../define/resource.ts';
import type { Vendor } from '../define/vendor.ts';
import { InputError } from '../errors/input-error.ts';
import { backgroundNames } from './background-names.ts';
import { compositesOf } from './composite.ts';
import { inputsOf } from './inputs.ts';

/** One value that an operation takes, wherever it travels. */
export interface Input {
  readonly name: string;
  readonly label: string;
  /** `outside`: in the content, beside its wrapping. `local`: never sent, see `OperationDefinition.choosing` */
  readonly place: 'path' | 'query' | 'body' | 'outside' | 'local';
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
  /** Names that the record has beside the vendor's: what was done, what appeared afterwards */
  readonly added?: readonly string[];
  /** Set for an operation made of others, which then has neither method nor path */
  readonly composite?: Composite;
  /** Requests that a composite makes at most */
  readonly requests?: number;
  /** Method, path and query are the caller's, see `customCall` */
  readonly custom?: true;
  /** JSON content of a custom call */
  readonly content?: unknown;
}

/** The operations that a composite stands on. */
export interface Composite {
  readonly definition: CompositeDefinition;
  readonly find: Operation;
  readonly create: Operation;
  readonly update?: Operation;
}

const describeOperation = (
  vendor: Vendor,
  resource: Resource,
  name: string,
  definition: OperationDefinition,
): Operation => {
  const [method, path] = definition.route.split(' ') as [string, string];
  const { background } = definition;
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
    ...(background && { added: [background.what, backgroundNames(background).settled] }),
  };
};

const known = new WeakMap<Vendor, ReadonlyMap<string, Operation>>();

/** All operations of a vendor by `resource.operation`, in the order of the definitions; composites come last. */
export const operationsOf = (vendor: Vendor): ReadonlyMap<string, Operation> => {
  const ready = known.get(vendor);
  if (ready) return ready;
  const all = new Map<string, Operation>();
  for (const resource of Object.values(vendor.resources))
    for (const [name, definition] of Object.entries(resource.operations))
      if ('route' in definition)
        all.set(`${resource.name}.${name}`, describeOperation(vendor, resource, name, definition));
  const composites = compositesOf(vendor, all);
  for (const [key, operation] of composites) all.set(key, operation);
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
