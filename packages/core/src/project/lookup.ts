import { InputError } from '../errors/input-error.ts';
import type { Engine } from '../request/engine.ts';
import type { CallOptions } from '../request/ports.ts';
import { type Operation, operationsOf } from './operation.ts';

/** A record to choose from a list. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** Part of the records that fit; `next` is the cursor of the part behind it. */
export interface Choices {
  readonly choices: readonly Choice[];
  readonly next?: string;
}

/** How a lookup is narrowed down. */
export interface LookupOptions extends CallOptions {
  /** Part of the title */
  readonly query?: string;
  readonly after?: string;
  /** Values of the form so far; a nested list takes its path parameters from here */
  readonly values?: Readonly<Record<string, unknown>>;
}

const pageSize = 50;

/** The list that a reference to this resource is chosen from, or `undefined` when the vendor has none. */
export const lookupOf = (vendor: Engine['vendor'], resource: string): Operation | undefined =>
  operationsOf(vendor).get(`${resource}.list`);

/** Wire names of the inputs that must be chosen before this resource's records can be listed. */
export const lookupDependencies = (list: Operation): string[] =>
  list.inputs.filter(({ required }) => required).map(({ name }) => name);

const filterFor = (engine: Engine, title: string, query: string | undefined): Record<string, string> => {
  if (!query?.trim()) return {};
  const { search } = engine.vendor;
  const value = query.trim();
  if (value.includes(search.quote))
    throw new InputError('The search cannot be sent', [
      { field: search.query, problem: `must not have a ${search.quote}: ${engine.vendor.label} cannot search for it` },
    ]);
  return {
    [search.query]: search.template
      .replace('{field}', title)
      .replace('{value}', () => `${search.quote}${value}${search.quote}`),
  };
};

/**
 * Records of a resource to choose from, by title, a page at a time.
 * @throws InputError when the resource has no list or the form lacks what the list needs; errors of the engine
 */
export const lookUp = async (engine: Engine, resource: string, options: LookupOptions = {}): Promise<Choices> => {
  const list = lookupOf(engine.vendor, resource);
  const title = list?.resource.title ?? 'name';
  if (!list) throw new InputError('There is nothing to choose from', [{ field: resource, problem: 'has no list' }]);
  const given = lookupDependencies(list).map((name) => [name, options.values?.[name] || undefined]);
  const input = { ...Object.fromEntries(given), ...filterFor(engine, title, options.query) };
  const walk = engine.pages(list, input, { ...options, limit: pageSize, pageSize });
  const { value: page } = await walk.next();
  const choices = (page?.rows ?? []).map((row) => ({ id: String(row.id), title: String(row[title] ?? row.id) }));
  return { choices, ...(page?.next !== undefined && { next: page.next }) };
};
