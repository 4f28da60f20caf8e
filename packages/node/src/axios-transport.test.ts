import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { axiosTransport } from './axios-transport.ts';
import { systemClock } from './system-clock.ts';

let server: Server;
const sockets = new Set<Socket>();

const serve = async (listener: RequestListener): Promise<string> => {
  server = createServer(listener);
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  sockets.clear();
});

const get = (url: string, headers = {}) => ({ method: 'GET', url, headers });

test('status, headers and content arrive as they are, whatever the status', async () => {
  const url = await serve((_, response) => response.writeHead(418, { 'X-Kind': 'Teapot' }).end('{"a": 1}'));
  const answer = await axiosTransport()(get(url), {});
  expect(answer).toMatchObject({ status: 418, content: '{"a": 1}' });
  expect(answer.headers['x-kind']).toBe('Teapot');
});

test('a request without content names no kind of it', async () => {
  let kind: string | undefined = 'none was seen';
  const url = await serve((request, response) => {
    kind = request.headers['content-type'];
    response.end('{}');
  });
  await axiosTransport()({ method: 'POST', url, headers: {} }, {});
  expect(kind).toBeUndefined();
});

test('content and headers go out as given, an empty object too', async () => {
  let seen: unknown;
  const url = await serve(async (request, response) => {
    seen = [request.method, request.headers['content-type'], request.headers['x-api-key'], await text(request)];
    response.end();
  });
  const headers = { 'content-type': 'application/json', 'X-Api-Key': 'k' };
  await axiosTransport()({ method: 'PUT', url, headers, content: '{}' }, {});
  expect(seen).toEqual(['PUT', 'application/json', 'k', '{}']);
});

test('a redirect is handed over, not followed', async () => {
  let requests = 0;
  const url = await serve((_, response) => {
    requests++;
    response.writeHead(303, { location: '/elsewhere' }).end();
  });
  expect((await axiosTransport()(get(url), {})).status).toBe(303);
  expect(requests).toBe(1);
});

test('one connection serves several requests', async () => {
  const url = await serve((_, response) => response.end('ok'));
  const transport = axiosTransport();
  for (let index = 0; index < 5; index++) await transport(get(url), {});
  expect(sockets.size).toBe(1);
});

test('an answer that trickles in for ever ends at the time limit', async () => {
  const url = await serve((_, response) => {
    const drip = setInterval(() => response.write('.'), 5);
    response.on('close', () => clearInterval(drip));
  });
  await expect(axiosTransport({ timeLimit: 60 })(get(url), {})).rejects.toMatchObject({ code: 'TIMEOUT' });
});

test('an answer beyond the size limit is refused', async () => {
  const url = await serve((_, response) => response.end('x'.repeat(2000)));
  await expect(axiosTransport({ maxAnswerSize: 1000 })(get(url), {})).rejects.toMatchObject({
    code: 'ANSWER_TOO_LARGE',
  });
});

test('a stream has no size limit, and a failure is read even so', async () => {
  const url = await serve((request, response) =>
    request.url === '/missing' ? response.writeHead(404).end('{"errors": []}') : response.end('x'.repeat(200_000)),
  );
  const transport = axiosTransport({ maxAnswerSize: 1000 });
  const answer = await transport(get(url), { expect: 'stream' });
  expect(await text(answer.stream as ReadableStream)).toHaveLength(200_000);
  expect(await transport(get(`${url}/missing`), { expect: 'stream' })).toMatchObject({ content: '{"errors": []}' });
});

test('content is sent as a stream', async () => {
  let size = 0;
  const url = await serve(async (request, response) => {
    size = (await text(request)).length;
    response.end();
  });
  const content = new Blob(['y'.repeat(300_000)]).stream();
  await axiosTransport()({ method: 'POST', url, headers: {}, content }, {});
  expect(size).toBe(300_000);
});

test('a cancelled call ends at once', async () => {
  const url = await serve(() => undefined);
  const controller = new AbortController();
  const call = axiosTransport()(get(url), { signal: controller.signal });
  controller.abort();
  await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
});

test.each([
  ['before it began', (_: unknown, response: { destroy(): void }) => response.destroy()],
  [
    'in the middle',
    (
      _: unknown,
      response: { writeHead(status: number, headers: object): { write(text: string): void }; destroy(): void },
    ) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"data"');
      setImmediate(() => response.destroy());
    },
  ],
])('a connection cut %s is told as such', async (_, listener) => {
  const url = await serve(listener as RequestListener);
  await expect(axiosTransport()(get(url), {})).rejects.toMatchObject({ code: 'CONNECTION_CUT' });
});

test('a port where nobody listens is unreachable, and no header is in the error', async () => {
  const url = await serve(() => undefined);
  await new Promise((done) => server.close(done));
  const error = (await axiosTransport()(get(url, { 'X-Api-Key': 'hunter2' }), {}).catch((reason) => reason)) as Error;
  expect(error).toMatchObject({ code: 'UNREACHABLE' });
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(error.cause)).not.toContain('hunter2');
  await serve(() => undefined);
});

test('a wait ends as soon as it is cancelled', async () => {
  await serve(() => undefined);
  const controller = new AbortController();
  const wait = systemClock.sleep(60_000, controller.signal);
  controller.abort();
  await expect(wait).rejects.toMatchObject({ code: 'ABORTED' });
});
