import type { Fields } from './field.ts';
import type { OperationDefinition, OperationFor } from './operation.ts';

/** A kind of record of a vendor, with the fields it has and the operations on it. */
export interface Resource<
  Name extends string = string,
  F extends Fields = Fields,
  O extends Readonly<Record<string, OperationDefinition>> = Readonly<Record<string, OperationDefinition>>,
> {
  readonly name: Name;
  /** Singular, title case: "Card" */
  readonly label: string;
  /** What it is in the vendor's product, one sentence without full stop */
  readonly description: string;
  /** Field that names a record to a person. @default 'name' */
  readonly title?: string;
  readonly fields: F;
  /** `list get create update delete` first, then the vendor's own */
  readonly operations: O;
}

/**
 * Describes a resource. Body names that the resource does not have, or that the vendor sets itself, do not compile.
 *
 * @example
 * export const stage = defineResource({
 *   name: 'stage', label: 'Stage', description: 'A column of a board',
 *   fields: { id: id('Identifier given by vPlan', { readOnly: true }), name: text('Name') },
 *   operations: {
 *     get: { route: 'GET /stage/{stage_id}', summary: 'Get a stage', returns: 'one', evidence: 'documented', source: '…' },
 *   },
 * });
 */
export const defineResource = <
  const Name extends string,
  const F extends Fields,
  const O extends Readonly<Record<string, OperationFor<F>>>,
>(
  resource: Resource<Name, F, O>,
): Resource<Name, F, O> => resource;
