import { execFile } from 'node:child_process';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { InputError } from '@patchbay/core';
import { afterEach, describe, expect, test } from 'vitest';
import { axiosTransport } from './axios-transport.ts';
import type { Measured } from './fixtures/stream-through.ts';

let server: Server;
const serve = async (listener: RequestListener): Promise<string> => {
  server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const megabyte = 1024 * 1024;
const size = 200 * megabyte;

/** Takes what is sent and sends as much back, as fast as the other side allows. */
const mirror: RequestListener = async (request, response) => {
  if (request.url === '/up') {
    let taken = 0;
    for await (const part of request) taken += (part as Buffer).length;
    response.end(String(taken));
  } else if (request.url === '/down') {
    const part = Buffer.alloc(64 * 1024, 'x');
    for (let left = size; left > 0; left -= part.length)
      if (!response.write(part)) await new Promise((drained) => response.once('drain', drained));
    response.end();
  } else response.end('{}');
};

/** Content without an end; tells whether it was given up. */
const endless = () => {
  const state = { cancelled: false };
  const content = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
    cancel: () => {
      state.cancelled = true;
    },
  });
  return { content, state };
};
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};
const post = (url: string, content: ReadableStream<Uint8Array>, headers = {}) => ({
  method: 'POST',
  url,
  headers,
  content,
});

describe('200 MB', () => {
  test.each([
    ['with a length', 'yes'],
    ['without one', ''],
  ])(
    'go out %s and come in without being held in memory',
    async (_, withLength) => {
      const url = await serve((request, response) => void mirror(request, response));
      const script = fileURLToPath(new URL('./fixtures/stream-through.ts', import.meta.url));
      const options = ['--conditions=@patchbay/source', '--expose-gc', script, url, String(size), withLength];
      const { stdout } = await promisify(execFile)(process.execPath, options);
      const measured = JSON.parse(stdout) as Measured;
      expect(measured).toMatchObject({ sent: size, received: size });
      expect(measured.heldGrowth).toBeLessThan(80 * megabyte);
      expect(measured.residentGrowth).toBeLessThan(100 * megabyte);
    },
    60_000,
  );
});

describe('a refusal that comes before all was sent', () => {
  test('is the answer, and the rest is given up', async () => {
    const url = await serve((_, response) => response.writeHead(413).end('{"message":"too large"}'));
    const { content, state } = endless();
    const answer = await axiosTransport()(post(url, content), {});
    expect(answer).toMatchObject({ status: 413, content: '{"message":"too large"}' });
    await until(() => state.cancelled);
  });

  test('does not keep the transport from the next call', async () => {
    let requests = 0;
    const url = await serve((_, response) => response.writeHead(++requests === 1 ? 401 : 200).end());
    const transport = axiosTransport();
    expect((await transport(post(url, endless().content), {})).status).toBe(401);
    expect((await transport({ method: 'GET', url, headers: {} }, {})).status).toBe(200);
  });

  test('is a broken connection when the server hangs up without a word', async () => {
    const url = await serve((request) => request.once('data', () => request.socket.destroy()));
    const { content, state } = endless();
    await expect(axiosTransport()(post(url, content), {})).rejects.toMatchObject({ code: 'CONNECTION_CUT' });
    await until(() => state.cancelled);
  });
});

describe('a time limit', () => {
  test('ends an upload that the server stops reading', async () => {
    const url = await serve(() => undefined);
    const { content, state } = endless();
    const call = axiosTransport({ timeLimit: 80 })(post(url, content), {});
    await expect(call).rejects.toMatchObject({ code: 'TIMEOUT' });
    await until(() => state.cancelled);
  });

  test('ends a download in which nothing comes any more', async () => {
    const url = await serve((_, response) => void response.write('a'));
    const { stream } = await axiosTransport({ timeLimit: 80 })(
      { method: 'GET', url, headers: {} },
      { expect: 'stream' },
    );
    const reader = (stream as ReadableStream<Uint8Array>).getReader();
    expect((await reader.read()).value).toEqual(new TextEncoder().encode('a'));
    await expect(reader.read()).rejects.toMatchObject({ code: 'TIMEOUT' });
  });

  test('does not end a download that takes longer than it as a whole', async () => {
    const timeLimit = 150;
    const url = await serve((_, response) => {
      let parts = 0;
      const drip = setInterval(() => {
        response.write('x');
        if (++parts === 20) response.end();
      }, 15);
      response.on('close', () => clearInterval(drip));
    });
    const { stream } = await axiosTransport({ timeLimit })({ method: 'GET', url, headers: {} }, { expect: 'stream' });
    const begin = performance.now();
    let size = 0;
    for await (const part of stream as unknown as AsyncIterable<Uint8Array>) size += part.length;
    expect(size).toBe(20);
    expect(performance.now() - begin).toBeGreaterThan(timeLimit);
  });
});

test('a download whose connection breaks is told as such, and one that is cancelled too', async () => {
  const url = await serve((request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half');
    if (request.url === '/cut') setImmediate(() => response.destroy());
  });
  const get = async (path: string, signal?: AbortSignal) => {
    const options = { expect: 'stream', signal } as const;
    const { stream } = await axiosTransport()({ method: 'GET', url: `${url}${path}`, headers: {} }, options);
    return (stream as ReadableStream<Uint8Array>).getReader();
  };
  const readAll = async (reader: ReadableStreamDefaultReader<Uint8Array>) => {
    while (!(await reader.read()).done);
  };
  await expect(readAll(await get('/cut'))).rejects.toMatchObject({ code: 'CONNECTION_CUT' });
  const controller = new AbortController();
  const reader = await get('/held', controller.signal);
  controller.abort();
  await expect(readAll(reader)).rejects.toMatchObject({ code: 'ABORTED' });
});

test('content that cannot be read tells why in its own words', async () => {
  const url = await serve((request) => request.resume());
  const broken = (error: Error) =>
    new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(error),
    });
  const own = new InputError('Refused', [{ field: 'photo', problem: 'was read already' }]);
  await expect(axiosTransport()(post(url, broken(own)), {})).rejects.toBe(own);
  await expect(axiosTransport()(post(url, broken(new Error('disk gone'))), {})).rejects.toMatchObject({
    code: 'INPUT',
    message: expect.stringContaining('disk gone'),
  });
});

test('a file is asked for as it is, so that its length is right', async () => {
  let asked: unknown;
  const url = await serve((request, response) => {
    asked = request.headers['accept-encoding'];
    response.end('x');
  });
  await axiosTransport()({ method: 'GET', url, headers: {} }, { expect: 'stream' });
  expect(asked).toBe('identity');
});
