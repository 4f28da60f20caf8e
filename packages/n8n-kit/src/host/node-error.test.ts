import { HttpError, InputError, isConnectorError, TransportError } from '@patchbay/core';
import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { errorJson, nodeError } from './node-error.ts';

const node = { name: 'vPlan', type: 'vplan' } as INode;
const missing = new HttpError('vPlan answered 404 to "Get a board": Not found', {
  status: 404,
  target: 'GET /board/{board_id}',
  advice: 'Check that the record exists',
});

test('the message says what happened, the description what to do and the code', () => {
  expect(nodeError(node, missing, 3)).toMatchObject({
    name: 'NodeApiError',
    message: 'vPlan answered 404 to "Get a board": Not found',
    description: 'Check that the record exists (NOT_FOUND)',
    httpCode: '404',
    context: { itemIndex: 3 },
  });
});

test('an input at fault is an operation error that names the fields as the form does', () => {
  const error = new InputError('Create a board cannot be sent', [
    { field: 'board_id', problem: 'is missing' },
    { field: 'stages.0.name', problem: 'must be a text' },
  ]);
  expect(nodeError(node, error)).toMatchObject({
    name: 'NodeOperationError',
    message: 'Create a board cannot be sent: board_id is missing; stages.0.name must be a text',
    description: 'Check Board ID, Stages (INPUT)',
  });
});

test('n8n is told when it may try again and when the credential is to blame', () => {
  const http = (status: number, retryAfterSeconds?: number) =>
    nodeError(
      node,
      new HttpError('no', { status, target: 'GET /', ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }),
    ).failure;
  expect([http(429, 7), http(503), http(401), http(404)]).toEqual([
    { cause: 'rate-limited', retryAfterMs: 7000 },
    { cause: 'temporarily-unavailable' },
    { cause: 'credential-invalid' },
    undefined,
  ]);
});

test('an error of n8n is kept, with its item', () => {
  const own = new NodeOperationError(node, 'No credentials');
  expect(nodeError(node, own, 2)).toBe(own);
  expect(own.context.itemIndex).toBe(2);
  const api = new NodeApiError(node, { message: 'x' });
  expect(nodeError(node, api, 1)).toBe(api);
});

test('any other error becomes an operation error with its words', () => {
  expect(nodeError(node, new TypeError('odd'), 0)).toMatchObject({ name: 'NodeOperationError', message: 'odd' });
});

test('an item for the error output has text, advice and code, and nothing else', () => {
  expect(errorJson(missing)).toEqual({
    error: 'vPlan answered 404 to "Get a board": Not found',
    message: 'Check that the record exists',
    details: { code: 'NOT_FOUND' },
  });
  const lost = new TransportError('Cut', { code: 'CONNECTION_CUT' });
  expect(isConnectorError(lost) && errorJson(lost).message).toBe('Try again later');
});
