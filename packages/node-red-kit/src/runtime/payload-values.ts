import { coerce, type Input, type InputIssue, type Operation } from '@patchbay/core';
import type { ActionConfig } from '../config.ts';
import { eitherOf } from '../either-of.ts';
import { takesFiles } from '../takes-files.ts';
import { withDataUri } from './data-uri.ts';
import { filesOf } from './file-input.ts';
import { fileOriginOf, type Scope } from './typed-value.ts';

// Objects of a Function node come from another realm: their prototype is not ours.
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === '[object Object]';

// One of a set is asked for as a required field is.
const isWanted = (input: Input, operation: Operation, { fromPayload, fields }: ActionConfig): boolean => {
  if (fromPayload !== 'required' || input.required) return fromPayload !== 'none';
  const sets: (readonly string[])[] = [...(operation.definition.oneOf ?? []), ...eitherOf(operation)];
  const set = sets.find((names) => names.includes(input.name));
  return set !== undefined && !set.some((name) => fields?.[name] !== undefined);
};

/** What `msg.payload` says of an input, as far as the node may take it from there. */
export const payloadValue = async (
  scope: Scope,
  input: Input,
  operation: Operation,
  config: ActionConfig,
): Promise<unknown> => {
  const { payload } = scope.message;
  if (!isWanted(input, operation, config) || !isRecord(payload) || !Object.hasOwn(payload, input.name))
    return undefined;
  const value = payload[input.name];
  const origin = fileOriginOf(scope, input.name, 'none');
  // Whoever sends the payload must not choose among the files of this machine.
  if (takesFiles(input.field) && value !== undefined) return filesOf(input.field, value, origin);
  return coerce(input.field, withDataUri(input.field, value, origin));
};

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Uint8Array) return 'a Buffer';
  return { string: 'a text', number: 'a number', boolean: 'true or false' }[typeof value as string] ?? 'something else';
};

/**
 * What is wrong with a payload that fills every input: a name that nothing takes is a slip of somebody who meant one. A
 * payload that fills what is required may be a record, which has more in it; it is looked at for these names only.
 */
export const payloadIssues = (operation: Operation, { fromPayload }: ActionConfig, payload: unknown): InputIssue[] => {
  if (fromPayload !== 'all' || payload === undefined) return [];
  if (!isRecord(payload))
    return [{ field: 'msg.payload', problem: `must be an object of fields by their names, but is ${kindOf(payload)}` }];
  const known = new Set(operation.inputs.map(({ name }) => name));
  return Object.keys(payload)
    .filter((name) => !known.has(name) && payload[name] !== undefined)
    .map((field) => ({ field, problem: `in msg.payload is not a field of "${operation.definition.summary}"` }));
};
