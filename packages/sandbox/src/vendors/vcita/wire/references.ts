import type { Field } from '@patchbay/core';
import { notFound } from '../../../api-error.ts';
import type { Call } from '../../../rules.ts';
import type { Twin } from '../../../twin.ts';
import { wrongToken, wrongValue } from './refusals.ts';

/** Tables of records that are kept as others. */
const tables: Readonly<Record<string, string>> = { conversation: 'matter', booking: 'appointment' };

/** The table that a kind of record is kept in. */
export const tableOf = (resource: string): string => tables[resource] ?? resource;

const isKnown = (twin: Twin, resource: string, id: unknown): boolean => {
  const table = tableOf(resource);
  return !twin.store.tables().includes(table) || twin.store.find(table, String(id)) !== undefined;
};

interface Reference {
  readonly name: string;
  readonly to: string;
  readonly id: unknown;
}

/** Identifiers in a value, also within lists and objects. */
const referencesIn = (field: Field, name: string, value: unknown): Reference[] => {
  if (value === undefined || value === null || value === '') return [];
  if (field.kind === 'ref' && field.to) return [{ name, to: field.to, id: value }];
  if (field.kind === 'list' && field.item && Array.isArray(value))
    return value.flatMap((entry) => referencesIn(field.item as Field, name, entry));
  if (field.kind === 'object' && typeof value === 'object')
    return Object.entries(field.fields ?? {}).flatMap(([inner, own]) =>
      referencesIn(own, `${name}.${inner}`, (value as Readonly<Record<string, unknown>>)[inner]),
    );
  return [];
};

/**
 * Whether all identifiers of a request are known.
 * @throws ApiError 422 for an unknown one, and for another business
 */
export const checkReferences = ({ operation, path, query, body, twin }: Call): void => {
  const values: Readonly<Record<string, unknown>> = { ...query, ...body, ...path };
  for (const { name, field, place } of operation.inputs) {
    if (place === 'local') continue;
    for (const { name: where, to, id } of referencesIn(field, field.wire ?? name, values[name])) {
      if (isKnown(twin, to, id)) continue;
      if (to === 'business') throw wrongToken(`The token is not of the business ${String(id)}`);
      if (place === 'path') throw notFound(to, id);
      throw wrongValue(where, `${where} is invalid: there is no ${to} ${String(id)}`);
    }
  }
};
