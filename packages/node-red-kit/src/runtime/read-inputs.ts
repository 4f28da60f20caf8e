import {
  checkField,
  coerce,
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
import { resolveValue } from './typed-value.ts';

/** What a message asks for, by form and payload. */
export interface Inputs {
  readonly values: InputValues;
  /** Rows at most, all when there is none */
  readonly limit: number | undefined;
}

const limitField: Field = { kind: 'integer', description: 'Rows at most', minimum: 0 };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);

const fromPayload = (input: Input, config: ActionConfig, payload: unknown): unknown => {
  const wanted = config.fromPayload === 'all' || (config.fromPayload === 'required' && input.required);
  if (!wanted || !isRecord(payload) || !Object.hasOwn(payload, input.name)) return undefined;
  return coerce(input.field, payload[input.name]);
};

// The form always shows what is required: left empty there, it was not given.
const isGiven = (given: TypedValue | undefined, input: Input): given is TypedValue =>
  given !== undefined && !(input.required && given.type === 'str' && given.value === '');

const problemsOf = ({ name, required, field }: Input, value: unknown): InputIssue[] => {
  if (value === undefined) return required ? [{ field: name, problem: 'is missing' }] : [];
  return checkField(field, value, name);
};

/**
 * The inputs of an operation for one message: what the form says comes first, then `msg.payload` as far as the node may use
 * it. Whether they fit the operation is for the engine to say.
 * @throws InputError when an expression fails, naming everything else that is wrong as well
 */
export const readInputs = async (
  RED: NodeAPI,
  node: Node,
  operation: Operation,
  config: ActionConfig,
  message: NodeMessage,
): Promise<Inputs> => {
  const values: Record<string, unknown> = {};
  const failures = new Map<string, InputIssue>();
  const read = async (name: string, given: TypedValue, field: Field): Promise<unknown> => {
    try {
      return await resolveValue(RED, node, message, given, field);
    } catch (thrown) {
      failures.set(name, { field: name, problem: `cannot be worked out: ${asError(thrown).message}` });
      return undefined;
    }
  };
  for (const input of operation.inputs) {
    const given = config.fields?.[input.name];
    const value = isGiven(given, input) ? await read(input.name, given, input.field) : undefined;
    values[input.name] = value === undefined ? fromPayload(input, config, message.payload) : value;
  }
  const unknown = Object.keys(config.fields ?? {}).filter((name) => !(name in values));
  // Left to the engine, which refuses what the operation does not take.
  for (const name of unknown) values[name] = config.fields[name]?.value;
  const limit = config.limit ? await read('limit', config.limit, limitField) : undefined;
  if (failures.size > 0) {
    const issues = operation.inputs.flatMap((input) =>
      failures.has(input.name) ? [] : problemsOf(input, values[input.name]),
    );
    const others = unknown.map((field) => ({ field, problem: `is not a field of "${operation.definition.summary}"` }));
    const all = [...failures.values(), ...issues, ...others];
    throw new InputError(`${operation.definition.summary} cannot be sent`, all, {
      vendor: operation.vendor.name,
      operation: operation.key,
    });
  }
  return { values, limit: limit as number | undefined };
};
