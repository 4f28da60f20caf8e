import { type Field, type Operation, operationsOf } from '@patchbay/core';
import { ApiError, notFound, type Problem } from '../api-error.ts';
import { withoutFiles } from '../files/file-values.ts';
import { tokenPathsOf } from '../oauth/authorization-server.ts';
import type { Call, Handler } from '../rules.ts';
import type { Row } from '../store.ts';
import type { Twin } from '../twin.ts';
import { type Shape, shapeOf } from './shape.ts';

type Values = Readonly<Record<string, unknown>>;

/** The kind of record that a path parameter names, as the definition says. */
const resourceNamed = ({ operation }: Call, parameter: string): string =>
  operation.inputs.find(({ name, place }) => place === 'path' && name === parameter)?.field.to ?? parameter;

const isBelow = (row: Row, parents: readonly (readonly [string, string])[]): boolean =>
  parents.every(([name, id]) => row[name] === id);

const ownRow = (call: Call): Row => {
  const { operation, path, twin } = call;
  const { name } = operation.resource;
  const entries = Object.entries(path);
  const id = entries.at(-1)?.[1];
  // Without any parameter there is one record only, such as the account.
  const row = id === undefined ? twin.store.rows(name)[0] : twin.store.find(name, id);
  if (!row || !isBelow(row, entries.slice(0, -1))) throw notFound(name, id ?? '');
  return row;
};

const list: Handler = (call) => {
  const rows = call.twin.store.rows(call.operation.resource.name);
  return { kind: 'rows', rows: rows.filter((row) => isBelow(row, Object.entries(call.path))) };
};

const get: Handler = (call) => ({ kind: 'row', row: ownRow(call) });

/** References in values that point to no record; kinds of record that the twin does not keep are not asked about. */
const danglingRefs = (fields: Readonly<Record<string, Field>>, values: Values, twin: Twin): Problem[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const field = fields[name];
    if (field?.kind !== 'ref' || typeof value !== 'string' || !twin.store.tables().includes(field.to as string))
      return [];
    if (twin.store.find(field.to as string, value)) return [];
    return [{ message: `${name}: does not exist`, description: `There is no ${field.to} ${value}`, field: name }];
  });

const check = (call: Call, before: Row | undefined): void => {
  const { twin, operation } = call;
  const values = { ...call.body, ...call.path };
  const rules = twin.rules.resources[operation.resource.name];
  const problems = [
    ...danglingRefs(operation.resource.fields, values, twin),
    ...(rules?.check?.(values, before, twin) ?? []),
  ];
  if (problems.length > 0) throw new ApiError(422, problems);
};

const split = (call: Call): { readonly own: Values; readonly lists: Values } => {
  const nested = new Set(call.twin.rules.resources[call.operation.resource.name]?.nested);
  const part = (isNested: boolean): Values =>
    Object.fromEntries(Object.entries(call.body).filter(([name]) => nested.has(name) === isNested));
  return { own: part(false), lists: part(true) };
};

const create: Handler = (call) => {
  const { twin, operation, actor } = call;
  const resource = operation.resource.name;
  const rules = twin.rules.resources[resource];
  for (const [name, id] of Object.entries(call.path))
    if (!twin.store.find(resourceNamed(call, name), id)) throw notFound(resourceNamed(call, name), id);
  check(call, undefined);
  const { own, lists } = split(call);
  const values = { ...own, ...call.path };
  const prepared = withoutFiles(call.operation, rules?.prepare?.(values, undefined, call) ?? values);
  const row = twin.records.create(resource, { ...rules?.defaults?.(prepared, twin), ...prepared }, actor);
  rules?.storeNested?.(row, lists, call);
  return { kind: 'row', row, status: 201 };
};

const update: Handler = (call) => {
  const { twin, operation, actor } = call;
  const resource = operation.resource.name;
  const rules = twin.rules.resources[resource];
  const before = ownRow(call);
  check(call, before);
  const { own, lists } = split(call);
  const prepared = withoutFiles(call.operation, rules?.prepare?.(own, before, call) ?? own);
  const row = twin.records.update(resource, before.id, prepared, actor);
  rules?.storeNested?.(row, lists, call);
  return { kind: 'row', row };
};

const remove: Handler = (call) => {
  const { twin, operation, actor } = call;
  const row = ownRow(call);
  const own = twin.rules.resources[operation.resource.name]?.remove;
  if (own) own(row, twin, actor);
  else twin.records.remove(operation.resource.name, row.id, actor);
  return { kind: 'nothing' };
};

const handlers: Readonly<Record<Shape, Handler>> = { list, get, create, update, remove };

/** The handler that follows from the shape of an operation's method, path and answer; `undefined` when it has no plain one. */
export const genericHandler = (operation: Operation): Handler | undefined => {
  const shape = shapeOf(operation);
  return shape && handlers[shape];
};

/** Keys of the operations that a twin could only answer with 501: no plain shape and no handler of their own. */
export const unhandledOperations = ({ vendor, rules }: Pick<Twin, 'vendor' | 'rules'>): string[] => {
  const answeredElsewhere = rules.oauth ? tokenPathsOf(vendor) : new Set<string>();
  return [...operationsOf(vendor).values()]
    .filter(({ path }) => !answeredElsewhere.has(path))
    .filter((operation) => !operation.composite && !rules.handlers[operation.key] && !genericHandler(operation))
    .map(({ key }) => key);
};
