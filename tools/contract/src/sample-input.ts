import { type Field, filterFields, type Input, type InputValues, type Operation, type Row } from '@patchbay/core';
import { SampleFile } from './sample-file.ts';

/** Records of the sandbox by the name of their resource. */
export type Samples = Readonly<Record<string, readonly Row[]>>;

/** Samples without the records of a kind that stand in the input already, unless there are no others. */
const untaken = (operation: Operation, field: Field, samples: Samples, taken: ReadonlySet<unknown>): Samples => {
  const rows = samples[field.to ?? ''] ?? [];
  const others = rows.filter((row) => !taken.has(keyOf(operation, field, row)));
  return others.length > 0 ? { ...samples, [field.to ?? '']: others } : samples;
};

const byKind = (
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

const keyOf = ({ vendor }: Operation, { to = '' }: Field, record: Row | undefined): unknown =>
  record?.[vendor.resources[to]?.key ?? 'id'];

/** The newest record of a resource that fits what is chosen already: a stage of the chosen board. */
const recordFor = (resource: string, chosen: Readonly<Record<string, unknown>>, samples: Samples): Row | undefined =>
  samples[resource]?.findLast((row) =>
    Object.entries(chosen).every(([name, value]) => !(name in row) || row[name] === value),
  );

/** The key of an entry within another record: a custom field of the board that the record is on. */
const innerKey = ({ vendor }: Operation, { to = '' }: Field, record: Row | undefined, samples: Samples): unknown => {
  const inner = vendor.lookups?.[to];
  if (!inner) return undefined;
  const parents = samples[inner.operation.split('.')[0] as string] ?? [];
  const entries = (row: Row | undefined): readonly Row[] => (row?.[inner.rows] ?? []) as readonly Row[];
  const parent = parents.find((row) => row.id === record?.board_id) ?? parents.find((row) => entries(row).length > 0);
  return entries(parent)[0]?.[inner.key ?? 'id'];
};

const pathValues = (operation: Operation, samples: Samples): Record<string, unknown> => {
  const inputs = operation.inputs.filter(({ place }) => place === 'path');
  // The last record of the path knows the ones above it: a card names its collection.
  const last = inputs.findLast(({ field }) => field.kind === 'ref' && samples[field.to ?? '']);
  const record = last && recordFor(last.field.to ?? '', {}, samples);
  const sampleOf = (input: Input): unknown => {
    const { name, field } = input;
    const inner = innerKey(operation, field, record, samples);
    if (inner !== undefined) return inner;
    if (input === last) return keyOf(operation, field, record);
    return (
      record?.[name] ??
      keyOf(operation, field, recordFor(field.to ?? '', {}, samples)) ??
      field.example ??
      byKind(operation, field, {}, samples)
    );
  };
  return Object.fromEntries(
    inputs.map((input) => [input.name, sampleOf(input)]).filter(([, value]) => value !== undefined),
  );
};

/** Of each set of which only one may be given, one that a value is known for. */
const onlyOne = (
  { definition: { oneOf = [], atMostOneOf = [] } }: Operation,
  values: Readonly<Record<string, unknown>>,
  keep: 'first' | 'last',
): Record<string, unknown> => {
  let kept = values;
  for (const names of [...oneOf, ...atMostOneOf]) {
    const given = names.filter((name) => kept[name] !== undefined);
    const dropped = keep === 'first' ? given.slice(1) : given.slice(0, -1);
    kept = Object.fromEntries(Object.entries(kept).filter(([name]) => !dropped.includes(name)));
  }
  return kept;
};

/** Waiting takes the time of a clock on the wall; the engine's own tests wait by another. */
const isWait = ({ definition: { background } }: Operation, name: string): boolean =>
  background !== undefined && (name === `wait_for_${background.what}` || name === 'wait_seconds');

/**
 * A realistic input for an operation: examples of the definition, records of the sandbox, and a value by kind for the rest.
 * @param which the required inputs only, or every one that a realistic value is known for
 */
export const sampleInput = (operation: Operation, samples: Samples, which: 'required' | 'all'): InputValues => {
  const sets = (operation.definition.oneOf ?? []).flat();
  // What a value that must be given is found by, is given instead of it.
  const found = operation.inputs.flatMap(({ field }) => (field.required && field.otherwise?.instead?.name) || []);
  const wanted = ({ required, place, field, name }: Input): boolean =>
    place !== 'path' &&
    !isWait(operation, name) &&
    (required || sets.includes(name) || found.includes(name) || (which === 'all' && !field.deprecated));
  const chosen = pathValues(operation, samples);
  const sampleOf = ({ field }: Input): unknown => {
    const own = ['url', 'filter', 'sort', 'file'].includes(field.kind);
    const example = own || field.kind === 'ref' ? undefined : field.example;
    return example ?? byKind(operation, field, chosen, samples, taken) ?? field.example;
  };
  // A card is related to another one.
  const taken = new Set(Object.values(chosen));
  const values: [string, unknown][] = [];
  for (const input of operation.inputs.filter(wanted)) {
    const value = sampleOf(input);
    if (input.field.kind === 'ref') taken.add(value);
    if (value !== undefined) values.push([input.name, value]);
  }
  return { ...chosen, ...onlyOne(operation, Object.fromEntries(values), which === 'all' ? 'first' : 'last') };
};
