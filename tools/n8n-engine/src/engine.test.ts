import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ICredentialType, INodeExecutionData, INodeType } from 'n8n-workflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createN8nEngine, type N8nEngine, WEBHOOK_BASE_URL } from './index.ts';

let server: Server;
let baseUrl: string;
let engine: N8nEngine;
let seen: Record<string, unknown>[] = [];

const echoApi: ICredentialType = {
  name: 'echoApi',
  displayName: 'Echo API',
  properties: [
    { displayName: 'Key', name: 'key', type: 'string', default: '' },
    { displayName: 'Area', name: 'area', type: 'string', default: 'north' },
  ],
  authenticate: {
    type: 'generic',
    properties: { headers: { 'X-Key': '={{ $credentials.key }}', 'X-Area': '={{ $credentials.area }}' } },
  },
};

const echo: INodeType = {
  description: {
    displayName: 'Echo',
    name: 'echo',
    group: ['transform'],
    version: 1,
    description: 'Sends each item and hands on the answer',
    defaults: { name: 'Echo' },
    inputs: ['main'],
    outputs: ['main'],
    credentials: [{ name: 'echoApi', required: true }],
    webhooks: [{ name: 'default', httpMethod: 'POST', path: 'echo' }],
    properties: [
      { displayName: 'Word', name: 'word', type: 'string', default: '' },
      {
        displayName: 'Record',
        name: 'record',
        type: 'resourceLocator',
        default: { mode: 'list', value: '' },
        modes: [{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'records' } }],
      },
    ],
  },
  methods: {
    listSearch: {
      async records(filter, token) {
        return { results: [{ name: `${filter} ${token} ${this.getCurrentNodeParameter('word')}`, value: '1' }] };
      },
    },
  },
  webhookMethods: {
    default: {
      async checkExists() {
        return this.getNodeWebhookUrl('default') === `${WEBHOOK_BASE_URL}/hook-1/echo`;
      },
      async create() {
        return true;
      },
      async delete() {
        throw new Error('gone');
      },
    },
  },
  async webhook() {
    const body = this.getBodyData();
    if (body.ok) return { workflowData: [[{ json: body }]] };
    this.getResponseObject().status(400).json({ message: 'no' });
    return { noWebhookResponse: true };
  },
  async execute() {
    const sent: INodeExecutionData[] = [];
    for (const [item] of this.getInputData().entries()) {
      const word = this.getNodeParameter('word', item) as string;
      if (word === 'bad') {
        if (!this.continueOnFail()) throw new Error('bad word');
        sent.push({ json: { error: 'bad word' }, pairedItem: { item } });
        continue;
      }
      const json = await this.helpers.httpRequestWithAuthentication.call(this, 'echoApi', {
        method: 'POST',
        url: baseUrl,
        body: { word },
        json: true,
      });
      sent.push({ json, pairedItem: { item } });
    }
    return [sent];
  },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const { 'x-key': key, 'x-area': area } = request.headers;
    let content = '';
    request.on('data', (part) => {
      content += part;
    });
    request.on('end', () => {
      seen.push({ key, area });
      response.writeHead(200, { 'content-type': 'application/json' }).end(content);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  engine = createN8nEngine({
    nodes: [echo],
    credentialTypes: [echoApi],
    credentials: { echoApi: { key: 'k' } },
  });
});

afterAll(() => server.close());

const words = (...all: string[]): INodeExecutionData[] => all.map((word) => ({ json: { word, nr: word.length } }));

test('expressions are worked out for each item, and each answer is linked to it', async () => {
  const { outputs, error } = await engine.runNode({
    type: 'echo',
    parameters: { word: '={{ $json.word.toUpperCase() }}' },
    items: words('a', 'b'),
  });
  expect(error).toBeUndefined();
  expect(outputs).toEqual([
    [
      { json: { word: 'A' }, pairedItem: { item: 0 } },
      { json: { word: 'B' }, pairedItem: { item: 1 } },
    ],
  ]);
});

test('requests carry the credential with the defaults of its fields', async () => {
  seen = [];
  await engine.runNode({ type: 'echo', parameters: { word: 'a' } });
  expect(seen).toEqual([{ key: 'k', area: 'north' }]);
});

test('an error that stops the run is in the result', async () => {
  const { outputs, error } = await engine.runNode({ type: 'echo', parameters: { word: 'bad' } });
  expect(outputs).toEqual([]);
  expect(error?.message).toBe('bad word');
});

test('failed items go to the error output, merged with what came in', async () => {
  const { outputs } = await engine.runNode({
    type: 'echo',
    parameters: { word: '={{ $json.word }}' },
    items: words('fine', 'bad'),
    onError: 'continueErrorOutput',
  });
  expect(outputs.map((items) => items.map(({ json }) => json))).toEqual([
    [{ word: 'fine' }],
    [{ word: 'bad', nr: 3, error: 'bad word' }],
  ]);
});

test('a workflow runs on from the items of its trigger', async () => {
  const position: [number, number] = [0, 0];
  const nodes = [
    {
      id: '2',
      name: 'Second',
      type: 'some-package.echo',
      typeVersion: 1,
      position,
      parameters: { word: '={{ $json.word }}2' },
    },
    { id: '0', name: 'Hook', type: 'some-package.hook', typeVersion: 1, position, parameters: {} },
    {
      id: '1',
      name: 'First',
      type: 'some-package.echo',
      typeVersion: 1,
      position,
      parameters: { word: '={{ $json.word }}1' },
    },
  ];
  const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
  const run = await engine.runWorkflow({
    nodes,
    connections: { Hook: to('First'), First: to('Second') },
    trigger: 'Hook',
    items: words('w'),
  });
  expect(run.status).toBe('success');
  expect(run.runs.Second?.[0]?.outputs[0]?.[0]?.json).toEqual({ word: 'w12' });
});

test('a list search sees the filter, the page and the form', async () => {
  const found = await engine.searchList({
    type: 'echo',
    parameters: { word: 'w' },
    method: 'records',
    filter: 'f',
    paginationToken: '2',
  });
  expect(found.results).toEqual([{ name: 'f 2 w', value: '1' }]);
});

test('webhook methods know their callback URL, and what they throw is thrown', async () => {
  const trigger = { type: 'echo', parameters: {}, webhookId: 'hook-1' };
  expect(await engine.callWebhookMethod({ ...trigger, method: 'checkExists' })).toBe(true);
  expect(await engine.callWebhookMethod({ ...trigger, method: 'checkExists', isTest: true })).toBe(false);
  await expect(engine.callWebhookMethod({ ...trigger, method: 'delete' })).rejects.toThrow('gone');
});

test('a delivery starts the workflow, or the trigger answers by itself', async () => {
  const trigger = { type: 'echo', parameters: {}, webhookId: 'hook-1' };
  expect(await engine.receive({ ...trigger, body: { ok: true } })).toEqual({
    items: [{ json: { ok: true } }],
    answer: undefined,
  });
  expect(await engine.receive({ ...trigger, body: {} })).toEqual({
    items: undefined,
    answer: { status: 400, body: { message: 'no' } },
  });
});

test('a node that was not given is named', async () => {
  await expect(engine.runNode({ type: 'other', parameters: {} })).rejects.toThrow('No node "other" was given');
});

test('a run takes milliseconds', async () => {
  const run = () => engine.runNode({ type: 'echo', parameters: { word: '={{ "a" }}' } });
  await run();
  const start = process.cpuUsage();
  for (let index = 0; index < 50; index++) await run();
  // Of the processor: whatever else the machine does is left out.
  const { user, system } = process.cpuUsage(start);
  const each = (user + system) / 1000 / 50;
  expect(each).toBeLessThan(100);
});
