import { backgroundNames, type Field, type Input, type InputValues, type Operation, type Row } from '@patchbay/core';
import { byKind, keyOf, recordFor, type Samples, withRecords } from './sample-value.ts';

/** The key of an entry within another record: a custom field of the board that the record is on. */
const innerKey = ({ vendor }: Operation, { to = '' }: Field, record: Row | undefined, samples: Samples): unknown => {
  const inner = vendor.lookups?.[to];
  if (!inner) return undefined;
  const parents = samples.rows[inner.operation.split('.')[0] as string] ?? [];
  const entries = (row: Row | undefined): readonly Row[] => (row?.[inner.rows] ?? []) as readonly Row[];
  const parent = parents.find((row) => row.id === record?.board_id) ?? parents.find((row) => entries(row).length > 0);
  return entries(parent)[0]?.[inner.key ?? 'id'];
};

/** A record that a list is to show: with what is required only, it is asked for what this one hangs on. */
const toShow = ({ definition, resource }: Operation, samples: Samples, which: 'required' | 'all'): Row =>
  (definition.returns === 'many' && which === 'required' && recordFor(resource.name, {}, samples)) || {};

/** What can be found otherwise is left to that when only what is required is given. */
const pathValues = (operation: Operation, samples: Samples, which: 'required' | 'all'): Record<string, unknown> => {
  const inputs = operation.inputs.filter(
    ({ place, field }) => place === 'path' && (which === 'all' || field.otherwise === undefined),
  );
  // The last record of the path knows the ones above it: a card names its collection.
  const last = inputs.findLast(({ field }) => field.kind === 'ref' && samples.rows[field.to ?? '']);
  const record = last && recordFor(last.field.to ?? '', {}, samples);
  const shown = toShow(operation, samples, which);
  const sampleOf = (input: Input): unknown => {
    const { name, field } = input;
    const inner = innerKey(operation, field, record, samples);
    if (inner !== undefined) return inner;
    if (field.kind === 'ref' && shown[name] !== undefined) return shown[name];
    if (input === last) return keyOf(operation, field, record);
    const own = field.kind === 'id' && recordFor(operation.resource.name, {}, samples)?.id;
    return (
      samples.names?.[name] ??
      record?.[name] ??
      keyOf(operation, field, recordFor(field.to ?? '', {}, samples)) ??
      field.example ??
      (own || byKind(operation, field, {}, samples))
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
  background !== undefined && Object.values<string>(backgroundNames(background)).includes(name);

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
  const chosen = pathValues(operation, samples, which);
  const shown = toShow(operation, samples, which);
  const sampleOf = ({ name, field }: Input): unknown => {
    const own = ['url', 'filter', 'sort', 'file', 'ref'].includes(field.kind) || field.example === undefined;
    const example = own ? undefined : withRecords(operation, name, field, field.example, samples);
    const hangsOn = field.kind === 'ref' ? shown[name] : undefined;
    return (
      hangsOn ?? samples.names?.[name] ?? example ?? byKind(operation, field, chosen, samples, taken) ?? field.example
    );
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
