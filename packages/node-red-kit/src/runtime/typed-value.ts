import { coerce, type Field } from '@patchbay/core';
import type { Node, NodeAPI, NodeMessage } from 'node-red';
import type { TypedValue } from '../config.ts';

// Literals go to `coerce` as they were typed: Node-RED itself reads an empty number as 0 and any text but "true" as false.
const literals = ['str', 'num', 'bool'];

const evaluate = (RED: NodeAPI, node: Node, message: NodeMessage, { type, value }: TypedValue): Promise<unknown> =>
  new Promise((resolve, reject) => {
    // It throws for bad JSON even when it is given a callback; this executor turns that into a rejection.
    RED.util.evaluateNodeProperty(value, type, node, message, (error, result) => {
      // A message property below one that is not there is as absent as one that is not there itself.
      if (error && type !== 'msg') reject(error);
      else resolve(error ? undefined : result);
    });
  });

const instantKinds: readonly Field['kind'][] = ['date', 'dateTime'];

/**
 * The value that a typedInput stands for, brought to the field's kind. `undefined` when there is none: an empty number,
 * flag or JSON, a message property that is not there, an environment variable that is not set.
 * @throws Error of the expression, in Node-RED's or JSONata's words
 */
export const resolveValue = async (
  RED: NodeAPI,
  node: Node,
  message: NodeMessage,
  given: TypedValue,
  field: Field,
): Promise<unknown> => {
  if (given.value === '' && !['str', 'date'].includes(given.type)) return undefined;
  if (literals.includes(given.type)) return coerce(field, given.value);
  const result = await evaluate(RED, node, message, given);
  if (given.type === 'env' && result === '') return undefined;
  if (given.type === 'date' && typeof result === 'number' && instantKinds.includes(field.kind))
    return coerce(field, new Date(result));
  return coerce(field, result);
};
