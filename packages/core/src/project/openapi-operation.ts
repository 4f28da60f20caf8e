import type { Body } from '../define/operation.ts';
import { evidenceText } from './evidence.ts';
import { answerSchema, anyOf, givenSchema, objectOf, type Part, pagingOf } from './openapi-schema.ts';
import type { Input, Operation } from './operation.ts';

/** One HTTP call of an OpenAPI document, with the operations that make it. */
export interface Call {
  readonly operations: readonly Operation[];
  /** Path that the document lists it under: names of parameters may be those of another call */
  readonly path: string;
}

type Properties = Readonly<Record<string, Part>>;

const wireName = ({ name, field }: Input): string => field.wire ?? name;

/** A value that can be found otherwise need not be given by a caller, but the vendor still demands it. */
const demanded = ({ definition }: Operation, { name, required, field }: Input): boolean =>
  required || field.required === true || definition.body?.required?.includes(name) === true;

const parameterNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

const queryParameter = (operation: Operation, input: Input): Part => {
  const { field } = input;
  const isList = field.kind === 'list' || field.kind === 'choices';
  const schema = givenSchema(field);
  return {
    name: wireName(input),
    in: 'query',
    description: field.description,
    ...(demanded(operation, input) && { required: true }),
    ...(field.deprecated && { deprecated: true }),
    ...(isList && { style: 'form', explode: field.several === 'repeat' }),
    ...(field.kind === 'object' || field.kind === 'json'
      ? { content: { 'application/json': { schema } } }
      : { schema }),
  };
};

const pagingParameters = (operation: Operation): Part[] => {
  const pagination = pagingOf(operation);
  if (!pagination) return [];
  const counted = pagination.style === 'offset';
  const size = { type: 'integer', minimum: 1, maximum: pagination.maxPageSize };
  return [
    { name: counted ? pagination.limit : pagination.size, in: 'query', description: 'Rows wanted', schema: size },
    counted
      ? { name: pagination.offset, in: 'query', description: 'Rows to skip', schema: { type: 'integer', minimum: 0 } }
      : { name: pagination.page, in: 'query', description: 'Page', schema: { type: 'integer', minimum: 1 } },
  ];
};

const parametersOf = (operation: Operation, path: string): Part[] => {
  const names = new Map(parameterNames(operation.path).map((own, index) => [own, parameterNames(path)[index]]));
  const ofPath = operation.inputs
    .filter(({ place }) => place === 'path')
    .map(({ name, field }) => ({
      name: names.get(name),
      in: 'path',
      required: true,
      description: field.description,
      schema: givenSchema(field),
    }));
  const ofQuery = operation.inputs
    .filter(({ place }) => place === 'query')
    .map((input) => queryParameter(operation, input));
  const said = new Set(ofQuery.map(({ name }) => name));
  return [...ofPath, ...ofQuery, ...pagingParameters(operation).filter(({ name }) => !said.has(name))];
};

/** Parameters of several operations; one that any of them can do without is not demanded. */
const joined = (lists: readonly (readonly Part[])[]): Part[] => {
  const keyOf = ({ name, in: place }: Part): string => `${place} ${name}`;
  const first = new Map<string, Part>();
  for (const part of lists.flat()) if (!first.has(keyOf(part))) first.set(keyOf(part), part);
  return [...first].map(([key, part]) => {
    const always = lists.every((list) => list.some((other) => keyOf(other) === key && other.required));
    const { required, ...rest } = part;
    return required && always ? part : rest;
  });
};

const isFile = ({ field }: Input): boolean => field.kind === 'file' || field.item?.kind === 'file';

const wrapped = (wrap: string | undefined, inner: Part): Part => {
  if (!wrap) return inner;
  const inList = wrap.endsWith('[]');
  const names = (inList ? wrap.slice(0, -2) : wrap).split('.');
  const content: Part = inList ? { type: 'array', items: inner, minItems: 1, maxItems: 1 } : inner;
  return names.reduceRight<Part>((value, name) => objectOf({ [name]: value }, [name]), content);
};

const bodySchema = (operation: Operation, body: Body, inputs: readonly Input[], flat: boolean): Part => {
  const [head, ...deeper] = body.wrap?.split('.') ?? [];
  const nameOf = (input: Input): string =>
    flat && head && input.place === 'body'
      ? [...deeper, wireName(input)].reduce((sum, name) => `${sum}[${name}]`, head)
      : wireName(input);
  const of = (place: Input['place']) => {
    const own = inputs.filter((input) => input.place === place);
    const properties: Properties = Object.fromEntries(own.map((input) => [nameOf(input), givenSchema(input.field)]));
    return { properties, required: own.filter((input) => demanded(operation, input)).map(nameOf) };
  };
  const repeated = Object.fromEntries(
    (body.fromPath ?? []).map((name) => [name, { type: 'string', description: 'The same as in the path' }]),
  );
  const fixed = Object.fromEntries(Object.entries(body.fixed ?? {}).map(([name, value]) => [name, { const: value }]));
  const [inner, outside] = [of('body'), of('outside')];
  const own = objectOf({ ...repeated, ...inner.properties }, [...Object.keys(repeated), ...inner.required]);
  const content = flat ? own : wrapped(body.wrap, own);
  return objectOf({ ...(content.properties as Properties), ...fixed, ...outside.properties }, [
    ...((content.required as readonly string[] | undefined) ?? []),
    ...Object.keys(fixed),
    ...outside.required,
  ]);
};

/** Schemas of an operation's content by media type: JSON, unless a file must be in it; a form, when there may be one. */
const contentOf = (operation: Operation): Readonly<Record<string, Part>> => {
  const { body } = operation.definition;
  if (!body) return {};
  const inputs = operation.inputs.filter(({ place }) => place === 'body' || place === 'outside');
  const files = inputs.filter(isFile);
  const withoutFiles = inputs.filter((input) => !isFile(input));
  const needsFile = files.some((input) => demanded(operation, input));
  return {
    ...(!needsFile && { 'application/json': bodySchema(operation, body, withoutFiles, false) }),
    ...(files.length > 0 && { 'multipart/form-data': bodySchema(operation, body, inputs, true) }),
  };
};

const requestBody = (operations: readonly Operation[]): Part | undefined => {
  const contents = operations.map(contentOf);
  const types = [...new Set(contents.flatMap((content) => Object.keys(content)))];
  if (types.length === 0) return undefined;
  const schemaFor = (type: string): Part =>
    anyOf(contents.map((content) => content[type]).filter((schema) => schema !== undefined));
  const all = contents.flatMap((content) => Object.values(content));
  return {
    ...(all.every(({ required }) => required) && all.length >= operations.length && { required: true }),
    content: Object.fromEntries(types.map((type) => [type, { schema: schemaFor(type) }])),
  };
};

const responsesOf = (operations: readonly Operation[], label: string): Part => {
  const schemas = operations.map(answerSchema).filter((schema) => schema !== undefined);
  const content = schemas.length > 0 && { content: { 'application/json': { schema: anyOf(schemas) } } };
  return {
    '2XX': { description: 'Done', ...content },
    default: { description: `Not done; ${label} says why` },
  };
};

const sentence = (text: string): string => `${text.replace(/\.$/, '')}.`;

const describe = ({ definition, vendor }: Operation): string =>
  [
    definition.description && sentence(definition.description),
    definition.deprecated && `Deprecated: ${sentence(definition.deprecated)}`,
    definition.evidence !== 'documented' && evidenceText(definition.evidence, vendor),
  ]
    .filter(Boolean)
    .join(' ');

/** A call as OpenAPI says it. Operations that share method and path become one, which takes what any of them takes. */
export const openApiOperation = ({ operations, path }: Call): Part => {
  const [first] = operations as readonly [Operation, ...Operation[]];
  const body = requestBody(operations);
  const description = [...new Set(operations.map(describe).filter(Boolean))].join('\n\n');
  return {
    operationId: first.key,
    tags: [...new Set(operations.map(({ resource }) => resource.name))],
    summary: operations.map(({ definition }) => definition.summary).join(', or: '),
    ...(description && { description }),
    ...(operations.every(({ definition }) => definition.deprecated) && { deprecated: true }),
    parameters: joined(operations.map((operation) => parametersOf(operation, path))),
    ...(body && { requestBody: body }),
    responses: responsesOf(operations, first.vendor.label),
    'x-evidence': first.definition.evidence,
    'x-source': first.definition.source,
  };
};
