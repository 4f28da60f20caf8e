import type { Evidence } from '../define/operation.ts';
import type { Vendor } from '../define/vendor.ts';
import { operationsOf } from './operation.ts';

/** One line of the list of everything that can be called. */
export interface OperationRow {
  readonly vendor: string;
  readonly resource: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly evidence: Evidence;
  readonly tier: 1 | 2;
}

/** Every operation of the given vendors, in the order of the definitions. */
export const listOperations = (vendors: readonly Vendor[]): OperationRow[] =>
  vendors.flatMap((vendor) =>
    [...operationsOf(vendor).values()].map(({ resource, name, method, path, definition }) => ({
      vendor: vendor.name,
      resource: resource.name,
      operation: name,
      method,
      path,
      evidence: definition.evidence,
      tier: definition.tier ?? 1,
    })),
  );
