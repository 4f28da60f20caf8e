import type { Page } from '@patchbay/core';
import type { NodeAPI, NodeMessage } from 'node-red';
import { expect, it } from 'vitest';
import type { OutputMode } from '../config.ts';
import { sendRows } from './send-rows.ts';

const RED = { util: { generateId: () => 'id', cloneMessage: structuredClone } } as unknown as NodeAPI;

async function* pagesOf(...pages: readonly (readonly number[])[]): AsyncGenerator<Page, void, undefined> {
  for (const [index, ids] of pages.entries()) {
    const rows = ids.map((id) => ({ id }));
    yield { rows, ...(index < pages.length - 1 && { next: String(index + 1) }) };
  }
}

const sent = async (mode: OutputMode, ...pages: readonly (readonly number[])[]): Promise<NodeMessage[]> => {
  const messages: NodeMessage[] = [];
  await sendRows(RED, mode, { topic: 't' }, (message) => messages.push(message), pagesOf(...pages));
  return messages;
};

it('an empty list is one empty array, one empty page, and no row', async () => {
  expect(await sent('array', [])).toEqual([{ topic: 't', payload: [] }]);
  expect(await sent('page', [])).toMatchObject([{ payload: [], parts: { index: 0, count: 1 } }]);
  expect(await sent('row', [])).toEqual([]);
});

it('only the last message of a sequence has the count', async () => {
  const parts = (await sent('row', [1, 2], [3])).map((message) => message.parts);
  expect(parts).toEqual([
    { id: 'id', type: 'array', index: 0, len: 1 },
    { id: 'id', type: 'array', index: 1, len: 1 },
    { id: 'id', type: 'array', index: 2, len: 1, count: 3 },
  ]);
});

it('a page goes out before the page after the next one is read', async () => {
  const order: string[] = [];
  async function* pages(): AsyncGenerator<Page, void, undefined> {
    for (const id of [1, 2, 3]) {
      order.push(`read ${id}`);
      yield { rows: [{ id }] };
    }
  }
  await sendRows(RED, 'page', {}, ({ payload }) => order.push(`sent ${JSON.stringify(payload)}`), pages());
  expect(order).toEqual(['read 1', 'read 2', 'sent [{"id":1}]', 'read 3', 'sent [{"id":2}]', 'sent [{"id":3}]']);
});

it.each(['array', 'page', 'row'] as const)(
  'in mode %s every message says how many rows there are, where the vendor tells',
  async (mode) => {
    async function* pages(): AsyncGenerator<Page, void, undefined> {
      yield { rows: [{ id: 1 }], total: 9, next: '1' };
      yield { rows: [{ id: 2 }], total: 9 };
    }
    const messages: NodeMessage[] = [];
    await sendRows(RED, mode, {}, (message) => messages.push(message), pages());
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).toMatchObject({ total: 9 });
    expect((await sent(mode, [1]))[0]).not.toHaveProperty('total');
  },
);
