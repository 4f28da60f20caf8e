import { operationOf, type Progress, type Vendor } from '@patchbay/core';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { engineFor } from '../host/engine-for.ts';
import { customCallError, errorJson, nodeError } from '../host/node-error.ts';
import { operationNameOf } from '../properties/placement.ts';
import { readInput } from './read-input.ts';
import { runOperation } from './run-operation.ts';

/** n8n's value for "Custom API Call", in the menus of resources and operations. */
const customCall = '__CUSTOM_API_CALL__';

/** Tells the user, above the output, that time went by with waiting. */
const waitingHint = (context: IExecuteFunctions, vendor: Vendor) => {
  let milliseconds = 0;
  let quota = false;
  return {
    onProgress(progress: Progress) {
      if (progress.kind !== 'waiting') return;
      milliseconds += progress.milliseconds;
      quota ||= progress.because === 'RATE_LIMITED';
    },
    show() {
      if (milliseconds < 1000) return;
      const what = quota ? `${vendor.label}'s quota` : `${vendor.label} to answer again`;
      context.addExecutionHints({ message: `Waited ${Math.round(milliseconds / 1000)} s for ${what}` });
    },
  };
};

/**
 * Runs a vendor's node: for each item the operation that its parameters say, one item after the other. Every row is linked to
 * the item it came from; with "continue on fail" so is every failure.
 * @throws NodeApiError, NodeOperationError
 */
export const execute = async (
  context: IExecuteFunctions,
  vendor: Vendor,
  credential: string,
): Promise<INodeExecutionData[][]> => {
  const node = context.getNode();
  const signal = context.getExecutionCancelSignal();
  const hint = waitingHint(context, vendor);
  const output: INodeExecutionData[] = [];
  const engine = await engineFor(context, vendor, credential);
  for (const [item] of context.getInputData().entries()) {
    try {
      const resource = context.getNodeParameter('resource', item) as string;
      const name = operationNameOf(context.getNodeParameter('operation', item, customCall) as string);
      if (resource === customCall || name === customCall) throw customCallError(node, vendor, item);
      const operation = operationOf(vendor, `${resource}.${name}`);
      const input = readInput(context, operation, item);
      const options = { onProgress: hint.onProgress, ...(signal && { signal }) };
      const rows = await runOperation(context, engine, operation, input, item, options);
      for (const row of rows) output.push({ json: row as IDataObject, pairedItem: { item } });
    } catch (error) {
      if (!context.continueOnFail() || signal?.aborted) throw nodeError(node, error, item);
      output.push({ json: errorJson(error), pairedItem: { item } });
    }
  }
  hint.show();
  return [output];
};
