import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A vendor on loopback that costs as little as it can:
 * - `/v1/board/{id}`: a record; content that is sent is read and thrown away
 * - `/v1/board?limit&offset`: rows, from the headers of the credential: how many there are, and milliseconds for a page
 * - `/v1/refusing/…`: see `refusals.ts`
 */
const rowText = (index: number): string =>
  JSON.stringify({
    id: `0b8f7a52-4a77-4d3c-9d1b-${String(index).padStart(12, '0')}`,
    name: `Order ${index}: window frames, first floor`,
    description: 'Oak, 68 mm, two coats; saw, plane, mill and glue before Friday',
    status: index % 3 === 0 ? 'done' : 'planned',
    visibility: 'everyone',
    rank: `0|${index.toString(36).padStart(8, '0')}:`,
    created_at: '2026-11-02T08:30:00Z',
    updated_at: '2026-11-20T16:05:12Z',
  });

const block = 1000;
const blocks = new Map<number, readonly string[]>();
const rowsFrom = (offset: number, end: number): string => {
  const texts: string[] = [];
  for (let index = offset; index < end; index++) {
    const number = Math.floor(index / block);
    // One block of texts serves all: what differs from block to block is put in, so that identifiers stay unique.
    const known = blocks.get(number) ?? Array.from({ length: block }, (_, row) => rowText(number * block + row));
    if (!blocks.has(number)) {
      if (blocks.size > 20) blocks.clear();
      blocks.set(number, known);
    }
    texts.push(known[index % block] as string);
  }
  return `[${texts.join(',')}]`;
};

const record = rowText(1);

const server = createServer(async (request, response) => {
  request.resume();
  const url = new URL(request.url ?? '', 'http://localhost');
  const send = (content: string): void => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) });
    response.end(content);
  };
  if (!url.searchParams.has('limit')) {
    request.once('end', () => send(record));
    return;
  }
  const [total = 0, pause = 0] = String(request.headers['x-api-key']).split(':').map(Number);
  const offset = Number(url.searchParams.get('offset'));
  const limit = Number(url.searchParams.get('limit'));
  const content = `{"count":${total},"limit":${limit},"offset":${offset},"data":${rowsFrom(offset, Math.min(total, offset + limit))}}`;
  if (pause > 0) await wait(pause);
  send(content);
});

// Longer than a round, so that no client meets a connection that is just being closed.
server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
