import { setImmediate as turn } from 'node:timers/promises';
import type { NodeStatus } from 'node-red';
import { expect, it } from 'vitest';
import { statusLine } from './status-line.ts';

const shown = () => {
  const texts: unknown[] = [];
  const status = (status: string | NodeStatus): void => {
    texts.push((status as NodeStatus).text);
  };
  return { texts, line: statusLine({ status }) };
};

it('says nothing of work that ends before it begins', async () => {
  const { texts, line } = shown();
  line.showSoon({ text: 'sending' });
  line.end();
  await turn();
  expect(texts).toEqual([]);
});

it('says what is under way, unless there is more to say already', async () => {
  const { texts, line } = shown();
  line.showSoon({ text: 'sending' });
  await turn();
  line.showSoon({ text: 'sending' });
  line.show({ text: 'waiting 3 s' });
  await turn();
  expect(texts).toEqual(['sending', 'waiting 3 s']);
});
