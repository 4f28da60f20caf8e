import type { Field, Fields } from '../define/field.ts';
import type { Operation } from './operation.ts';

/** A JSON Schema (draft 2020-12), as far as it is needed here. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly (string | null)[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

const types: Partial<Record<Field['kind'], string>> = {
  integer: 'integer',
  number: 'number',
  money: 'number',
  flag: 'boolean',
  choices: 'array',
  list: 'array',
  object: 'object',
};
const formats: Partial<Record<Field['kind'], string>> = {
  date: 'date',
  dateTime: 'date-time',
  email: 'email',
  url: 'uri',
};

/** One field of an answer as JSON Schema. Any may be null: vendors are read leniently. */
export const schemaOf = (field: Field): JsonSchema => {
  const { kind, description } = field;
  if (kind === 'json') return { description };
  const format = formats[kind];
  return {
    type: [types[kind] ?? 'string', 'null'],
    description,
    ...(format && { format }),
    ...(kind === 'choice' && field.values && { enum: [...field.values, null] }),
    ...(kind === 'choices' && field.values && { items: { enum: field.values } }),
    ...(kind === 'list' && field.item && { items: schemaOf(field.item) }),
    ...(kind === 'object' && field.fields && { properties: propertiesOf(field.fields) }),
  };
};

const propertiesOf = (fields: Fields): Record<string, JsonSchema> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)]));

/** JSON Schema of one record or row that an operation answers with; `undefined` when it answers with nothing. */
export const outputOf = ({ definition, resource }: Operation): JsonSchema | undefined =>
  definition.returns === 'nothing'
    ? undefined
    : { type: 'object', title: resource.label, properties: propertiesOf(definition.row ?? resource.fields) };
