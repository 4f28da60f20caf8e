import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { n8nTransport } from './n8n-transport.ts';

const node = { name: 'vPlan', type: 'vplan' } as INode;
const request = {
  method: 'PUT',
  url: 'https://api.example/v1/board/1',
  headers: { accept: 'application/json' },
  content: '{}',
};

const calling = (answer: () => unknown, renewable = false) => {
  const sent: unknown[] = [];
  const helpers = {
    async httpRequestWithAuthentication(this: unknown, credential: string, options: object) {
      sent.push([credential, options]);
      return answer();
    },
  };
  const transport = n8nTransport({ helpers } as unknown as IExecuteFunctions, 'vplanApi', renewable);
  return { sent, send: () => transport(request, {}) };
};

/** As n8n throws what axios threw. */
const thrown = (error: object) => () => {
  throw new NodeApiError(node, Object.assign(new Error('what n8n says'), error) as never);
};

test('the request goes out as it is, with the credential, and no redirect is followed', async () => {
  const { sent, send } = calling(() => ({ statusCode: 200, headers: { 'X-Kind': 'a' }, body: '{"id": "1"}' }));
  expect(await send()).toEqual({ status: 200, headers: { 'x-kind': 'a' }, content: '{"id": "1"}' });
  expect(sent).toEqual([
    [
      'vplanApi',
      expect.objectContaining({
        method: 'PUT',
        url: request.url,
        headers: { accept: 'application/json' },
        body: '{}',
        disableFollowRedirect: true,
        ignoreHttpStatusErrors: true,
      }),
    ],
  ]);
});

test('an OAuth credential gets its 401 thrown, so that n8n renews the token, and what remains of it is an answer', async () => {
  const refusal = { response: { status: 401, headers: { 'X-A': 'b' }, data: { errors: [{ message: 'expired' }] } } };
  const { sent, send } = calling(thrown(refusal), true);
  expect(await send()).toEqual({ status: 401, headers: { 'x-a': 'b' }, content: '{"errors":[{"message":"expired"}]}' });
  expect(sent).toMatchObject([[expect.anything(), { ignoreHttpStatusErrors: { ignore: true, except: [401] } }]]);
});

test.each([
  ['ECONNREFUSED', 'UNREACHABLE'],
  ['ENOTFOUND', 'UNREACHABLE'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'UNREACHABLE'],
  ['ETIMEDOUT', 'UNREACHABLE'],
  ['ECONNABORTED', 'TIMEOUT'],
  ['ECONNRESET', 'CONNECTION_CUT'],
  ['ERR_BAD_RESPONSE', 'CONNECTION_CUT'],
  ['ERR_CANCELED', 'ABORTED'],
])('%s below HTTP is %s', async (code, reason) => {
  const { send } = calling(thrown({ code }));
  await expect(send()).rejects.toMatchObject({ name: 'TransportError', code: reason });
});

test('a success whose content broke off is a cut connection, not an answer', async () => {
  const { send } = calling(thrown({ code: 'ERR_BAD_RESPONSE', response: { status: 200, headers: {}, data: '' } }));
  await expect(send()).rejects.toMatchObject({ code: 'CONNECTION_CUT' });
});

test('what n8n itself refuses is passed on in its words', async () => {
  const refused = new NodeOperationError(node, 'Node does not have any credentials set');
  const { send } = calling(() => {
    throw refused;
  });
  await expect(send()).rejects.toBe(refused);
});

test('no error holds what was sent', async () => {
  const { send } = calling(thrown({ code: 'ECONNRESET', config: { headers: { 'X-Api-Key': 'hunter2' } } }));
  const error = await send().catch((reason) => reason);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(error.cause)).not.toContain('hunter2');
});
