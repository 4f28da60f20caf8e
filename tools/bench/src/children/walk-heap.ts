import { setTimeout as wait } from 'node:timers/promises';
import { operationOf, vplan } from '@patchbay/core';
import { axiosTransport } from '@patchbay/node';
import { engineOn } from '../fake.ts';

/** What a walk held at most, heap and buffers beside it, in bytes above what the process held before it. */
export interface Held {
  readonly bytes: number;
}

// A process of its own, so that nothing but the walk is measured.
const { baseUrl, rows, keep } = JSON.parse(process.argv[2] ?? '{}') as {
  baseUrl: string;
  rows: number;
  /** Holds all rows, as a list that is not read page by page does */
  keep: boolean;
};
const list = operationOf(vplan, 'board.list');
const transport = axiosTransport();
const kept: unknown[] = [];

const walk = async (total: number, onPage: (page: number) => Promise<void>): Promise<void> => {
  const engine = engineOn({ transport, baseUrl, key: `${total}:0` });
  let count = 0;
  let page = 0;
  for await (const { rows } of engine.pages(list, {})) {
    count += rows.length;
    if (keep) kept.push(...rows);
    await onPage(page++);
  }
  if (count !== total) throw new Error(`${count} rows were read, not ${total}`);
};

/** Buffers are given back a little after the collection that found them. */
const liveBytes = async (): Promise<number> => {
  globalThis.gc?.();
  await wait(5);
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

// What is loaded and compiled once stays: a short walk ahead brings it in.
await walk(10_000, async () => undefined);
kept.length = 0;
// Code that is not used any more is dropped after some collections; dropped later, it would hide what the walk holds.
for (let round = 0; round < 20; round++) await liveBytes();
const idle = await liveBytes();
let most = 0;
const every = Math.max(1, Math.floor(rows / 1000 / 50));
await walk(rows, async (page) => {
  if (page % every !== 0) return;
  // A consumer that takes its time: all pages ahead have come in.
  await wait(40);
  most = Math.max(most, (await liveBytes()) - idle);
});
process.send?.({ bytes: most } satisfies Held);
