import { labelOf, lookUp, lookupInstead, lookupMissing, lookupOf, type Operation, type Vendor } from '@patchbay/core';
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { callerName } from '../host/caller-name.ts';
import { engineFor } from '../host/engine-for.ts';
import { nodeError } from '../host/node-error.ts';
import { searchMethodOf } from '../properties/placement.ts';
import { formValues } from './form-values.ts';

type ListSearch = (
  this: ILoadOptionsFunctions,
  filter?: string,
  paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** "Board or Collection", for what can be found by another record too. */
const choiceOf = (list: Operation, name: string): string =>
  [name, ...lookupInstead(list, name)].map((one) => labelOf(one.replace(/_id$/, ''))).join(' or ');

const listSearchFor = (vendor: Vendor, name: string): ListSearch =>
  async function (filter, paginationToken) {
    const list = lookupOf(vendor, name) as Operation;
    const values = formValues(this);
    const missing = lookupMissing(list, values);
    if (missing.length > 0)
      throw new NodeOperationError(
        this.getNode(),
        `Choose ${missing.map((name) => choiceOf(list, name)).join(' and ')} first`,
      );
    try {
      const engine = await engineFor(this, vendor);
      const { choices, next } = await lookUp(engine, list.resource.name, {
        values,
        caller: callerName(this),
        ...(filter && { query: filter }),
        ...(paginationToken && { after: paginationToken }),
      });
      return {
        results: choices.map(({ id, title }) => ({ name: title, value: id })),
        ...(next !== undefined && { paginationToken: next }),
      };
    } catch (error) {
      throw nodeError(this.getNode(), error);
    }
  };

/** Read from the definition: the operations are not made before one is needed, so that a package loads fast. */
const hasList = ({ resources, lookups }: Vendor, name: string): boolean => {
  const { operations = {}, lookup } = resources[name] ?? {};
  return Object.hasOwn(lookups ?? {}, name) || Object.hasOwn(operations, lookup?.operation ?? 'list');
};

/**
 * The list searches of a vendor's nodes by name: one for each resource that has a list, or is a list within another record.
 * Lists are narrowed by what the form holds, and go on beyond their first page.
 */
export const listSearch = (vendor: Vendor): Record<string, ListSearch> =>
  Object.fromEntries(
    [...Object.keys(vendor.resources), ...Object.keys(vendor.lookups ?? {})]
      .filter((name) => hasList(vendor, name))
      .map((name) => [searchMethodOf(name), listSearchFor(vendor, name)]),
  );
