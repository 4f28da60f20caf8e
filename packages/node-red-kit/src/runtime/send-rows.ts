import type { Page, Row } from '@patchbay/core';
import type { NodeAPI, NodeMessage } from 'node-red';
import type { OutputMode } from '../config.ts';

type Send = (message: NodeMessage) => void;

async function* withLast<T>(source: AsyncIterable<T>): AsyncGenerator<{ value: T; last: boolean }, void, undefined> {
  let before: { value: T } | undefined;
  for await (const value of source) {
    if (before) yield { ...before, last: false };
    before = { value };
  }
  if (before) yield { ...before, last: true };
}

/** What one message carries. */
interface Piece {
  readonly payload: Row | readonly Row[];
  readonly total: number | undefined;
}

async function* rowsIn(pages: AsyncIterable<Page>): AsyncGenerator<Piece, void, undefined> {
  for await (const { rows, total } of pages) for (const payload of rows) yield { payload, total };
}

async function* piecesIn(pages: AsyncIterable<Page>): AsyncGenerator<Piece, void, undefined> {
  for await (const { rows, total } of pages) yield { payload: rows, total };
}

const told = (total: number | undefined): object => (total === undefined ? {} : { total });

const sendSequence = async (
  RED: NodeAPI,
  message: NodeMessage,
  send: Send,
  pieces: AsyncIterable<Piece>,
): Promise<void> => {
  const id = RED.util.generateId();
  const outer = message.parts !== undefined && { parts: message.parts };
  let index = 0;
  for await (const { value, last } of withLast(pieces)) {
    const { payload, total } = value;
    // A Join node puts arrays together only when `len` says that they hold several entries.
    const len = Array.isArray(payload) ? Math.max(2, payload.length) : 1;
    const parts = { ...outer, id, type: 'array', index, len, ...(last && { count: index + 1 }) };
    send({ ...RED.util.cloneMessage(message), payload, ...told(total), parts });
    index++;
  }
};

/**
 * Sends the rows of a list on: all in one array, or one message a page or a row while the list is being read. Such messages
 * carry `msg.parts`, the last one with the count, so that a Join node can put them together again. Where the vendor tells how
 * many rows there are over all pages, `msg.total` is that number.
 */
export const sendRows = async (
  RED: NodeAPI,
  mode: OutputMode,
  message: NodeMessage,
  send: Send,
  pages: AsyncIterable<Page>,
): Promise<void> => {
  if (mode === 'row') return sendSequence(RED, message, send, rowsIn(pages));
  if (mode === 'page') return sendSequence(RED, message, send, piecesIn(pages));
  const rows: Row[] = [];
  let total: number | undefined;
  for await (const page of pages) {
    for (const row of page.rows) rows.push(row);
    total = page.total ?? total;
  }
  send(Object.assign(message, { payload: rows }, told(total)));
};
