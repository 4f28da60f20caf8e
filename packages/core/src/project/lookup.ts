import type { Condition, FilterGroup } from '../define/filter.ts';
import type { Resource } from '../define/resource.ts';
import type { InnerLookup, Vendor } from '../define/vendor.ts';
import { InputError } from '../errors/input-error.ts';
import type { Engine } from '../request/engine.ts';
import { fillInput } from '../request/fill.ts';
import type { CallOptions } from '../request/ports.ts';
import type { Row } from '../request/read-answer.ts';
import { valueAt } from '../request/value-at.ts';
import { type Operation, operationOf, operationsOf } from './operation.ts';

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
/** Rows that are looked through for a title when the vendor cannot search. */
const mostLooked = 1000;

const innerOf = ({ lookups }: Vendor, name: string): InnerLookup | undefined =>
  lookups && Object.hasOwn(lookups, name) ? lookups[name] : undefined;

/** The list that a reference to this resource is chosen from, or `undefined` when the vendor has none. */
export const lookupOf = (vendor: Vendor, resource: string): Operation | undefined => {
  const inner = innerOf(vendor, resource);
  if (!inner) return operationsOf(vendor).get(`${resource}.${vendor.resources[resource]?.lookup?.operation ?? 'list'}`);
  const operation = operationOf(vendor, inner.operation);
  const { label, key = 'id', title = 'name', input = {} } = inner;
  return { ...operation, resource: { ...operation.resource, name: resource, label, key, title, lookup: { input } } };
};

const settled = ({ resource }: Operation): Readonly<Record<string, unknown>> => resource.lookup?.input ?? {};

/** Wire names of the inputs that must be chosen before this resource's records can be listed. */
export const lookupDependencies = (list: Operation): string[] =>
  list.inputs
    .filter(
      ({ name, required, field }) => required && field.default === undefined && !Object.hasOwn(settled(list), name),
    )
    .map(({ name }) => name);

const placeholdersIn = (input: Readonly<Record<string, unknown>>): string[] =>
  [...JSON.stringify(input).matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

/** Names of inputs by which a dependency can be found when it is not chosen itself; none where there is no other way. */
export const lookupInstead = ({ vendor, resource }: Operation, dependency: string): string[] => {
  const other = innerOf(vendor, resource.name)?.otherwise?.[dependency];
  return other ? placeholdersIn(other.input) : [];
};

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Dependencies that a form neither holds nor has another way to find. */
export const lookupMissing = (list: Operation, values: Readonly<Record<string, unknown>>): string[] =>
  lookupDependencies(list).filter((name) => {
    const instead = lookupInstead(list, name);
    return !isGiven(values[name]) && (instead.length === 0 || !instead.every((other) => isGiven(values[other])));
  });

/** What the form holds, with what can be found by it. */
const completed = async (
  engine: Engine,
  list: Operation,
  values: Readonly<Record<string, unknown>>,
  options: CallOptions,
): Promise<Readonly<Record<string, unknown>>> => {
  const found: Record<string, unknown> = {};
  for (const [name, other] of Object.entries(innerOf(engine.vendor, list.resource.name)?.otherwise ?? {}))
    if (!isGiven(values[name]) && placeholdersIn(other.input).every((one) => isGiven(values[one])))
      found[name] = valueAt(
        await engine.call(operationOf(engine.vendor, other.operation), fillInput(other.input, values), options),
        other.take,
      );
  return { ...values, ...found };
};

/** Wire names of all inputs of the form that narrow the list down, needed or not. */
export const lookupNarrowing = (list: Operation): string[] => [
  ...new Set([...lookupDependencies(list), ...(list.resource.lookup?.narrowedBy ?? [])]),
];

const titleOf = ({ title = 'name', key = 'id' }: Resource, row: Row): string =>
  [title]
    .flat()
    .map((name) => row[name])
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join(' ') || String(row[key]);

/** Conditions in the vendor's filter language, or values of inputs of the list. */
interface Asked {
  readonly values: Readonly<Record<string, unknown>>;
  readonly conditions: readonly Condition[];
}

const conditionsIn = ({ inputs }: Operation): string | undefined =>
  inputs.find(({ field }) => field.kind === 'filter')?.name;

const takes = ({ inputs }: Operation, name: string): boolean => inputs.some((input) => input.name === name);

/** What the form has chosen narrows the list down: by an input of it where there is one, else by a condition. */
const narrowing = (list: Operation, values: Readonly<Record<string, unknown>>): Asked => {
  const given = lookupNarrowing(list)
    .map((name) => [name, values[name]] as const)
    .filter(([, value]) => isGiven(value));
  return {
    values: Object.fromEntries(given.filter(([name]) => takes(list, name))),
    conditions: given
      .filter(([name]) => !takes(list, name) && conditionsIn(list) !== undefined)
      .map(([field, value]) => ({ field, operator: 'eq', value: String(value) })),
  };
};

/** What the vendor is asked to search by, or `undefined` where titles are looked through here. */
const searching = (engine: Engine, list: Operation, query: string): Asked | undefined => {
  const { resource } = list;
  const search = resource.lookup?.search ?? engine.vendor.search;
  if (!search || !takes(list, search.query)) return undefined;
  const { operator } = search;
  if (operator === undefined) return { values: { [search.query]: query }, conditions: [] };
  const { label, filter } = engine.vendor;
  if (filter && query.includes(filter.quote))
    throw new InputError('The search cannot be sent', [
      { field: search.query, problem: `must not have a ${filter.quote}: ${label} cannot search for it` },
    ]);
  const fields = [resource.title ?? 'name'].flat();
  return { values: {}, conditions: fields.map((field) => ({ field, operator, value: query })) };
};

const filterOf = (list: Operation, narrowed: Asked, searched: Asked): Readonly<Record<string, FilterGroup>> => {
  const found: FilterGroup[] = searched.conditions.length > 0 ? [{ any: searched.conditions }] : [];
  const all = [...narrowed.conditions, ...found];
  const name = conditionsIn(list);
  return name !== undefined && all.length > 0 ? { [name]: { all } } : {};
};

/**
 * Records of a resource to choose from, by title, a page at a time.
 * @throws InputError when the resource has no list or the form lacks what the list needs; errors of the engine
 */
export const lookUp = async (engine: Engine, resource: string, options: LookupOptions = {}): Promise<Choices> => {
  const list = lookupOf(engine.vendor, resource);
  if (!list) throw new InputError('There is nothing to choose from', [{ field: resource, problem: 'has no list' }]);
  const narrowed = narrowing(list, await completed(engine, list, options.values ?? {}, options));
  const query = options.query?.trim() ?? '';
  const none: Asked = { values: {}, conditions: [] };
  const search = query ? searching(engine, list, query) : none;
  const input = {
    ...narrowed.values,
    ...settled(list),
    ...search?.values,
    ...filterOf(list, narrowed, search ?? none),
  };
  const choicesIn = (rows: readonly Row[]): Choice[] =>
    rows.map((row) => ({ id: String(row[list.resource.key ?? 'id']), title: titleOf(list.resource, row) }));
  const fits = ({ title }: Choice): boolean => title.toLowerCase().includes(query.toLowerCase());
  const inner = innerOf(engine.vendor, resource);
  if (inner) {
    const record = await engine.call(operationOf(engine.vendor, inner.operation), input, options);
    const rows: unknown = valueAt(record, inner.rows);
    const isMeant = (row: Row): boolean =>
      Object.entries(inner.where ?? {}).every(([name, value]) => row[name] === undefined || row[name] === value);
    return { choices: choicesIn(Array.isArray(rows) ? rows.filter(isMeant) : []).filter(fits) };
  }
  if (search) {
    const { value: page } = await engine.pages(list, input, { ...options, limit: pageSize, pageSize }).next();
    return { choices: choicesIn(page?.rows ?? []), ...(page?.next !== undefined && { next: page.next }) };
  }
  const choices: Choice[] = [];
  for await (const page of engine.pages(list, input, { ...options, limit: mostLooked })) {
    choices.push(...choicesIn(page.rows).filter(fits));
    if (choices.length >= pageSize) return { choices, ...(page.next !== undefined && { next: page.next }) };
  }
  return { choices };
};
