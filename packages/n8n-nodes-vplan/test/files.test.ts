import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { N8nEngine } from '@patchbay/n8n-engine';
import { afterEach, expect, test } from 'vitest';
import { madeNodeAt } from './made-node.ts';

let server: Server | undefined;
let origin = '';

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const serving = async (listener: RequestListener): Promise<N8nEngine> => {
  server = createServer(listener);
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return madeNodeAt(`${origin}/v1`);
};

const contentOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
};

const scan = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
const item = {
  json: {},
  binary: { scan: { data: scan.toString('base64'), mimeType: 'image/png', fileName: 'frame 118.png' } },
};
const upload = { resource: 'thing', operation: 'upload', thing_id: 't1', scan: 'scan', fields: { note: 'Left side' } };

test('a file of the input is sent as a form with its name, type and the other fields', async () => {
  let headers: IncomingMessage['headers'] = {};
  let form: FormData | undefined;
  const n8n = await serving(async (request, response) => {
    headers = request.headers;
    form = await new Response(await contentOf(request), {
      headers: { 'content-type': String(headers['content-type']) },
    }).formData();
    response.end('{"id": "f1"}');
  });
  const { outputs, error } = await n8n.runNode({ type: 'made', parameters: upload, items: [item] });
  expect(error).toBeUndefined();
  expect(outputs[0]).toEqual([{ json: { id: 'f1' }, pairedItem: { item: 0 } }]);
  const sent = form?.get('scan') as File;
  expect([sent.name, sent.type, form?.get('note')]).toEqual(['frame 118.png', 'image/png', 'Left side']);
  expect(Buffer.from(await sent.arrayBuffer()).equals(scan)).toBe(true);
  expect(Number(headers['content-length'])).toBeGreaterThan(scan.length);
  expect(headers['x-api-key']).toBe('a-key');
});

test('a refused upload is sent again in full', async () => {
  const sizes: number[] = [];
  const n8n = await serving(async (request, response) => {
    sizes.push((await contentOf(request)).length);
    if (sizes.length === 1) response.writeHead(429, { 'retry-after': '0' }).end();
    else response.end('{"id": "f1"}');
  });
  const { error } = await n8n.runNode({ type: 'made', parameters: upload, items: [item] });
  expect(error).toBeUndefined();
  expect(sizes).toHaveLength(2);
  expect(sizes[0]).toBe(sizes[1]);
});

test.each([
  [{ json: {} }, 'names a file, but the item has none'],
  [{ ...item, binary: { photo: item.binary.scan } }, 'must be a field with a file: photo'],
])('an item without the file that is named is told so, and nothing is sent', async (given, problem) => {
  let requests = 0;
  const n8n = await serving((_, response) => {
    requests++;
    response.end();
  });
  const { error } = await n8n.runNode({ type: 'made', parameters: upload, items: [given] });
  expect(error?.message).toContain(problem);
  expect(requests).toBe(0);
});

const download = { resource: 'thing', operation: 'download', thing_id: 't1', outputField: 'drawing' };

test('a file comes out as binary data beside its name, type and size', async () => {
  const n8n = await serving((request, response) => {
    if (request.url === '/files/1') response.writeHead(200, { 'content-type': 'image/png' }).end(scan);
    else response.end(JSON.stringify({ url: `${origin}/files/1`, filename: 'frame 118.png' }));
  });
  const { outputs, error } = await n8n.runNode({ type: 'made', parameters: download });
  expect(error).toBeUndefined();
  const [result] = outputs[0] ?? [];
  expect(result?.json).toEqual({ name: 'frame 118.png', type: 'image/png', size: scan.length });
  expect(result?.binary?.drawing).toMatchObject({ fileName: 'frame 118.png', mimeType: 'image/png' });
  expect(Buffer.from(result?.binary?.drawing?.data ?? '', 'base64').equals(scan)).toBe(true);
});

test('a file kept elsewhere is fetched without the credential', async () => {
  let seen: unknown = 'nothing';
  const elsewhere = createServer((request, response) => {
    seen = request.headers['x-api-key'];
    response.end('abc');
  });
  await new Promise<void>((ready) => elsewhere.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/scan.txt`;
  const n8n = await serving((_, response) => response.end(JSON.stringify({ url })));
  const { outputs, error } = await n8n.runNode({ type: 'made', parameters: download });
  elsewhere.close();
  expect(error).toBeUndefined();
  expect(outputs[0]?.[0]?.json).toMatchObject({ name: 'scan.txt', size: 3 });
  expect(seen).toBeUndefined();
});

test("a file that is refused is an error with the vendor's words, not a file", async () => {
  const n8n = await serving((request, response) => {
    if (request.url === '/files/1')
      response.writeHead(404).end('{"errors": [{"code": "gone", "message": "The file is gone"}]}');
    else response.end(JSON.stringify({ url: `${origin}/files/1` }));
  });
  const { outputs, error } = await n8n.runNode({ type: 'made', parameters: download });
  expect(outputs).toEqual([]);
  expect(error).toMatchObject({ httpCode: '404', message: expect.stringContaining('The file is gone') });
});

test('a file that breaks off is an error, not half a file', async () => {
  const n8n = await serving((request, response) => {
    if (request.url !== '/files/1') return response.end(JSON.stringify({ url: `${origin}/files/1` }));
    response.writeHead(200, { 'content-length': '100' }).write('half');
    return setImmediate(() => response.destroy());
  });
  const { outputs, error } = await n8n.runNode({ type: 'made', parameters: download });
  expect(outputs).toEqual([]);
  expect(error).toBeDefined();
});
