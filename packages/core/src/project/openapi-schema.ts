import type { Field } from '../define/field.ts';
import type { Pagination, Paths } from '../define/pagination.ts';
import type { Resource } from '../define/resource.ts';
import type { Operation } from './operation.ts';
import { outputOf, schemaOf } from './outputs.ts';

/** A JSON Schema (draft 2020-12) or another part of an OpenAPI document. */
export type Part = Readonly<Record<string, unknown>>;

const mapped = <From, To>(
  entries: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, change(value)]));

const limits = ['minimum', 'maximum', 'maxLength', 'default', 'deprecated'] as const;

/** What a caller may send for a field. Unlike an answer, it holds null only where the vendor takes it. */
export const givenSchema = (field: Field): Part => {
  if (field.kind === 'file') return { description: field.description, contentMediaType: 'application/octet-stream' };
  const schema = schemaOf(field);
  const { type } = schema;
  return {
    ...schema,
    ...(Array.isArray(type) && !field.nullable && { type: type[0] }),
    ...(field.kind === 'choice' && !field.nullable && { enum: field.values }),
    ...(field.item && { items: givenSchema(field.item) }),
    ...(field.fields && { properties: mapped(field.fields, givenSchema) }),
    ...Object.fromEntries(limits.flatMap((name) => (field[name] === undefined ? [] : [[name, field[name]]]))),
    ...(field.example !== undefined && { examples: [field.example] }),
    ...(field.suggestions && !field.example && { examples: field.suggestions }),
    ...(field.secret && { writeOnly: true }),
  };
};

/** An object of which some properties must be there. */
export const objectOf = (properties: Readonly<Record<string, Part>>, required: readonly string[]): Part => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
});

const at = (path: string, inner: Part): Part =>
  path === '' ? inner : path.split('.').reduceRight<Part>((value, name) => objectOf({ [name]: value }, [name]), inner);

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is told at a dotted path beside an envelope, without being demanded. */
const beside = (envelope: Part, path: string, inner: Part): Part => {
  const [name = '', ...rest] = path.split('.');
  if (!isPart(envelope.properties)) return envelope;
  const known = envelope.properties[name];
  const own = rest.length > 0 ? beside(isPart(known) ? known : objectOf({}, []), rest.join('.'), inner) : inner;
  return { ...envelope, properties: { ...envelope.properties, [name]: known && rest.length === 0 ? known : own } };
};

/** Any of these, told once each. */
export const anyOf = (parts: readonly Part[]): Part => {
  const different = [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
  return different.length === 1 ? (different[0] as Part) : { anyOf: different };
};

const enveloped = (paths: Paths, inner: Part, change: (envelope: Part) => Part = (same) => same): Part =>
  anyOf([paths].flat().map((path) => change(at(path, inner))));

const withCounts = (envelope: Part, pagination: Pagination | false): Part => {
  if (!pagination) return envelope;
  const total = pagination.total === undefined ? [] : [[pagination.total, { type: 'integer' }] as const];
  const more = [pagination.more ?? []].flat().map((path) => [path, {}] as const);
  return [...total, ...more].reduce((sum, [path, inner]) => beside(sum, path, inner), envelope);
};

/** Pagination of an operation that lists; `false` for one that comes in one piece. */
export const pagingOf = ({ definition, vendor }: Operation): Pagination | false =>
  definition.returns === 'many' ? (definition.pagination ?? vendor.pagination) : false;

/** A record of a resource, as answers hold it. */
export const resourceSchema = ({ label, fields }: Resource): Part => ({
  type: 'object',
  title: label,
  properties: mapped(fields, schemaOf),
});

/** A row of an operation: that of its resource by reference, its own one in place. */
const rowSchema = (operation: Operation): Part =>
  operation.definition.row
    ? (outputOf(operation) as Part)
    : { $ref: `#/components/schemas/${operation.resource.name}` };

/** What a vendor answers with when all went well; `undefined` when the content does not matter. */
export const answerSchema = (operation: Operation): Part | undefined => {
  const { definition, vendor } = operation;
  if (definition.returns === 'nothing' || definition.readBack === 'always') return undefined;
  const row = rowSchema(operation);
  if (definition.returns !== 'many') return enveloped(definition.itemPath ?? vendor.itemPath ?? '', row);
  const pagination = pagingOf(operation);
  const paths = definition.rowsPath ?? (pagination || undefined)?.rows ?? vendor.rowsPath;
  return enveloped(paths, { type: 'array', items: row }, (envelope) => withCounts(envelope, pagination));
};
