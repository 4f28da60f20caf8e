import { type CallOptions, customCall, type Operation, operationOf, type Vendor } from '@patchbay/core';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { callerName } from '../host/caller-name.ts';
import { engineFor } from '../host/engine-for.ts';
import { customCallError, errorJson, nodeError } from '../host/node-error.ts';
import { operationNameOf } from '../properties/placement.ts';
import { executionHint } from './execution-hint.ts';
import { readInput } from './read-input.ts';
import { runOperation } from './run-operation.ts';

/** n8n's own value for "Custom API Call", which it adds to the menus of some nodes. */
const foreignCustomCall = '__CUSTOM_API_CALL__';

const operationFor = (context: IExecuteFunctions, vendor: Vendor, item: number): Operation => {
  const custom = customCall(vendor);
  const resource = context.getNodeParameter('resource', item) as string;
  const name = operationNameOf(context.getNodeParameter('operation', item, foreignCustomCall) as string);
  if (resource === foreignCustomCall || name === foreignCustomCall)
    throw customCallError(context.getNode(), vendor, custom.resource.label, item);
  return resource === custom.resource.name ? custom : operationOf(vendor, `${resource}.${name}`);
};

/**
 * Runs a vendor's node: for each item the operation that its parameters say, one item after the other. Every row is linked to
 * the item it came from; with "continue on fail" so is every failure.
 * @throws NodeApiError, NodeOperationError
 */
export const execute = async (context: IExecuteFunctions, vendor: Vendor): Promise<INodeExecutionData[][]> => {
  const node = context.getNode();
  const signal = context.getExecutionCancelSignal();
  const hint = executionHint(context, vendor);
  const output: INodeExecutionData[] = [];
  const engine = await engineFor(context, vendor);
  const common: CallOptions = {
    onProgress: hint.onProgress,
    caller: callerName(context),
    ...(signal && { signal }),
  };
  for (const [item] of context.getInputData().entries()) {
    try {
      const operation = operationFor(context, vendor, item);
      const input = await readInput(context, operation, item);
      const raw = context.getNodeParameter('options.keepSecretFields', item, false) === true;
      const options = { ...common, ...(raw && { raw }) };
      for (const { json, binary } of await runOperation(context, engine, operation, input, item, options))
        output.push({ json: json as IDataObject, ...(binary && { binary }), pairedItem: { item } });
    } catch (error) {
      if (!context.continueOnFail() || signal?.aborted) throw nodeError(node, error, item);
      output.push({ json: errorJson(error), pairedItem: { item } });
    }
  }
  hint.show();
  return [output];
};
