import type { Field } from '@patchbay/core';
import type { Call } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { views } from '../views/views.ts';
import { familyOf } from './family.ts';
import { valueNamed } from './names.ts';
import { tableOf } from './references.ts';

type Content = Readonly<Record<string, unknown>>;

/** A record with what follows from it and others, in the wording of the family that asks. */
export const viewOf = ({ operation, twin, query }: Call, row: Row): Content => {
  const { name } = operation.resource;
  const view = views[operation.key] ?? views[name] ?? views[tableOf(name)];
  return { ...row, ...view?.(row, { twin, family: familyOf(operation.path), query }) };
};

const isObject = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value with the parts that are documented; within it, nothing is left out where there is nothing. */
const shaped = (field: Field, value: unknown): unknown => {
  const { item, fields } = field;
  if (Array.isArray(value) && item) return value.map((entry) => shaped(item, entry));
  if (!isObject(value) || !fields || Object.keys(fields).length === 0) return value;
  const parts = Object.entries(fields).map(([name, own]) => [name, shaped(own, valueNamed(value, name)), own] as const);
  return Object.fromEntries(
    parts.flatMap(([name, part, own]) => (part === null && !own.nullable ? [] : [[name, part]])),
  );
};

/** A record as an operation answers with it: every documented field, `null` where there is nothing. */
export const present = (call: Call, row: Row): Content => {
  const { definition, resource } = call.operation;
  const view = viewOf(call, row);
  const fields = Object.entries<Field>(definition.row ?? resource.fields);
  // Where the vendor does not describe an answer, all is told that is known.
  if (fields.length === 0) return view;
  return Object.fromEntries(fields.map(([name, field]) => [name, shaped(field, valueNamed(view, name))]));
};
