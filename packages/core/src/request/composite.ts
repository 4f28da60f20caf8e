import { isConnectorError } from '../errors/connector-error.ts';
import { InputError } from '../errors/input-error.ts';
import type { Composite, Operation } from '../project/operation.ts';
import { checkInput, type InputValues } from './check-input.ts';
import type { Engine } from './engine.ts';
import { fillInput } from './fill.ts';
import type { CallOptions } from './ports.ts';
import type { Row } from './read-answer.ts';

/** Rows that are looked through for the one that fits exactly; a vendor's search may find more than that. */
const mostRows = 100;

const of = (operation: Operation, values: InputValues): InputValues =>
  Object.fromEntries(
    operation.inputs.filter(({ name }) => values[name] !== undefined).map(({ name }) => [name, values[name]]),
  );

const same = (one: unknown, other: unknown): boolean =>
  String(one ?? '').toLowerCase() === String(other ?? '').toLowerCase();

const withDefaults = ({ inputs }: Operation, values: InputValues): InputValues => ({
  ...Object.fromEntries(
    inputs.filter(({ field }) => field.default !== undefined).map(({ name, field }) => [name, field.default]),
  ),
  ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
});

const findRow = async (
  engine: Engine,
  { definition, find }: Composite,
  values: InputValues,
  options: CallOptions,
): Promise<Row | undefined> => {
  const paths = find.inputs.filter(({ place }) => place === 'path').map(({ name }) => [name, values[name]]);
  const input = { ...Object.fromEntries(paths), ...fillInput(definition.input, values) };
  for await (const page of engine.pages(find, input, { ...options, limit: mostRows })) {
    const fits = (row: Row): boolean =>
      definition.by.every((name) => !Object.hasOwn(row, name) || same(row[name], values[name]));
    const row = page.rows.find(fits);
    if (row) return row;
  }
  return undefined;
};

const isDouble = (error: unknown): boolean =>
  isConnectorError(error) && (error.code === 'UNPROCESSABLE' || error.code === 'CONFLICT');

/**
 * Finds a record, then updates it, or creates it when there is none. When another caller creates it in between, it is
 * found again and updated.
 */
export const callComposite = async (
  engine: Engine,
  operation: Operation,
  composite: Composite,
  input: InputValues,
  options: CallOptions,
): Promise<Row> => {
  checkInput(operation, input);
  const values = withDefaults(operation, input);
  const empty = composite.definition.by.filter((name) => values[name] === null || values[name] === '');
  if (empty.length > 0)
    throw new InputError(
      `${operation.definition.summary} cannot be sent`,
      empty.map((field) => ({ field, problem: 'must not be empty: the record is found by it' })),
      { vendor: operation.vendor.name, operation: operation.key },
    );
  const { create, update } = composite;
  const settle = async (row: Row): Promise<Row> => {
    if (!update) return { ...row, outcome: 'found' };
    const own = update.path.match(/\{(\w+)\}(?!.*\{)/)?.[1] ?? 'id';
    const given = { ...values, [own]: row[operation.resource.key ?? 'id'] };
    const updated = await engine.call(update, of(update, given), options);
    return { ...row, ...updated, outcome: 'updated' };
  };
  const found = await findRow(engine, composite, values, options);
  if (found) return settle(found);
  try {
    return { ...(await engine.call(create, of(create, values), options)), outcome: 'created' };
  } catch (error) {
    const double = isDouble(error) ? await findRow(engine, composite, values, options) : undefined;
    if (!double) throw error;
    return settle(double);
  }
};
