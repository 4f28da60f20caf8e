import { type Field, type Operation, operationsOf } from '@patchbay/core';
import { ApiError, fieldProblem, notFound, type Problem } from '../api-error.ts';
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
    return [{ ...fieldProblem(name, 'does not exist'), description: `There is no ${field.to} ${value}` }];
  });

/** Of a new record, values that contradict its path. */
const misplaced = ({ path, body }: Call): Problem[] =>
  Object.entries(path).flatMap(([name, id]) => {
    const given = body[name];
    return given === undefined || given === null || String(given) === id
      ? []
      : [fieldProblem(name, 'must be the one of the path')];
  });

const check = (call: Call, before: Row | undefined): void => {
  const { twin, operation, path, body } = call;
  // An update may give a record another one to hang on; a new one hangs where its path says.
  const values = before ? { ...path, ...body } : { ...body, ...path };
  const dangling = danglingRefs(operation.resource.fields, values, twin);
  const own = twin.rules.resources[operation.resource.name]?.check?.(values, before, twin) ?? [];
  const problems = [
    ...(before ? [] : misplaced(call)),
    ...dangling,
    // Rules know such references too: each is told once.
    ...own.filter(({ field }) => field === undefined || !dangling.some((one) => one.field === field)),
  ];
  if (problems.length > 0) throw new ApiError(422, problems);
};

const split = (call: Call): { readonly own: Values; readonly lists: Values } => {
  const nested = new Set(call.twin.rules.resources[call.operation.resource.name]?.nested);
  const part = (isNested: boolean): Values =>
    Object.fromEntries(Object.entries(call.body).filter(([name]) => nested.has(name) === isNested));
  return { own: part(false), lists: part(true) };
};

/** Every record of the path, each of them below those before it. */
const checkPath = (call: Call): void => {
  const entries = Object.entries(call.path);
  for (const [index, [name, id]] of entries.entries()) {
    const table = resourceNamed(call, name);
    const row = call.twin.store.find(table, id);
    const above = entries.slice(0, index).filter(([parent]) => row && Object.hasOwn(row, parent));
    if (!row || !isBelow(row, above)) throw notFound(table, id);
  }
};

/** Null takes no record out of the place where it is found: vendors that take it there do not say what it would mean. */
const placed = ({ body, ...call }: Call): Call => ({
  ...call,
  body: Object.fromEntries(
    Object.entries(body).filter(([name, value]) => value !== null || !Object.hasOwn(call.path, name)),
  ),
});

const create: Handler = (given) => {
  const call = placed(given);
  const { twin, operation, actor } = call;
  const resource = operation.resource.name;
  const rules = twin.rules.resources[resource];
  checkPath(call);
  check(call, undefined);
  const { own, lists } = split(call);
  const values = { ...own, ...call.path };
  const prepared = withoutFiles(call.operation, rules?.prepare?.(values, undefined, call) ?? values);
  const row = twin.records.create(resource, { ...rules?.defaults?.(prepared, twin), ...prepared }, actor);
  rules?.storeNested?.(row, lists, call);
  return { kind: 'row', row, status: 201 };
};

const update: Handler = (given) => {
  const call = placed(given);
  const { twin, operation, actor } = call;
  const resource = operation.resource.name;
  const rules = twin.rules.resources[resource];
  const before = ownRow(call);
  check(call, before);
  const { own, lists } = split(call);
  const prepared = withoutFiles(call.operation, rules?.prepare?.(own, before, call) ?? own);
  const row = twin.records.update(resource, before.id, prepared, actor);
  rules?.storeNested?.(row, lists, call, before);
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
