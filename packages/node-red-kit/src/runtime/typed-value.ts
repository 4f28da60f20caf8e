import { coerce, type Field, type Resource } from '@patchbay/core';
import type { Node, NodeAPI, NodeMessage } from 'node-red';
import type { TypedValue } from '../config.ts';
import { isNothing } from '../empty-value.ts';
import { takesFiles } from '../takes-files.ts';
import { resolveConditions, savedOrder } from './conditions.ts';
import { withDataUri } from './data-uri.ts';
import { type FileOrigin, filesOf } from './file-input.ts';

/** What expressions are worked out with. */
export interface Scope {
  readonly RED: NodeAPI;
  readonly node: Node;
  readonly message: NodeMessage;
  /** Whose rows conditions speak of */
  readonly resource: Resource;
  /** What no value of a condition can have in it */
  readonly quote: string | undefined;
}

// Literals go to `coerce` as they were typed: Node-RED itself reads an empty number as 0 and any text but "true" as false.
const literals = ['str', 'num', 'bool'];

const evaluate = ({ RED, node, message }: Scope, { type, value }: TypedValue): Promise<unknown> =>
  new Promise((resolve, reject) => {
    // It throws for bad JSON even when it is given a callback; this executor turns that into a rejection.
    RED.util.evaluateNodeProperty(value, type, node, message, (error, result) => {
      // A message property below one that is not there is as absent as one that is not there itself.
      if (error && type !== 'msg') reject(error);
      else resolve(error ? undefined : result);
    });
  });

const instantKinds: readonly Field['kind'][] = ['date', 'dateTime'];

const textAt = (value: unknown, name: string): string | undefined => {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
};

/** Folder that relative paths start from, as in Node-RED's own file nodes. */
export const workingFolder = (RED: NodeAPI): string => {
  const { fileWorkingDirectory } = RED.settings as { fileWorkingDirectory?: unknown };
  return typeof fileWorkingDirectory === 'string' && fileWorkingDirectory !== '' ? fileWorkingDirectory : process.cwd();
};

/**
 * What a message tells of a file whose content comes without name: `msg.file`, as this kit's nodes set it for one they
 * received, else `msg.filename`, as Node-RED's own nodes do.
 */
export const fileOriginOf = ({ RED, message }: Scope, input: string, paths: FileOrigin['paths']): FileOrigin => {
  const { file } = message as { file?: unknown };
  return {
    input,
    paths,
    folder: workingFolder(RED),
    name: textAt(file, 'name') ?? textAt(message, 'filename'),
    type: textAt(file, 'type'),
  };
};

// What a message says may be a stranger's word: a text in it is no path.
const pathsFor = (type: string): FileOrigin['paths'] => (type === 'msg' ? 'object' : 'text');

/**
 * The value that a typedInput stands for, brought to the field's kind. `undefined` when there is none: see `isNothing`, and a
 * message property that is not there, an environment variable that is not set.
 * @param input wire name of the field
 * @throws ValueProblem, or Error of the expression in Node-RED's or JSONata's words
 */
export const resolveValue = async (scope: Scope, given: TypedValue, field: Field, input: string): Promise<unknown> => {
  const { type, value } = given;
  if (isNothing(field, given)) return undefined;
  if (type === 'conditions')
    return resolveConditions(value, scope.resource, scope.quote, (one, its) => resolveValue(scope, one, its, input));
  if (type === 'order') return savedOrder(value);
  const result = literals.includes(type) ? value : await evaluate(scope, given);
  if (type === 'env' && result === '') return undefined;
  if (takesFiles(field) && result !== undefined && result !== null)
    return filesOf(field, result, fileOriginOf(scope, input, pathsFor(type)));
  if (type === 'date' && typeof result === 'number' && instantKinds.includes(field.kind))
    return coerce(field, new Date(result));
  return coerce(field, withDataUri(field, result, fileOriginOf(scope, input, 'none')));
};
