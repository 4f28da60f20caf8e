import { labelOf, lookUp, lookupDependencies, lookupOf, type Operation, type Vendor } from '@patchbay/core';
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { chosenIn } from '../execute/read-input.ts';
import { engineFor } from '../host/engine-for.ts';
import { nodeError } from '../host/node-error.ts';
import { searchMethodOf } from '../properties/placement.ts';

type ListSearch = (
  this: ILoadOptionsFunctions,
  filter?: string,
  paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** An expression that the editor could not work out is no value yet. */
const known = (value: unknown): unknown => (typeof value === 'string' && value.startsWith('=') ? undefined : value);

/** What is filled in so far, by wire name. */
const formValues = (context: ILoadOptionsFunctions): Record<string, unknown> => {
  const { fields, options, ...parameters } = context.getCurrentNodeParameters() ?? {};
  const all = { ...(options as object), ...(fields as object), ...parameters };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, known(chosenIn(value))]));
};

const missingFor = (list: Operation, values: Readonly<Record<string, unknown>>): string[] =>
  lookupDependencies(list).filter((name) => !values[name]);

const listSearchFor = (vendor: Vendor, list: Operation, credential: string): ListSearch =>
  async function (filter, paginationToken) {
    const values = formValues(this);
    const missing = missingFor(list, values);
    if (missing.length > 0)
      throw new NodeOperationError(
        this.getNode(),
        `Choose ${missing.map((name) => labelOf(name.replace(/_id$/, ''))).join(' and ')} first`,
      );
    try {
      const engine = await engineFor(this, vendor, credential);
      const { choices, next } = await lookUp(engine, list.resource.name, {
        values,
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

/** The list searches of a vendor's node by name: one for each resource that has a list. */
export const listSearch = (vendor: Vendor, credential: string): Record<string, ListSearch> =>
  Object.fromEntries(
    Object.keys(vendor.resources).flatMap((name) => {
      const list = lookupOf(vendor, name);
      return list ? [[searchMethodOf(name), listSearchFor(vendor, list, credential)]] : [];
    }),
  );
