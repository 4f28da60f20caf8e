import { type Field, labelOf } from '@patchbay/core';
import type { FormField } from '../editor-model.ts';

const shapesOf = (fields: Readonly<Record<string, Field>>): Record<string, Field> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shapeOf(field)]));

const shapeOf = (field: Field): Field => {
  // How a missing value is found and how a name is written is the engine's business.
  const { description: _, example: __, label: ___, otherwise: ____, wire: _____, several: ______, ...rest } = field;
  return {
    ...rest,
    // Entries of a value are checked in the editor, but not described there: their words stay out of the file.
    description: '',
    ...(field.item && { item: shapeOf(field.item) }),
    ...(field.fields && { fields: shapesOf(field.fields) }),
  };
};

const blank = (field: Field): unknown => {
  if (field.example !== undefined) return field.example;
  if (field.default !== undefined) return field.default;
  switch (field.kind) {
    case 'integer':
    case 'number':
    case 'money':
      return field.minimum ?? 0;
    case 'flag':
      return true;
    case 'choice':
      return field.values?.[0] ?? '';
    case 'choices':
      return field.values?.slice(0, 1) ?? [];
    case 'list':
      return field.item ? [blank(field.item)] : [];
    case 'object':
      return sampleRecord(field.fields ?? {});
    case 'json':
      return {};
    default:
      return '…';
  }
};

const mostInSample = 3;

// What must be there, else what stands first: an example is to be read at a glance.
const sampleRecord = (fields: Readonly<Record<string, Field>>): Record<string, unknown> => {
  const writable = Object.entries(fields).filter(([, { readOnly, deprecated }]) => !readOnly && !deprecated);
  const required = writable.filter(([, field]) => field.required);
  const shown = (required.length > 0 ? required : writable).slice(0, mostInSample);
  return Object.fromEntries(shown.map(([name, field]) => [name, blank(field)]));
};

const sampleOf = (field: Field): string | undefined => {
  const structured = field.kind === 'object' || (field.kind === 'list' && field.item?.kind === 'object');
  if (!structured) return undefined;
  const sample = JSON.stringify(blank(field));
  return sample.replace(/[[\]{}]/g, '') === '' ? undefined : sample;
};

/** A field as the form shows it. */
export const formField = (name: string, field: Field, label = field.label ?? labelOf(name)): FormField => {
  const { description, example } = field;
  const sample = sampleOf(field);
  return {
    ...shapeOf(field),
    name,
    label,
    description,
    ...(example !== undefined && { example }),
    ...(sample !== undefined && { sample }),
  };
};

/** Fields, each once. */
export interface FieldTable {
  readonly fields: readonly FormField[];
  readonly indexOf: (field: FormField) => number;
}

/** An empty table. */
export const fieldTable = (): FieldTable => {
  const fields: FormField[] = [];
  const known = new Map<string, number>();
  return {
    fields,
    indexOf(field) {
      const text = JSON.stringify(field);
      const index = known.get(text) ?? fields.push(field) - 1;
      known.set(text, index);
      return index;
    },
  };
};
