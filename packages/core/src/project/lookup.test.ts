import { expect, test } from 'vitest';
import { fakePorts } from '../../test/fake-ports.ts';
import { createEngine, lookUp, vplan } from '../index.ts';

const boards = (url: string) => {
  const query = new URL(url).searchParams;
  const offset = Number(query.get('offset'));
  const data = Array.from({ length: Math.min(50, 70 - offset) }, (_, index) => ({
    id: `b${offset + index}`,
    name: `Board ${offset + index}`,
  }));
  return { json: { count: 70, data } };
};

test('records are offered by title, a page at a time, beyond the first', async () => {
  const engine = createEngine(vplan, fakePorts(({ url }) => boards(url)).ports);
  const first = await lookUp(engine, 'board');
  expect(first.choices).toHaveLength(50);
  expect(first.choices[0]).toEqual({ id: 'b0', title: 'Board 0' });
  const second = await lookUp(engine, 'board', { ...(first.next && { after: first.next }) });
  expect(second.choices).toHaveLength(20);
  expect(second.next).toBeUndefined();
});

test('a search is sent quoted, and a quote in it is refused with the reason', async () => {
  const fake = fakePorts(({ url }) => boards(url));
  const engine = createEngine(vplan, fake.ports);
  await lookUp(engine, 'board', { query: 'a,b:$&c' });
  expect(new URL(fake.requests[0]?.url ?? '').searchParams.get('filter')).toBe("(name:contains:'a,b:$&c')");
  await expect(lookUp(engine, 'board', { query: "it's" })).rejects.toThrow(/cannot search for it/);
});

test('a list below another record asks for that record first', async () => {
  const fake = fakePorts([{ json: { count: 0, data: [] } }]);
  const engine = createEngine(vplan, fake.ports);
  await expect(lookUp(engine, 'comment')).rejects.toThrow('collection_id is missing');
  await lookUp(engine, 'comment', { values: { collection_id: 'c' } });
  expect(fake.requests[0]?.url).toContain('/collection/c/comment?');
});
