import { type ConnectorError, HttpError, InputError, isConnectorError, labelOf, type Vendor } from '@patchbay/core';
import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

type Failure = NonNullable<NonNullable<ConstructorParameters<typeof NodeApiError>[2]>['failure']>;

const adviceOf = (error: ConnectorError): string => {
  if (error.advice) return error.advice;
  if (error instanceof InputError)
    return `Check ${[...new Set(error.issues.map(({ field }) => labelOf(field.split('.')[0] ?? field)))].join(', ')}`;
  return 'Try again later';
};

/** How n8n's own back-off and its credential page are told what to expect. */
const failureOf = (error: ConnectorError): Failure | undefined => {
  const wait = error instanceof HttpError ? error.retryAfterSeconds : undefined;
  const retryAfterMs = wait === undefined ? {} : { retryAfterMs: wait * 1000 };
  if (error.code === 'RATE_LIMITED') return { cause: 'rate-limited', ...retryAfterMs };
  if (error.code === 'UNAVAILABLE') return { cause: 'temporarily-unavailable', ...retryAfterMs };
  if (['NOT_AUTHENTICATED', 'NOT_CONNECTED', 'GRANT_LOST'].includes(error.code)) return { cause: 'credential-invalid' };
  return undefined;
};

/** An error with its code as downstream nodes read it, on the error output and with "continue". */
export const errorJson = (error: unknown): { error: string; message?: string; details?: { code: string } } => {
  if (!isConnectorError(error)) return { error: error instanceof Error ? error.message : String(error) };
  return { error: error.summary, message: adviceOf(error), details: { code: error.code } };
};

/**
 * Any error as n8n shows it: what happened as the message, what to do and the stable code as the description. Errors of n8n
 * itself are kept, with the item that they belong to.
 */
export const nodeError = (node: INode, error: unknown, itemIndex?: number): NodeApiError | NodeOperationError => {
  const item = itemIndex === undefined ? {} : { itemIndex };
  if (error instanceof NodeApiError || error instanceof NodeOperationError) {
    Object.assign(error.context, item);
    return error;
  }
  if (!isConnectorError(error))
    return new NodeOperationError(node, error instanceof Error ? error : String(error), item);
  const { summary: message } = error;
  const description = `${adviceOf(error)} (${error.code})`;
  if (error.code === 'INPUT') return new NodeOperationError(node, message, { description, ...item });
  const failure = failureOf(error);
  const httpCode = error instanceof HttpError ? String(error.status) : error.code;
  return new NodeApiError(
    node,
    { message, code: error.code },
    { message, description, httpCode, ...item, ...(failure && { failure }) },
  );
};

/** Told where n8n's own entry "Custom API Call" was chosen, which n8n may add to menus: it stands for another node. */
export const customCallError = (node: INode, vendor: Vendor, resource: string, itemIndex: number): NodeOperationError =>
  new NodeOperationError(node, `This entry of n8n sends no request to ${vendor.label}`, {
    description: `Choose the resource ${resource}, or add an HTTP Request node with the ${vendor.label} credential`,
    itemIndex,
  });
