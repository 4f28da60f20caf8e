import { type Field, filterFields, type Operation, type Row } from '@patchbay/core';
import { SampleFile } from './sample-file.ts';

/** What samples are made of. */
export interface Samples {
  /** Records of the sandbox by the name of their resource */
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** Those to take, where they fit. @default the newest that fits */
  readonly preferred?: Readonly<Record<string, Row | undefined>>;
  /** Values by the name of an input: identifiers that are no references, and what has to fit the records */
  readonly names?: Readonly<Record<string, unknown>>;
}

/** Samples without the records of a kind that stand in the input already, unless there are no others. */
const untaken = (operation: Operation, field: Field, samples: Samples, taken: ReadonlySet<unknown>): Samples => {
  const rows = samples.rows[field.to ?? ''] ?? [];
  const others = rows.filter((row) => !taken.has(keyOf(operation, field, row)));
  if (others.length === 0) return samples;
  const { rows: all, preferred = {}, ...rest } = samples;
  const to = field.to ?? '';
  const isTaken = taken.has(keyOf(operation, field, preferred[to]));
  return { ...rest, rows: { ...all, [to]: others }, preferred: { ...preferred, ...(isTaken && { [to]: undefined }) } };
};

/** A value by the kind of its field. */
export const byKind = (
  operation: Operation,
  field: Field,
  chosen: Readonly<Record<string, unknown>>,
  samples: Samples,
  taken: ReadonlySet<unknown> = new Set(),
): unknown => {
  const { vendor, resource } = operation;
  switch (field.kind) {
    case 'flag':
      return false;
    case 'integer':
    case 'number':
    case 'money':
      return field.minimum ?? 0;
    case 'choice':
      return field.values?.[0];
    case 'choices':
      return field.values?.slice(0, 2);
    case 'date':
      return '2026-12-01';
    case 'dateTime':
      return '2026-12-01T09:00:00Z';
    case 'time':
      return '09:00';
    case 'colour':
      return '#3b82f6';
    case 'email':
      return 'planner@example.com';
    case 'url':
      return 'http://127.0.0.1:9/hook';
    case 'ref':
      return keyOf(operation, field, recordFor(field.to ?? '', chosen, untaken(operation, field, samples, taken)));
    case 'file':
      return new SampleFile();
    case 'filter':
      // A condition turned round leaves all rows there.
      return vendor.filter
        ? { all: [{ field: filterFields(resource)[0], operator: 'eq', value: 'none, such', not: true }] }
        : field.example;
    case 'sort':
      return vendor.sort
        ? [{ field: field.suggestions?.[0] ?? filterFields(resource)[0], direction: 'desc' }]
        : field.example;
    case 'list':
      return field.item?.kind === 'ref' || field.item?.kind === 'file'
        ? [byKind(operation, field.item, chosen, samples)].filter((value) => value !== undefined)
        : field.suggestions?.slice(0, 1);
    case 'text':
    case 'longText':
      return 'Six oak frames, "triple" glass & 100 % recycled – ü'.slice(0, field.maxLength);
    default:
      return undefined;
  }
};

/** Identifier of a record. The twins keep every record under an `id`, whatever the vendor calls its identifier. */
export const keyOf = ({ vendor }: Operation, { to = '' }: Field, record: Row | undefined): unknown =>
  record?.[vendor.resources[to]?.key ?? 'id'] ?? record?.id;

/** A record of a resource that fits what is chosen already: a stage of the chosen board. */
export const recordFor = (
  resource: string,
  chosen: Readonly<Record<string, unknown>>,
  { rows, preferred = {} }: Samples,
): Row | undefined => {
  const fits = (row: Row): boolean =>
    Object.entries(chosen).every(([name, value]) => !(name in row) || row[name] === value);
  const first = preferred[resource];
  return (first && fits(first) ? first : rows[resource]?.findLast(fits)) ?? first;
};

/** An example with the identifiers of records in the place of its own. */
export const withRecords = (
  operation: Operation,
  name: string,
  field: Field,
  example: unknown,
  samples: Samples,
): unknown => {
  const { kind, item, fields, to } = field;
  if (kind === 'ref') return keyOf(operation, field, recordFor(to ?? '', {}, samples)) ?? example;
  if (samples.names?.[name] !== undefined && typeof example !== 'object') return samples.names[name];
  if (Array.isArray(example) && item) return example.map((entry) => withRecords(operation, name, item, entry, samples));
  if (typeof example !== 'object' || example === null || !fields) return example;
  return Object.fromEntries(
    Object.entries(example).map(([inner, value]) => [
      inner,
      fields[inner] ? withRecords(operation, inner, fields[inner], value, samples) : value,
    ]),
  );
};
