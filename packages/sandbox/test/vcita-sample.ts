import type { Field, InputValues, Operation } from '@patchbay/core';
import { textFile } from './text-file.ts';

/** Values for samples. */
export interface Records {
  /** Identifiers of records by their resource */
  readonly refs: Readonly<Record<string, string>>;
  /** Values by the name of an input: identifiers that are no references, and what has to fit the seed */
  readonly names: Readonly<Record<string, string>>;
}

const byKind = (name: string, field: Field, records: Records): unknown => {
  switch (field.kind) {
    case 'ref':
      return records.refs[field.to ?? ''];
    case 'id':
      return records.names[name] ?? field.example ?? 'k3v9x2m7q1w8e5r4';
    case 'url':
      return 'http://127.0.0.1:9/hook';
    case 'file':
      return textFile('plan.txt', 'Tall doors');
    case 'dateTime':
      return '2026-12-01T10:00:00Z';
    case 'date':
      return '2026-12-01';
    case 'email':
      return 'someone.new@example.com';
    case 'time':
      return '09:00';
    case 'number':
    case 'integer':
    case 'money':
      return 1;
    case 'flag':
      return true;
    case 'choice':
      return field.values?.[0];
    case 'choices':
      return field.values?.slice(0, 1);
    case 'json':
      return {};
    case 'list':
      return field.item && [sampleOf(name, field.item, records)];
    case 'object':
      return Object.fromEntries(
        Object.entries(field.fields ?? {}).map(([inner, own]) => [inner, sampleOf(inner, own, records)]),
      );
    default:
      return records.names[name] ?? 'Oak';
  }
};

/** A value for a field: its example with the identifiers of real records, or one by its kind. */
const sampleOf = (name: string, field: Field, records: Records, example: unknown = field.example): unknown => {
  if (['ref', 'url', 'id'].includes(field.kind) || example === undefined) return byKind(name, field, records);
  const { item, fields } = field;
  if (Array.isArray(example) && item) return example.map((entry) => sampleOf(name, item, records, entry));
  if (typeof example !== 'object' || example === null || !fields) return records.names[name] ?? example;
  return Object.fromEntries(
    Object.entries(example).map(([inner, value]) => [
      inner,
      fields[inner] ? sampleOf(inner, fields[inner], records, value) : value,
    ]),
  );
};

/**
 * The example input of an operation: what it needs, what has an example, and one of each set that needs one. Lists get what
 * they need: examples would narrow them to nothing.
 */
export const sampleInput = ({ inputs, definition, resource }: Operation, records: Records): InputValues => {
  const sets = definition.oneOf ?? [];
  const wanted = inputs.filter(({ name, required, place, field }) => {
    if (place === 'local') return false;
    const set = sets.find((names) => names.includes(name));
    if (set) return set[0] === name;
    if (required || field.required || place === 'path') return true;
    return field.example !== undefined && definition.returns !== 'many';
  });
  const own = records.refs[resource.name] ?? '';
  return Object.fromEntries(
    wanted.map(({ name, field, place }) => {
      const isOwn = place === 'path' && field.kind === 'id' && field.example === undefined && !(name in records.names);
      return [name, isOwn ? own : sampleOf(name, field, records)];
    }),
  );
};
