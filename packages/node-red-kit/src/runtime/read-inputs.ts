import {
  checkField,
  type Field,
  type Input,
  InputError,
  type InputIssue,
  type InputValues,
  type Operation,
} from '@patchbay/core';
import type { Node, NodeAPI, NodeMessage } from 'node-red';
import type { ActionConfig, TypedValue } from '../config.ts';
import { asError } from './in-background.ts';
import { payloadIssues, payloadValue } from './payload-values.ts';
import { resolveValue, type Scope } from './typed-value.ts';
import { ValueProblem } from './value-problem.ts';

/** What a message asks for, by form and payload. */
export interface Inputs {
  readonly values: InputValues;
  /** Rows at most, all when there is none */
  readonly limit: number | undefined;
  /** Rows passed over at the start, none when there is none */
  readonly offset: number | undefined;
  /** Path that a file is saved to */
  readonly saveTo: string | undefined;
}

const limitField: Field = { kind: 'integer', description: 'Rows at most', minimum: 0 };
const offsetField: Field = { kind: 'integer', description: 'Rows passed over', minimum: 0 };
const pathField: Field = { kind: 'text', description: 'Path of a file' };

// The form always shows what is required and what helps to choose: left empty there, it was not given.
const isGiven = (given: TypedValue | undefined, { required, place }: Input): given is TypedValue =>
  given !== undefined && !((required || place === 'local') && given.type === 'str' && given.value === '');

const problemsOf = ({ name, required, field }: Input, value: unknown): InputIssue[] => {
  if (value === undefined)
    return required && field.default === undefined ? [{ field: name, problem: 'is missing' }] : [];
  return checkField(field, value, name);
};

const problemIn = (thrown: unknown): string =>
  thrown instanceof ValueProblem ? thrown.message : `cannot be worked out: ${asError(thrown).message}`;

/**
 * The inputs of an operation for one message: what the form says comes first, then `msg.payload` as far as the node may use
 * it. Whether they fit the operation is for the engine to say.
 * @throws InputError when an expression fails or the payload is no input, naming everything else that is wrong as well
 */
export const readInputs = async (
  RED: NodeAPI,
  node: Node,
  operation: Operation,
  config: ActionConfig,
  message: NodeMessage,
): Promise<Inputs> => {
  const { resource, vendor } = operation;
  const scope: Scope = { RED, node, message, resource, quote: vendor.filter?.quote };
  const values: Record<string, unknown> = {};
  const failures = new Map<string, InputIssue>();
  const attempt = async (name: string, work: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await work();
    } catch (thrown) {
      failures.set(name, { field: name, problem: problemIn(thrown) });
      return undefined;
    }
  };
  const read = (name: string, given: TypedValue, field: Field): Promise<unknown> =>
    attempt(name, () => resolveValue(scope, given, field, name));
  for (const input of operation.inputs) {
    const given = config.fields?.[input.name];
    const value = isGiven(given, input) ? await read(input.name, given, input.field) : undefined;
    values[input.name] =
      value === undefined && !failures.has(input.name)
        ? await attempt(input.name, () => payloadValue(scope, input, operation, config))
        : value;
  }
  const unknown = Object.keys(config.fields ?? {}).filter((name) => !(name in values));
  // Left to the engine, which refuses what the operation does not take.
  for (const name of unknown) values[name] = config.fields[name]?.value;
  const { returns } = operation.definition;
  const limit = config.limit && returns === 'many' ? await read('limit', config.limit, limitField) : undefined;
  const offset = config.offset && returns === 'many' ? await read('offset', config.offset, offsetField) : undefined;
  const saveTo = config.saveTo && returns === 'file' ? await read('saveTo', config.saveTo, pathField) : undefined;
  const others = payloadIssues(operation, config, message.payload);
  if (failures.size > 0 || others.length > 0) {
    const issues = operation.inputs.flatMap((input) =>
      failures.has(input.name) ? [] : problemsOf(input, values[input.name]),
    );
    const gone = unknown.map((field) => ({ field, problem: `is not a field of "${operation.definition.summary}"` }));
    const all = [...failures.values(), ...issues, ...gone, ...others];
    throw new InputError(`${operation.definition.summary} cannot be sent`, all, {
      vendor: operation.vendor.name,
      operation: operation.key,
    });
  }
  return {
    values,
    limit: limit as number | undefined,
    offset: offset as number | undefined,
    saveTo: typeof saveTo === 'string' ? saveTo : undefined,
  };
};
