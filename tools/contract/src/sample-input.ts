import type { Field, Input, InputValues, Operation, Row } from '@patchbay/core';

/** Records of the sandbox by the name of their resource. */
export type Samples = Readonly<Record<string, readonly Row[]>>;

const byKind = (field: Field, chosen: Readonly<Record<string, unknown>>, samples: Samples): unknown => {
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
      return recordFor(field.to ?? '', chosen, samples)?.id;
    case 'list':
      return field.item?.kind === 'ref'
        ? [byKind(field.item, chosen, samples)].filter((id) => id !== undefined)
        : field.suggestions?.slice(0, 1);
    case 'text':
    case 'longText':
      return 'Six oak frames, "triple" glass & 100 % recycled – ü';
    default:
      return undefined;
  }
};

/** The newest record of a resource that fits what is chosen already: a stage of the chosen board. */
const recordFor = (resource: string, chosen: Readonly<Record<string, unknown>>, samples: Samples): Row | undefined =>
  samples[resource]?.findLast((row) =>
    Object.entries(chosen).every(([name, value]) => !(name in row) || row[name] === value),
  );

const pathValues = (operation: Operation, samples: Samples): Record<string, unknown> => {
  const inputs = operation.inputs.filter(({ place }) => place === 'path');
  // The last record of the path knows the ones above it: a card names its collection.
  const last = inputs.at(-1);
  const record = last && recordFor(last.field.to ?? '', {}, samples);
  return Object.fromEntries(
    inputs.map((input) => [
      input.name,
      input === last ? record?.id : (record?.[input.name] ?? recordFor(input.field.to ?? '', {}, samples)?.id),
    ]),
  );
};

/**
 * A realistic input for an operation: examples of the definition, records of the sandbox, and a value by kind for the rest.
 * @param which the required inputs only, or every one that a realistic value is known for
 */
export const sampleInput = (operation: Operation, samples: Samples, which: 'required' | 'all'): InputValues => {
  const wanted = ({ required, place, field }: Input): boolean =>
    place !== 'path' && (required || (which === 'all' && !field.deprecated));
  const chosen = pathValues(operation, samples);
  const values = operation.inputs
    .filter(wanted)
    .map(({ name, field }) => [
      name,
      field.kind === 'url' ? byKind(field, chosen, samples) : (field.example ?? byKind(field, chosen, samples)),
    ])
    .filter(([, value]) => value !== undefined);
  return { ...chosen, ...Object.fromEntries(values) };
};
