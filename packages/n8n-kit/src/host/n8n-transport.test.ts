import { Readable } from 'node:stream';
import { type HttpRequest, InputError, type TransportOptions } from '@patchbay/core';
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

const calling = (answer: (options: { body?: Blob }) => unknown, renewable = false) => {
  const sent: unknown[] = [];
  const helpers = {
    async httpRequestWithAuthentication(this: unknown, credential: string, options: object) {
      sent.push([credential, options]);
      return await answer(options);
    },
    async httpRequest(options: object) {
      sent.push(['no credential', options]);
      return await answer(options);
    },
  };
  const transport = n8nTransport({ helpers } as unknown as IExecuteFunctions, 'vplanApi', { renewable });
  return {
    sent,
    send: (more: Partial<HttpRequest> = {}, options: TransportOptions = {}) =>
      transport({ ...request, ...more }, options),
  };
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

const bytes = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream();
const form = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': '5' };

test('content that comes as a stream goes out as one, with its type and length', async () => {
  let read = '';
  const { sent, send } = calling(async ({ body }) => {
    read = await new Response(body?.stream()).text();
    return { statusCode: 200, headers: {}, body: '' };
  });
  await send({ headers: form, content: bytes('hello') });
  expect(read).toBe('hello');
  expect(sent).toMatchObject([['vplanApi', { body: { size: 5, type: form['content-type'] } }]]);
});

test('a stream of unknown length is given one', async () => {
  const { sent, send } = calling(() => ({ statusCode: 200, headers: {}, body: '' }));
  await send({ headers: { 'content-type': 'text/plain' }, content: bytes('hello') });
  expect(sent).toMatchObject([['vplanApi', { body: { size: 5 } }]]);
});

test('after a renewed token, content that is used up is asked for anew instead of being sent empty', async () => {
  const { send } = calling(async ({ body }) => {
    await new Response(body?.stream()).text();
    // n8n renews the token and sends the same body again.
    body?.stream();
  }, true);
  expect(await send({ headers: form, content: bytes('hello') })).toMatchObject({
    status: 429,
    headers: { 'retry-after': '0' },
  });
});

test('a file that cannot be read is told in its own words, not as a broken connection', async () => {
  const unreadable = new InputError('The file cannot be sent', [{ field: 'scan', problem: 'is gone' }]);
  const { send } = calling(thrown({ code: 'ECONNRESET', cause: unreadable }));
  await expect(send({ headers: form, content: bytes('hello') })).rejects.toBe(unreadable);
});

test('an answer that is wanted as a stream is not held', async () => {
  const { sent, send } = calling(() => ({ statusCode: 200, headers: {}, body: Readable.from([Buffer.from('abc')]) }));
  const { content, stream } = await send({}, { expect: 'stream' });
  expect([content, await new Response(stream).text()]).toEqual(['', 'abc']);
  expect(sent).toMatchObject([['vplanApi', { encoding: 'stream' }]]);
});

test("the vendor's words about a file that is refused are read", async () => {
  const { send } = calling(() => ({
    statusCode: 404,
    headers: {},
    body: Readable.from([Buffer.from('{"a": "gone"}')]),
  }));
  expect(await send({}, { expect: 'stream' })).toEqual({ status: 404, headers: {}, content: '{"a": "gone"}' });
});

test('a stream that breaks off is a cut connection', async () => {
  const broken = async function* () {
    yield Buffer.from('half');
    throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  };
  const { send } = calling(() => ({ statusCode: 200, headers: {}, body: Readable.from(broken()) }));
  const { stream } = await send({}, { expect: 'stream' });
  await expect(new Response(stream).text()).rejects.toMatchObject({ code: 'CONNECTION_CUT' });
});

test("an address that is not the vendor's is called without the credential", async () => {
  const { sent, send } = calling(() => ({ statusCode: 200, headers: {}, body: '' }));
  await send({}, { anonymous: true });
  expect(sent).toMatchObject([['no credential', { url: request.url }]]);
});
