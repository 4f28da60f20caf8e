import type { CallOptions, Engine, FileAnswer, InputValues, Operation, Row } from '@patchbay/core';
import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';
import { nodeStreamOf } from '../host/answer-stream.ts';
import { isLimited } from '../properties/fixed-properties.ts';
import { isSimplified, simplifier } from './simplify.ts';

/** What a call gives for one item: a record, and a file where the operation answers with one. */
export interface Result {
  readonly json: Row;
  readonly binary?: IBinaryKeyData;
}

type StoredContent = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

const confirmation = (operation: Operation, input: InputValues): Row => {
  if (operation.method === 'DELETE') return { deleted: true };
  const path = operation.inputs.filter(({ place }) => place === 'path');
  return { success: true, ...Object.fromEntries(path.map(({ name }) => [name, input[name]])) };
};

const collected = async (stream: ReadableStream<Uint8Array>): Promise<Buffer> =>
  Buffer.from(await new Response(stream).arrayBuffer());

/** Puts a file into n8n's storage as it comes in; n8n reads it whole only where it keeps files in memory. */
const stored = async (context: IExecuteFunctions, item: number, file: FileAnswer): Promise<Result> => {
  const { name, type, stream } = file;
  const content = (nodeStreamOf(stream) as unknown as StoredContent | undefined) ?? (await collected(stream));
  const data = await context.helpers.prepareBinaryData(content, name, type);
  const size = data.bytes ?? file.size;
  const field = context.getNodeParameter('outputField', item, 'data') as string;
  return { json: { name, type, ...(size !== undefined && { size }) }, binary: { [field]: data } };
};

/**
 * Runs one operation for one item.
 * @returns a result for each record; what says that it was done, where the vendor answers with nothing
 */
export const runOperation = async (
  context: IExecuteFunctions,
  engine: Engine,
  operation: Operation,
  input: InputValues,
  item: number,
  options: CallOptions,
): Promise<Result[]> => {
  const { returns } = operation.definition;
  if (returns === 'file') return [await stored(context, item, await engine.download(operation, input, options))];
  const simple = isSimplified(operation) && context.getNodeParameter('simplify', item, true);
  const shape = simple ? simplifier(operation, input, options.raw) : (row: Row) => row;
  if (returns === 'many') {
    const all = !isLimited(operation) || context.getNodeParameter('returnAll', item, false);
    const limit = all ? {} : { limit: context.getNodeParameter('limit', item, 50) };
    const offset = context.getNodeParameter('options.offset', item, 0) as number;
    const results: Result[] = [];
    for await (const page of engine.pages(operation, input, { ...options, ...limit, offset }))
      for (const row of page.rows) results.push({ json: shape(row) });
    return results;
  }
  const record = await engine.call(operation, input, options);
  return [{ json: record === undefined ? confirmation(operation, input) : shape(record) }];
};
