import { setTimeout as wait } from 'node:timers/promises';
import { operationOf, type Transport, vplan } from '@patchbay/core';
import { answering, boardId, engineOn } from '../fake.ts';
import { type Figure, line, type Thoroughness } from '../figure.ts';
import { inRounds } from '../rounds.ts';

/** Buffers are given back a little after the collection that found them. */
const live = async (): Promise<number> => {
  globalThis.gc?.();
  await wait(20);
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** How often content is held beside what the caller gave: while a request is out, and when its answer has been read. */
export const bodyCopies = async ({ quick }: Thoroughness): Promise<Figure> => {
  const size = (quick ? 4 : 16) * 1024 * 1024;
  const update = operationOf(vplan, 'board.update');
  const get = operationOf(vplan, 'board.get');
  // Made from bytes: a repeated string would be a rope that is only laid out when it is read.
  const text = Buffer.alloc(size, 'x').toString('latin1');
  const ends = JSON.stringify({ id: boardId, name: '' }).length;
  const { sent, received } = await inRounds(quick ? 2 : 5, {
    sent: async () => {
      let held = 0;
      const transport: Transport = async ({ content }) => {
        held = await live();
        if (typeof content !== 'string' || content.length < size) throw new Error('The content was not sent');
        return answering('{}');
      };
      const before = await live();
      await engineOn({ transport }).call(update, { board_id: boardId, name: text });
      return (held - before) / size;
    },
    received: async () => {
      const before = await live();
      const content = (): string => Buffer.from(`{"id":"${boardId}","name":"${text}"}`, 'latin1').toString('latin1');
      const record = await engineOn({ transport: async () => answering(content()) }).call(get, { board_id: boardId });
      const held = await live();
      if (String(record?.name).length + ends !== content().length) throw new Error('The answer was not read');
      return (held - before) / size;
    },
  });
  return {
    title: 'Copies of content',
    how: `Live memory after a garbage collection, above that before the call, in units of the content (${size / 2 ** 20} MB): within the transport, where the content that is sent is the one copy beside the caller's values; and after the call, where the record is the one copy and the content it was read from is gone.`,
    lines: [
      line('Held while the request is out', 'copies', sent, { atMost: 1.05 }),
      line('Held when the answer has been read', 'copies', received, { atMost: 1.05 }),
    ],
  };
};
