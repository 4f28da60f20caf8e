import { genericHandler } from '../../../api/generic.ts';
import { firstPath, setAt } from '../../../api/paths.ts';
import { notFound } from '../../../api-error.ts';
import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { markOfSuccess } from '../wire/family.ts';
import { stored } from '../wire/names.ts';
import { present } from '../wire/present.ts';

type Values = Readonly<Record<string, unknown>>;

/** @throws ApiError 404, which is mostly told as 422 */
export const found = (table: string, id: unknown, { store }: Twin): Row => {
  const row = store.find(table, id);
  if (!row) throw notFound(table, id);
  return row;
};

/** The record of the last path parameter. */
export const ofPath = (table: string, { path, twin }: Call): Row => found(table, Object.values(path).at(-1), twin);

/** Lists rows of a table. */
export const listOf =
  (table: string, keep: (row: Row, call: Call) => boolean = () => true): Handler =>
  (call) => ({ kind: 'rows', rows: call.twin.store.rows(table).filter((row) => keep(row, call)) });

/** Reads a row of a table. */
export const getOf =
  (table: string): Handler =>
  (call) => ({ kind: 'row', row: ofPath(table, call) });

/** Makes a row of a table from body and path. */
export const createIn =
  (table: string, more: (call: Call) => Values = () => ({})): Handler =>
  (call) => {
    const values = stored({ ...call.body, ...call.path });
    return { kind: 'row', row: call.twin.records.create(table, { ...more(call), ...values }, call.actor) };
  };

/** Writes the body into a row of a table. */
export const updateIn =
  (table: string, more: (call: Call, row: Row) => Values = () => ({})): Handler =>
  (call) => {
    const row = ofPath(table, call);
    const values = { ...stored(call.body), ...more(call, row) };
    return { kind: 'row', row: call.twin.records.update(table, row.id, values, call.actor) };
  };

/** Removes a row of a table. */
export const removeFrom =
  (table: string): Handler =>
  (call) => {
    call.twin.records.remove(table, ofPath(table, call).id, call.actor);
    return { kind: 'nothing' };
  };

/** A record that is no row: it is presented by its definition. */
export const oneRow = (values: Values): { readonly kind: 'row'; readonly row: Row } => ({
  kind: 'row',
  row: { id: '', ...values },
});

/** The generic work of an operation, whose record is always told: vcita documents no empty answers. */
export const told: Handler = (call) => {
  const { operation, twin } = call;
  const outcome = genericHandler(operation)?.(call);
  if (outcome?.kind !== 'row') throw new Error(`${operation.key} has no plain shape`);
  const path = firstPath(operation.definition.itemPath ?? twin.vendor.itemPath ?? 'data');
  return { kind: 'content', content: setAt(markOfSuccess(call), path, present(call, outcome.row)) };
};

/** An answer whose record the vendor puts into a list of one. */
export const inList =
  (handler: Handler): Handler =>
  (call) => {
    const outcome = handler(call);
    if (outcome.kind !== 'row') return outcome;
    const path = firstPath(call.operation.definition.itemPath ?? 'data');
    return { kind: 'content', content: setAt(markOfSuccess(call), path, [present(call, outcome.row)]) };
  };
