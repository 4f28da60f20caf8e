import { randomBytes } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { N8nEngine } from '@patchbay/n8n-engine';
import type { IBinaryData } from 'n8n-workflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeNodeAt } from './made-node.ts';

// Large beside what is on its way at any moment: were the file held as a whole, it would show.
const size = 200 * 1024 * 1024;

// How much waits to be collected depends on what else the machine does: it is collected before it is measured.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const chunksBetween = 200;

let folder: string;
let server: Server;
let n8n: N8nEngine;
let received = 0;
let peak = 0;
let chunks = 0;

interface BinaryStore {
  init(): Promise<void>;
  store(location: object, content: unknown, data: object): Promise<IBinaryData>;
  getAsStream(id: string): Promise<AsyncIterable<Uint8Array>>;
}

/** n8n's own storage for files, on disk as in an installation. */
const storageIn = async (path: string): Promise<BinaryStore> => {
  const engine = createRequire(import.meta.resolve('@patchbay/n8n-engine'));
  const core = engine('n8n-core');
  const { Container } = createRequire(engine.resolve('n8n-core'))('@n8n/di');
  Object.assign(Container.get(core.BinaryDataConfig), { mode: 'filesystem', localStoragePath: path });
  const storage: BinaryStore = Container.get(core.BinaryDataService);
  await storage.init();
  return storage;
};

const watchMemory = (): void => {
  if (chunks++ % chunksBetween !== 0) return;
  collectGarbage();
  peak = Math.max(peak, process.memoryUsage().arrayBuffers);
};

let storage: BinaryStore;
let content: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-files-'));
  content = join(folder, 'content');
  writeFileSync(content, randomBytes(size));
  storage = await storageIn(join(folder, 'storage'));
  server = createServer(async (request, response) => {
    if (request.url === '/files/1') {
      response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': size });
      createReadStream(content).on('data', watchMemory).pipe(response);
      return;
    }
    for await (const chunk of request) {
      received += chunk.length;
      watchMemory();
    }
    response.end(JSON.stringify({ id: 'f1', url: '/files/1', filename: 'tour.mp4' }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  n8n = madeNodeAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

/** Bytes in memory beyond what was there before, at the worst moment. */
const heldDuring = async (run: () => Promise<void>): Promise<number> => {
  collectGarbage();
  const before = process.memoryUsage().arrayBuffers;
  peak = before;
  await run();
  return peak - before;
};

test("a file in n8n's storage is sent without being held in memory", async () => {
  const video = await storage.store(
    { type: 'execution', workflowId: 'w', executionId: 'e' },
    createReadStream(content),
    {
      fileName: 'tour.mp4',
      mimeType: 'video/mp4',
    },
  );
  const held = await heldDuring(async () => {
    const { error, outputs } = await n8n.runNode({
      type: 'made',
      parameters: { resource: 'thing', operation: 'upload', thing_id: 't1', scan: 'video' },
      items: [{ json: {}, binary: { video: { ...video, fileName: 'tour.mp4', mimeType: 'video/mp4' } } }],
    });
    expect(error).toBeUndefined();
    expect(outputs[0]?.[0]?.json).toMatchObject({ id: 'f1' });
  });
  expect(received).toBeGreaterThan(size);
  expect(held).toBeLessThan(size / 2);
});

test("a file is put into n8n's storage without being held in memory", async () => {
  let stored: IBinaryData | undefined;
  const held = await heldDuring(async () => {
    const { outputs, error } = await n8n.runNode({
      type: 'made',
      parameters: { resource: 'thing', operation: 'download', thing_id: 't1' },
    });
    expect(error).toBeUndefined();
    expect(outputs[0]?.[0]?.json).toEqual({ name: 'tour.mp4', type: 'video/mp4', size });
    stored = outputs[0]?.[0]?.binary?.data;
  });
  expect(held).toBeLessThan(size / 2);
  let length = 0;
  for await (const chunk of await storage.getAsStream(stored?.id ?? '')) length += chunk.byteLength;
  expect(length).toBe(size);
});
