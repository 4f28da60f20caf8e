import type { Field, InputValues, Operation } from '@patchbay/core';
import { textFile } from './text-file.ts';

/** Identifiers of records by the name of their resource. */
export type Records = Readonly<Record<string, string>>;

const byKind = (field: Field, records: Records): unknown => {
  switch (field.kind) {
    case 'ref':
      return records[field.to ?? ''];
    case 'url':
      return 'http://127.0.0.1:9/hook';
    case 'file':
      return textFile('plan.txt', 'Tall doors');
    case 'dateTime':
      return '2026-12-01T09:00:00.000Z';
    case 'number':
    case 'integer':
      return 1;
    case 'flag':
      return true;
    case 'choice':
      return field.values?.[0];
    case 'list':
      return field.item && [sampleOf(field.item, records)];
    default:
      return 'Oak';
  }
};

/** A value for a field: its example with the identifiers of real records, or one by its kind. */
const sampleOf = (field: Field, records: Records, example: unknown = field.example): unknown => {
  if (field.kind === 'ref' || field.kind === 'url' || example === undefined) return byKind(field, records);
  const { item, fields } = field;
  if (Array.isArray(example) && item) return example.map((entry) => sampleOf(item, records, entry));
  if (typeof example !== 'object' || example === null || !fields) return example;
  // A target of any kind: its type says which record is meant.
  if ('type' in example && fields.id?.kind === 'id')
    return { ...example, id: records[String(example.type).replace('_', '')] };
  return Object.fromEntries(
    Object.entries(example).map(([name, value]) => [
      name,
      fields[name] ? sampleOf(fields[name], records, value) : value,
    ]),
  );
};

/** The example input of an operation: what it needs, what has an example, and one of each set that needs one. */
export const sampleInput = ({ inputs, definition }: Operation, records: Records): InputValues => {
  const sets = definition.oneOf ?? [];
  const wanted = inputs.filter(({ name, required, place, field }) => {
    if (place === 'local') return false;
    const set = sets.find((names) => names.includes(name));
    if (set) return set[0] === name;
    if (name === 'project_id' || field.required) return true;
    if (required || place === 'path') return true;
    // Examples would narrow a list to nothing.
    return field.example !== undefined && definition.returns !== 'many';
  });
  // Where the vendor marks nothing as needed, everything is given.
  const isEmpty = definition.body?.fields && !wanted.some(({ place }) => place === 'body');
  if (isEmpty) wanted.push(...inputs.filter(({ place }) => place === 'body'));
  return Object.fromEntries(wanted.map(({ name, field }) => [name, sampleOf(field, records)]));
};
