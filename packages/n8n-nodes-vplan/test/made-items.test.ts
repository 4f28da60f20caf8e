import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { N8nEngine } from '@patchbay/n8n-engine';
import type { INodeParameters } from 'n8n-workflow';
import { afterEach, expect, test } from 'vitest';
import { madeNodeAt } from './made-node.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const serving = async (listener: RequestListener): Promise<N8nEngine> => {
  server = createServer(listener);
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
  return madeNodeAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
};

interface Sent {
  readonly method: string | undefined;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly key: unknown;
  readonly body: unknown;
}

const sentBy = async (request: IncomingMessage): Promise<Sent> => {
  let content = '';
  for await (const part of request) content += part;
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://vendor');
  const body = content ? JSON.parse(content) : undefined;
  const query = Object.fromEntries(searchParams);
  return { method: request.method, path: pathname, query, key: request.headers['x-api-key'], body };
};

/** Runs the node once against answers by path; gives the rows and what was sent. */
const run = async (parameters: INodeParameters, answers: Readonly<Record<string, unknown>> = {}) => {
  const sent: Sent[] = [];
  const n8n = await serving(async (request, response) => {
    const one = await sentBy(request);
    sent.push(one);
    const answer = answers[one.path] ?? { data: [], count: 0 };
    response.end(JSON.stringify(typeof answer === 'function' ? answer(one) : answer));
  });
  const { outputs, error, hints } = await n8n.runNode({ type: 'made', parameters });
  return { rows: (outputs[0] ?? []).map(({ json }) => json), sent, error, hints };
};

const list = (options: object): INodeParameters =>
  ({ resource: 'thing', operation: 'getAll', options }) as unknown as INodeParameters;

const condition = (field: string, operator: string, value: string, not = false) => ({ field, operator, value, not });

test.each<[object, string | undefined]>([
  [{ filter: { conditions: [condition('name', 'contains', 'Door 1')] } }, "name:contains:'Door 1'"],
  [
    { filter: { conditions: [condition('name', 'eq', 'a'), condition('rank', 'eq', '2', true)] } },
    'name:eq:a and not:rank:eq:2',
  ],
  [
    { filter: { conditions: [condition('name', 'eq', 'a'), condition('name', 'eq', 'b')] }, filter_match: 'any' },
    'name:eq:a or name:eq:b',
  ],
  [{ filter: { conditions: [condition('name', 'eq', 'a')] }, filter_text: 'rank:gt:5' }, 'rank:gt:5'],
  [{ filter: {} }, undefined],
])('the conditions %j are sent as %j', async (options, expected) => {
  const { sent, error } = await run(list(options));
  expect(error).toBeUndefined();
  expect(sent[0]?.query.filter).toBe(expected);
});

test.each<[object, string | undefined]>([
  [
    {
      sort: {
        keys: [
          { field: 'name', direction: 'desc' },
          { field: 'rank', direction: 'asc' },
        ],
      },
    },
    'name:desc,rank:asc',
  ],
  [{ sort_text: 'rank:desc' }, 'rank:desc'],
  [{ sort: {} }, undefined],
])('the order %j is sent as %j', async (options, expected) => {
  const { sent, error } = await run(list(options));
  expect(error).toBeUndefined();
  expect(sent[0]?.query.sort).toBe(expected);
});

test('entries of a list come with what was filled in, as their kinds; what was left empty is not sent', async () => {
  const fields = {
    steps: {
      entries: [
        { name: 'Sawing', rank: '2', note: '' },
        { name: 'Gluing', rank: '', note: 'slow' },
      ],
    },
  };
  const { sent, error } = await run({ resource: 'thing', operation: 'arrange', thing_id: 't1', fields });
  expect(error).toBeUndefined();
  expect(sent[0]?.body).toEqual({
    steps: [
      { name: 'Sawing', rank: 2 },
      { name: 'Gluing', note: 'slow' },
    ],
  });
});

test('a whole list is taken from an expression instead of its entries', async () => {
  const fields = { steps: { entries: [{ name: 'no' }] }, steps_json: "={{ [{ name: 'Sawing', rank: 0 }] }}" };
  const { sent } = await run({ resource: 'thing', operation: 'arrange', thing_id: 't1', fields });
  expect(sent[0]?.body).toEqual({ steps: [{ name: 'Sawing', rank: 0 }] });
});

test('secrets are left out unless they are asked for', async () => {
  const answers = { '/v1/thing/t1': { id: 't1', token: 'hunter2' } };
  const get = { resource: 'thing', operation: 'get', thing_id: 't1' };
  expect((await run(get, answers)).rows).toEqual([{ id: 't1' }]);
  expect((await run({ ...get, options: { keepSecretFields: true } }, answers)).rows).toEqual([
    { id: 't1', token: 'hunter2' },
  ]);
});

const custom = { resource: 'customCall', operation: 'send' };

test('a custom call is sent with the credential, and its answer is the row', async () => {
  const { sent, rows, error } = await run(
    { ...custom, method: 'POST', path: '/gadget', options: { query: '{"deep": true}', body: '{"name": "A"}' } },
    { '/v1/gadget': { id: 'g1' } },
  );
  expect(error).toBeUndefined();
  expect(rows).toEqual([{ id: 'g1' }]);
  expect(sent).toEqual([
    { method: 'POST', path: '/v1/gadget', query: { deep: 'true' }, key: 'a-key', body: { name: 'A' } },
  ]);
});

test('a custom call reads a list to its end when all pages are wanted, and the hint says how far that was', async () => {
  const all = Array.from({ length: 1500 }, (_, index) => ({ id: `g${index}` }));
  const answers = {
    '/v1/gadget': ({ query }: Sent) => {
      const offset = Number(query.offset ?? 0);
      return { data: all.slice(offset, offset + Number(query.limit ?? 50)), count: all.length };
    },
  };
  const { rows, hints } = await run(
    { ...custom, method: 'GET', path: 'gadget', options: { all_pages: true } },
    answers,
  );
  expect(rows).toHaveLength(1500);
  expect(hints).toEqual(['Read 1500 rows in 2 pages']);
  const one = await run({ ...custom, method: 'GET', path: 'gadget' }, answers);
  expect(one.rows).toHaveLength(50);
  expect(one.hints).toEqual([]);
  const part = await run(
    { ...list({}), returnAll: false, limit: 2 },
    { '/v1/thing': { data: all.slice(0, 2), count: 1500 } },
  );
  expect(part.hints).toEqual(['Made has 1500 such rows, of which 2 were read']);
});

test('a path that leaves the address of the API is refused', async () => {
  const { error, sent } = await run({ ...custom, method: 'GET', path: 'https://elsewhere.example/' });
  expect(error?.message).toContain('must be a path without a host');
  expect(sent).toEqual([]);
});
