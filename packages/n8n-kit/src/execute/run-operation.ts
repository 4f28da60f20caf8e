import type { CallOptions, Engine, InputValues, Operation, Row } from '@patchbay/core';
import type { IExecuteFunctions } from 'n8n-workflow';
import { isSimplified, simplifier } from './simplify.ts';

const confirmation = (operation: Operation, input: InputValues): Row => {
  if (operation.method === 'DELETE') return { deleted: true };
  const path = operation.inputs.filter(({ place }) => place === 'path');
  return { success: true, ...Object.fromEntries(path.map(({ name }) => [name, input[name]])) };
};

/**
 * Runs one operation for one item.
 * @returns a row for each record; what says that it was done, where the vendor answers with nothing
 */
export const runOperation = async (
  context: IExecuteFunctions,
  engine: Engine,
  operation: Operation,
  input: InputValues,
  item: number,
  options: CallOptions,
): Promise<Row[]> => {
  const simple = isSimplified(operation) && context.getNodeParameter('simplify', item, true);
  const shape = simple ? simplifier(operation, input) : (row: Row) => row;
  if (operation.definition.returns === 'many') {
    const limit = context.getNodeParameter('returnAll', item, false)
      ? undefined
      : context.getNodeParameter('limit', item, 50);
    const rows: Row[] = [];
    for await (const page of engine.pages(operation, input, { ...options, ...(limit !== undefined && { limit }) }))
      for (const row of page.rows) rows.push(shape(row));
    return rows;
  }
  const record = await engine.call(operation, input, options);
  return [record === undefined ? confirmation(operation, input) : shape(record)];
};
