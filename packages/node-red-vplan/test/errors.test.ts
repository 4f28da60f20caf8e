import type { RequestListener } from 'node:http';
import { type FaultyServer, startFaultyServer } from '@patchbay/node-red-suite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixed, type Hosts, onTab, sink, startHosts, vplanNode } from './hosts.ts';

let hosts: Hosts;
let server: FaultyServer;
beforeAll(async () => {
  hosts = await startHosts();
  server = await startFaultyServer();
});
afterAll(async () => {
  await server.close();
  await hosts.close();
});

const getBoard = { resource: 'board', operation: 'get', fields: { board_id: fixed('b1') } };
const statusOfNode = () => hosts.nodeRed.statusesOf('node').at(-1);

describe('a refused input', () => {
  it('names every field at fault, expressions too, and nothing is sent', async () => {
    const before = hosts.vplan.requests.length;
    const { messages, caught } = await hosts.run({
      resource: 'card',
      operation: 'create',
      fields: {
        start_date: fixed('tomorrow'),
        description: { type: 'jsonata', value: '$nosuch(' },
        labels: { type: 'json', value: '[{' },
        gone: fixed('from an older version'),
      },
    });
    expect(messages).toEqual([]);
    expect(caught?.error.code).toBe('INPUT');
    for (const field of ['collection_id', 'name', 'start_date', 'description', 'labels', 'gone'])
      expect(caught?.error.message).toContain(`${field} `);
    expect(hosts.vplan.requests).toHaveLength(before);
    expect(statusOfNode()).toMatchObject({ fill: 'red', text: expect.stringContaining('input: ') });
  });

  it('says that no account is chosen, and that an operation is not known', async () => {
    const alone = await hosts.run({ ...getBoard, account: '' });
    expect(alone.caught?.error).toMatchObject({
      code: 'INPUT',
      message: expect.stringContaining('account is missing'),
    });
    const unknown = await hosts.run({ resource: 'board', operation: 'paint' });
    expect(unknown.caught?.error).toMatchObject({ code: 'INPUT', message: expect.stringContaining('board.paint') });
  });

  it('says that the account is disabled', async () => {
    const { caught } = await hosts.run(getBoard, {}, { d: true });
    expect(caught?.error.message).toContain('account is disabled');
  });
});

describe('a refusal by vPlan', () => {
  it("of the key shows vPlan's own text, what to do, and the status", async () => {
    await hosts.nodeRed.deploy(
      [
        { id: 'tab', type: 'tab', label: 'Test' },
        { id: 'account', type: 'vplan-account', scheme: 'apiKey', baseUrl: hosts.vplan.baseUrl },
        vplanNode('node', { resource: 'me', operation: 'get' }, [['sink']]),
        onTab('catch', 'catch', { scope: ['node'] }, [['caught']]),
        sink('caught'),
      ],
      { account: { key: 'not-the-key-0123', environment: hosts.vplan.credential.environment } },
    );
    hosts.nodeRed.forget();
    hosts.nodeRed.send('node', { topic: 'kept' });
    const caught = await hosts.nodeRed.waitFor('the error', () => hosts.nodeRed.messagesAt('caught')[0]);
    const { error } = caught as unknown as { error: { message: string; code: string } };
    expect(caught).toMatchObject({ topic: 'kept', statusCode: 401, error: { code: 'NOT_AUTHENTICATED' } });
    expect(error.message).toContain('Not Logged In');
    expect(error.message).toContain('Check the API key');
    expect(JSON.stringify(caught)).not.toContain('not-the-key-0123');
    expect(JSON.stringify(hosts.nodeRed.log)).not.toContain('not-the-key-0123');
    expect(statusOfNode()).toEqual({ fill: 'red', shape: 'ring', text: 'HTTP 401' });
  });

  it('of an identifier is NOT_FOUND', async () => {
    const { caught } = await hosts.run({ ...getBoard, fields: { board_id: fixed('nobody') } });
    expect(caught).toMatchObject({ statusCode: 404, error: { code: 'NOT_FOUND' } });
  });
});

describe('an answer that is none', () => {
  const cases: readonly (readonly [string, RequestListener, string])[] = [
    [
      'a redirect to a web page',
      (_, response) => response.writeHead(303, { location: 'https://status.example.com' }).end(),
      'UNAVAILABLE',
    ],
    [
      'a web page with status 200',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Hello'),
      'UNEXPECTED_ANSWER',
    ],
    ['JSON without the list', (_, response) => response.writeHead(200).end('{"data":"none"}'), 'UNEXPECTED_ANSWER'],
    ['half of the JSON', (_, response) => response.writeHead(200).end('{"data":[{"id":'), 'UNEXPECTED_ANSWER'],
  ];

  it.each(cases)('%s is a catchable error, never an empty list, and Node-RED goes on', async (_, behaviour, code) => {
    server.behave(behaviour);
    const listBoards = { resource: 'board', operation: 'list' };
    const { messages, caught } = await hosts.run(listBoards, {}, { baseUrl: server.baseUrl });
    expect(messages).toEqual([]);
    expect(caught?.error.code).toBe(code);
    expect((await hosts.run(listBoards)).messages[0]?.payload).toHaveLength(hosts.vplan.rows('board').length);
  });

  it('after a create whose connection broke says that the outcome is unknown, and sends nothing again', async () => {
    server.behave((request) => request.socket.destroy());
    const create = { resource: 'board', operation: 'create', fields: { name: fixed('Doors') } };
    const { caught } = await hosts.run(create, {}, { baseUrl: server.baseUrl });
    expect(caught?.error.code).toBe('OUTCOME_UNKNOWN');
    expect(server.count()).toBe(1);
  });

  it('from a port where nobody listens is UNREACHABLE', async () => {
    const { caught } = await hosts.run(getBoard, {}, { baseUrl: 'http://127.0.0.1:9' });
    expect(caught?.error.code).toBe('UNREACHABLE');
    expect(statusOfNode()?.text).toBe('unreachable');
  });
});

describe('a deploy', () => {
  it('in the middle of a call ends the call at once', async () => {
    let asked: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => {
      asked = resolve;
    });
    server.behave(() => asked());
    await hosts.deploy([vplanNode('node', getBoard, [['sink']]), sink('sink')], 'full', { baseUrl: server.baseUrl });
    hosts.nodeRed.forget();
    hosts.nodeRed.send('node', {});
    await reached;
    const begin = performance.now();
    await hosts.deploy([vplanNode('node', { ...getBoard, name: 'changed' }, [['sink']]), sink('sink')], 'nodes', {
      baseUrl: server.baseUrl,
    });
    expect(performance.now() - begin).toBeLessThan(5000);
    expect(hosts.nodeRed.log).toContainEqual({ level: 20, node: 'node', text: 'The call was cancelled' });
    expect(hosts.nodeRed.messagesAt('sink')).toEqual([]);
  });

  it('ends a wait that vPlan asked for, and the status says how long it would have been', async () => {
    server.behave((_, response) => response.writeHead(429, { 'retry-after': '40' }).end('{}'));
    await hosts.deploy([vplanNode('node', getBoard)], 'full', { baseUrl: server.baseUrl });
    hosts.nodeRed.forget();
    hosts.nodeRed.send('node', {});
    const waiting = { fill: 'yellow', shape: 'ring', text: 'waiting 40 s' };
    await hosts.nodeRed.waitFor('the wait', () => (statusOfNode()?.text === waiting.text ? true : undefined));
    expect(statusOfNode()).toEqual(waiting);
    const begin = performance.now();
    await hosts.deploy([]);
    expect(performance.now() - begin).toBeLessThan(5000);
  });
});
