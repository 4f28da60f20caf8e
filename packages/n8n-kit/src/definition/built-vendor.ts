import type { Resource, Vendor } from '@patchbay/core';
import { type Grouping, keepGrouping } from '../properties/kept-grouping.ts';
import { unpacked } from './unpacked.ts';

/** What a built package has of its vendor. */
export interface Built {
  /** Without the fields of resources; operations that are not needed at once are `null` */
  readonly definition: Vendor;
  readonly grouping: Grouping;
}

type Rest = Readonly<Record<string, Pick<Resource, 'fields' | 'operations'>>>;

const gives = (object: object, name: string, get: () => unknown): void => {
  Object.defineProperty(object, name, { get, enumerable: true, configurable: true });
};

/**
 * The vendor in the data that were packed when its package was built. How its offers were grouped is kept. To load a package,
 * n8n needs a tenth of the definition: the rest is read with the first form or the first call.
 * @param readRest gives the fields and operations of all resources, packed
 */
export const vendorIn = (data: unknown, readRest: () => unknown): Vendor => {
  const { definition, grouping } = unpacked(data) as Built;
  keepGrouping(grouping);
  let read: Rest | undefined;
  const partsOf = (resource: string): Rest[string] => {
    read ??= unpacked(readRest()) as Rest;
    return read[resource] as Rest[string];
  };
  for (const [name, resource] of Object.entries(definition.resources)) {
    // A new object: where the names of operations are equal, the packed ones are one.
    const operations: Record<string, unknown> = { ...resource.operations };
    for (const [operation, known] of Object.entries(operations))
      if (known === null) gives(operations, operation, () => partsOf(name).operations[operation]);
    Object.assign(resource, { operations });
    gives(resource, 'fields', () => partsOf(name).fields);
  }
  return definition;
};
