import type { Evidence } from '../define/operation.ts';
import type { Vendor } from '../define/vendor.ts';
import { grantCalls } from './grant-calls.ts';
import { type Operation, operationsOf } from './operation.ts';

/** One line of the list of everything that can be called. */
export interface OperationRow {
  readonly vendor: string;
  readonly resource: string;
  readonly operation: string;
  /** Empty for an operation made of others, as is `path` */
  readonly method: string;
  readonly path: string;
  readonly evidence: Evidence;
  readonly tier: 1 | 2;
  /** Made of the operations in `uses` */
  readonly composite?: true;
  readonly uses?: readonly string[];
  /** Made when an account is connected with this scheme; no node offers it */
  readonly connects?: string;
}

const operationRow = ({ vendor, resource, name, method, path, definition, composite }: Operation): OperationRow => ({
  vendor: vendor.name,
  resource: resource.name,
  operation: name,
  method,
  path,
  evidence: definition.evidence,
  tier: definition.tier ?? 1,
  ...(composite && {
    composite: true,
    uses: [composite.find, composite.update, composite.create].flatMap((part) => part?.key ?? []),
  }),
});

/** Every operation of the given vendors, in the order of the definitions, then the calls of OAuth that are none. */
export const listOperations = (vendors: readonly Vendor[]): OperationRow[] =>
  vendors.flatMap((vendor) => {
    const rows = [...operationsOf(vendor).values()].map(operationRow);
    const routes = new Set(rows.map(({ method, path }) => `${method} ${path}`));
    const grants = grantCalls(vendor)
      .filter(({ method, path }) => !routes.has(`${method} ${path}`))
      .map(({ scheme, name, method, path, evidence }): OperationRow => {
        return {
          vendor: vendor.name,
          resource: 'oauth',
          operation: name,
          method,
          path,
          evidence,
          tier: 1,
          connects: scheme.name,
        };
      });
    return [...rows, ...grants];
  });
