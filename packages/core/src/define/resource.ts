import type { CompositeDefinition } from './composite.ts';
import type { Fields } from './field.ts';
import type { AnyOperation, OperationDefinition } from './operation.ts';
import type { Search } from './vendor.ts';

/** How a record is chosen from a list in an editor. */
export interface Lookup {
  /** Operation of the resource that lists the records. @default 'list' */
  readonly operation?: string;
  /** Values of it that are not the user's to choose */
  readonly input?: Readonly<Record<string, unknown>>;
  /** Optional inputs of it that are taken from fields of the same name in the form: `project_id` */
  readonly narrowedBy?: readonly string[];
  /** @default the vendor's */
  readonly search?: Search | false;
}

/** Operations by name. */
export type Operations = Readonly<Record<string, OperationDefinition | CompositeDefinition>>;

/** A kind of record of a vendor, with the fields it has and the operations on it. */
export interface Resource<Name extends string = string, F extends Fields = Fields, O extends Operations = Operations> {
  readonly name: Name;
  /** Singular, title case: "Card" */
  readonly label: string;
  /** What it is in the vendor's product, one sentence without full stop */
  readonly description: string;
  /** Field that identifies a record. @default 'id' */
  readonly key?: string;
  /** Field that names a record to a person, or several that do so together. @default 'name' */
  readonly title?: string | readonly string[];
  readonly lookup?: Lookup;
  /** Fields that a shortened record has, ten at most; nested ones may be among them. @default chosen by their kinds */
  readonly simplified?: readonly string[];
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
  const O extends Readonly<Record<string, AnyOperation<F>>>,
>(
  resource: Resource<Name, F, O>,
): Resource<Name, F, O> => resource;
