import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { N8nEngine } from '@patchbay/n8n-engine';
import { type Sandbox, startSandbox } from '@patchbay/sandbox';
import type { INodeParameters } from 'n8n-workflow';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { installedFor } from './installed.ts';

let sandbox: Sandbox;
let server: Server | undefined;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => {
  vi.useRealTimers();
  server?.closeAllConnections();
  server?.close();
});

const answering = async (listener: RequestListener): Promise<N8nEngine> => {
  server = createServer(listener);
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
  return installedFor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
};

const listBoards: INodeParameters = { resource: 'board', operation: 'getAll' };
const createBoard: INodeParameters = { resource: 'board', operation: 'create', name: 'Doors' };

const failureOf = async (n8n: N8nEngine, parameters: INodeParameters) => {
  const { error, outputs } = await n8n.runNode({ type: 'vplan', parameters });
  expect(outputs).toEqual([]);
  return error as NonNullable<typeof error> & { httpCode?: string };
};

test('a refused input names every field at fault, and nothing is sent', async () => {
  const { baseUrl, credential, requests } = sandbox.vendors.vplan;
  const before = requests.length;
  const error = await failureOf(installedFor(baseUrl, credential), {
    ...createBoard,
    fields: { color: '={{ "mauve" }}', own_backlog: '={{ "perhaps" }}', stages: '{' },
  });
  expect(error).toMatchObject({
    name: 'NodeOperationError',
    message: expect.stringMatching(
      /color must be one of .*own_backlog must be true or false.*stages\.0 must be an object/,
    ),
    description: 'Check Color, Own Backlog, Stages (INPUT)',
    context: { itemIndex: 0 },
  });
  expect(sandbox.vendors.vplan.requests).toHaveLength(before);
});

test('a required parameter that is empty keeps the workflow from starting', async () => {
  const { baseUrl, credential } = sandbox.vendors.vplan;
  const n8n = installedFor(baseUrl, credential);
  await expect(n8n.runNode({ type: 'vplan', parameters: { ...createBoard, name: '' } })).rejects.toThrow(
    /Parameter "Name" is required|issues/,
  );
});

test("a wrong key shows vPlan's own words and what to do, with one request", async () => {
  const { baseUrl, credential } = sandbox.vendors.vplan;
  const before = sandbox.vendors.vplan.requests.length;
  const error = await failureOf(installedFor(baseUrl, { ...credential, key: 'not-the-key' }), listBoards);
  const said = sandbox.vendors.vplan.requests.at(-1)?.answer as { errors: { message: string }[] };
  expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '401', failure: { cause: 'credential-invalid' } });
  expect(error.message).toContain(said.errors[0]?.message);
  expect(error.description).toContain('Check the API key and the environment ID of the credential');
  expect(sandbox.vendors.vplan.requests).toHaveLength(before + 1);
  expect(JSON.stringify(error)).not.toContain('not-the-key');
});

test.each<[string, RequestListener, string]>([
  [
    'a redirect to a web page',
    (_, response) => response.writeHead(303, { location: 'http://127.0.0.1:1/' }).end(),
    'UNAVAILABLE',
  ],
  [
    'a web page with status 200',
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
    'UNEXPECTED_ANSWER',
  ],
  ['JSON without the envelope', (_, response) => response.end('{"rows": []}'), 'UNEXPECTED_ANSWER'],
  ['an unknown record', (_, response) => response.writeHead(404).end('{"errors": []}'), 'NOT_FOUND'],
  ['something that is no JSON', (_, response) => response.end('{"data": ['), 'UNEXPECTED_ANSWER'],
])('%s is told with a code, never as an empty list', async (_, listener, code) => {
  const error = await failureOf(await answering(listener), listBoards);
  expect(error.description).toContain(`(${code})`);
});

test('a connection that is cut before the answer leaves the outcome of a create open', async () => {
  const n8n = await answering((request) => request.socket.destroy());
  expect(await failureOf(n8n, createBoard)).toMatchObject({
    message: expect.stringContaining('may or may not have been done'),
    description: 'Look in vPlan before sending it again (OUTCOME_UNKNOWN)',
  });
});

test('an answer that breaks off in the middle is no answer', async () => {
  const n8n = await answering((_, response) => {
    response.writeHead(200, { 'content-length': '100', 'content-type': 'application/json' }).write('{"data": [');
    setImmediate(() => response.destroy());
  });
  expect(await failureOf(n8n, createBoard)).toMatchObject({ description: expect.stringContaining('OUTCOME_UNKNOWN') });
});

test('an address where nobody listens is unreachable, and the error says where to look', async () => {
  const error = await failureOf(installedFor('http://127.0.0.1:1'), listBoards);
  expect(error).toMatchObject({
    message: '127.0.0.1:1 cannot be reached',
    description: 'Check the base URL and the network; the system says ECONNREFUSED (UNREACHABLE)',
  });
});

test('a base URL that is none is refused before anything is sent', async () => {
  const error = await failureOf(installedFor('vplan'), listBoards);
  expect(error.message).toContain('baseUrl must be an address that starts with https:// or http://');
});

/** Lets a run's waits pass at once; its requests take the time that they take. */
const withoutWaiting = async <Result>(run: Promise<Result>): Promise<Result> => {
  let running = true;
  const ended = run.finally(() => {
    running = false;
  });
  while (running) {
    await vi.advanceTimersByTimeAsync(500);
    await new Promise(setImmediate);
  }
  return await ended;
};

test('vPlan asking to wait is obeyed, and the wait is told above the output', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const asked: number[] = [];
  const n8n = await answering((_, response) => {
    asked.push(Date.now());
    if (asked.length === 1) response.writeHead(429, { 'retry-after': '30' }).end();
    else response.end('{"count": 0, "limit": 50, "offset": 0, "data": []}');
  });
  const run = await withoutWaiting(n8n.runNode({ type: 'vplan', parameters: listBoards }));
  expect(run.error).toBeUndefined();
  expect(run.hints).toEqual(["Waited 30 s for vPlan's quota"]);
  expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(30_000);
});

test('a wait beyond a minute is an error with the time to come back', async () => {
  const n8n = await answering((_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
  expect(await failureOf(n8n, listBoards)).toMatchObject({
    httpCode: '429',
    description: expect.stringContaining('free again in 7200 s (RATE_LIMITED)'),
    failure: { cause: 'rate-limited', retryAfterMs: 7_200_000 },
  });
});

test('a stopped execution sends nothing more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const stop = new AbortController();
  let requests = 0;
  const n8n = await answering((_, response) => {
    requests++;
    response.writeHead(429, { 'retry-after': '30' }).end();
    setImmediate(() => stop.abort());
  });
  await withoutWaiting(n8n.runNode({ type: 'vplan', parameters: listBoards, signal: stop.signal }));
  await vi.advanceTimersByTimeAsync(60_000);
  await new Promise(setImmediate);
  expect(requests).toBe(1);
});

test("n8n's own entry Custom API Call, which old workflows may hold, says where to find the one that sends", async () => {
  const n8n = installedFor('http://127.0.0.1:1');
  for (const parameters of [
    { resource: '__CUSTOM_API_CALL__', operation: '__CUSTOM_API_CALL__' },
    { resource: 'board', operation: '__CUSTOM_API_CALL__' },
  ])
    expect(await failureOf(n8n, parameters)).toMatchObject({
      message: 'This entry of n8n sends no request to vPlan',
      description: expect.stringContaining('Choose the resource Custom API Call'),
    });
});
