import { isConnectorError } from '../errors/connector-error.ts';
import type { InputIssue } from '../errors/input-error.ts';
import type { Composite, Input, Operation } from '../project/operation.ts';
import { checkInput, type InputValues, refusal } from './check-input.ts';
import type { Engine } from './engine.ts';
import { fillInput } from './fill.ts';
import { followUp } from './follow-up.ts';
import type { CallOptions } from './ports.ts';
import type { Row } from './read-answer.ts';

/** Rows that are looked through for the one that fits exactly; a vendor's search may find more than that. */
const mostRows = 100;

const of = (operation: Operation, values: InputValues, isWanted: (input: Input) => boolean = () => true): InputValues =>
  Object.fromEntries(
    operation.inputs
      .filter((input) => values[input.name] !== undefined && isWanted(input))
      .map(({ name }) => [name, values[name]]),
  );

/** Values that no record can be looked for by. */
const unfindable = ({ vendor }: Operation, { definition }: Composite, values: InputValues): InputIssue[] =>
  definition.by.flatMap((field) => {
    const value = values[field];
    if (value === null || value === '') return [{ field, problem: 'must not be empty: the record is found by it' }];
    const quote = vendor.filter?.quote;
    return quote !== undefined && typeof value === 'string' && value.includes(quote)
      ? [{ field, problem: `must not have a ${quote}: ${vendor.label} cannot look for it` }]
      : [];
  });

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

/** Whether a create may have been done although it failed: then the record tells. */
const isUnsure = (error: unknown): boolean =>
  isConnectorError(error) && (error.code === 'OUTCOME_UNKNOWN' || (error.code === 'SERVER_ERROR' && !error.retryable));

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
  const issues = unfindable(operation, composite, values);
  if (issues.length > 0) throw refusal(operation, issues);
  const { create, update } = composite;
  const updateWith = (row: Row, names: (input: Input) => boolean): Promise<Row | undefined> => {
    if (!update) return Promise.resolve(undefined);
    const own = update.path.match(/\{(\w+)\}(?!.*\{)/)?.[1] ?? 'id';
    const given = { ...values, [own]: row[operation.resource.key ?? 'id'] };
    return engine.call(update, of(update, given, names), options);
  };
  const settle = async (row: Row): Promise<Row> => {
    if (!update) return { ...row, outcome: 'found' };
    return { ...row, ...(await updateWith(row, () => true)), outcome: 'updated' };
  };
  /** What only an update takes is set by one; a record that the answer does not show is looked for. */
  const complete = async (answer: Row | undefined): Promise<Row> => {
    const row =
      answer?.[operation.resource.key ?? 'id'] === undefined
        ? await findRow(engine, composite, values, options)
        : answer;
    const isLate = ({ name, place }: Input): boolean =>
      place === 'body' && input[name] !== undefined && !create.inputs.some((other) => other.name === name);
    const late = row && update?.inputs.some(isLate);
    const updated = late ? await updateWith(row, (each) => each.place !== 'body' || isLate(each)) : undefined;
    return { ...answer, ...row, ...updated, outcome: 'created' };
  };
  const found = await findRow(engine, composite, values, options);
  if (found) return settle(found);
  let created: Row | undefined;
  try {
    created = await engine.call(create, of(create, values), options);
  } catch (error) {
    if (!isDouble(error) && !isUnsure(error)) throw error;
    // Of two failures the first one counts: it tells what may have been done.
    const there = await findRow(engine, composite, values, options).catch(() => undefined);
    if (!there) throw error;
    if (isDouble(error)) return settle(there);
    created = there;
  }
  return followUp(create, 'not all of it could be set', () => complete(created));
};
