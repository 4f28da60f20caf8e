import { describe, expect, test } from 'vitest';
import { fakePorts } from '../../test/fake-ports.ts';
import { createEngine, lookUp, lookupMissing, lookupOf, vplan } from '../index.ts';

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

describe('what a board holds', () => {
  const fields = [
    { name: 'Glass', type: 'text', scope: 'collection' },
    { name: 'Lock code', type: 'number', scope: 'card' },
    { name: 'Old', type: 'text' },
  ];
  const start = () => {
    const fake = fakePorts(({ url }) => ({
      json: url.includes('/collection/') ? { id: 'c', board_id: 'b1' } : { id: 'b1', custom_fields: fields },
    }));
    return { ...fake, engine: createEngine(vplan, fake.ports) };
  };

  test('custom fields are offered with their types, those of cards for a card and those of collections for a collection', async () => {
    const { engine } = start();
    const titles = async (name: string) =>
      (await lookUp(engine, name, { values: { board_id: 'b1' } })).choices.map(({ title }) => title);
    expect(await titles('cardField')).toEqual(['Lock code number', 'Old text']);
    expect(await titles('collectionField')).toEqual(['Glass text', 'Old text']);
  });

  test('custom fields are those of the board that the chosen collection is on', async () => {
    const { engine, requests } = start();
    await lookUp(engine, 'cardField', { values: { collection_id: 'c' } });
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(['/v1/collection/c', '/v1/board/b1']);
    await lookUp(engine, 'cardField', { values: { collection_id: 'c', board_id: 'b2' } });
    expect(requests.slice(2).map(({ url }) => new URL(url).pathname)).toEqual(['/v1/board/b2']);
  });

  test('statuses are not those of the collection where it is about to be moved to another board', () => {
    const list = lookupOf(vplan, 'boardStatus');
    expect(list && lookupMissing(list, { collection_id: 'c' })).toEqual(['board_id']);
  });

  test('nothing can be offered without either', () => {
    const list = lookupOf(vplan, 'cardField');
    const missing = (values: object) => list && lookupMissing(list, { ...values });
    expect(missing({})).toEqual(['board_id']);
    expect(missing({ collection_id: '' })).toEqual(['board_id']);
    expect(missing({ collection_id: 'c' })).toEqual([]);
    expect(missing({ board_id: 'b' })).toEqual([]);
  });
});
