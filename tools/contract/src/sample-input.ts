import type { Field, Input, InputValues, Operation, Row } from '@patchbay/core';

/** Records of the sandbox by the name of their resource. */
export type Samples = Readonly<Record<string, readonly Row[]>>;

const byKind = (field: Field, samples: Samples): unknown => {
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
      return samples[field.to ?? '']?.[0]?.id;
    case 'list':
      return field.suggestions?.slice(0, 1);
    case 'text':
    case 'longText':
      return 'Six oak frames, "triple" glass & 100 % recycled – ü';
    default:
      return undefined;
  }
};

const pathValues = (operation: Operation, samples: Samples): Record<string, unknown> => {
  const inputs = operation.inputs.filter(({ place }) => place === 'path');
  // The last record of the path knows the ones above it: a card names its collection.
  const record = samples[inputs.at(-1)?.field.to ?? '']?.at(-1);
  return Object.fromEntries(
    inputs.map(({ name, field }) => [
      name,
      field.to === inputs.at(-1)?.field.to ? record?.id : (record?.[name] ?? samples[field.to ?? '']?.[0]?.id),
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
  const values = operation.inputs
    .filter(wanted)
    .map(({ name, field }) => [name, field.kind === 'url' ? byKind(field, samples) : (field.example ?? byKind(field, samples))])
    .filter(([, value]) => value !== undefined);
  return { ...pathValues(operation, samples), ...Object.fromEntries(values) };
};
