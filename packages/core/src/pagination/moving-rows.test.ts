import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fakePorts } from '../../test/fake-ports.ts';
import { createClient, type Row, vplan } from '../index.ts';

/** What happens to the list before the nth request: a row goes, or one comes in. */
interface Change {
  readonly before: number;
  readonly kind: 'remove' | 'insert';
  /** Where, as a part of the list's length */
  readonly at: number;
}

const change = fc.record<Change>({
  before: fc.integer({ min: 1, max: 12 }),
  kind: fc.constantFrom('remove', 'insert'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

const walk = async (length: number, pageSize: number, ahead: number, changes: readonly Change[], total: boolean) => {
  const rows = Array.from({ length }, (_, index) => ({ id: `row-${index}` }));
  let inserted = 0;
  const always = new Set(rows.map(({ id }) => id));
  const fake = fakePorts(({ url }, index) => {
    for (const { before, kind, at } of changes) {
      if (before !== index) continue;
      const place = Math.floor(at * rows.length);
      if (kind === 'insert') rows.splice(place, 0, { id: `new-${inserted++}` });
      else for (const { id } of rows.splice(place, 1)) always.delete(id);
    }
    const query = new URL(url).searchParams;
    const offset = Number(query.get('offset'));
    const data = rows.slice(offset, offset + Number(query.get('limit')));
    return { json: { ...(total && { count: rows.length }), data } };
  });
  const got = await createClient(vplan, fake.ports).board.list({}, { pageSize, ahead }).toArray();
  return { ids: got.map(({ id }: Row) => String(id)), always, requests: fake.requests.length };
};

describe('a list whose rows move while it is read', () => {
  test.each([
    ['with a total', true],
    ['without one', false],
  ])('gives every row that was there all the time once, in order, %s', async (_, total) => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(change, { maxLength: 6 }),
        async (length, pageSize, ahead, changes) => {
          const { ids, always } = await walk(length, pageSize, ahead, changes, total);
          expect(new Set(ids).size).toBe(ids.length);
          const kept = ids.filter((id) => always.has(id));
          expect(kept).toEqual([...always]);
        },
      ),
      { seed: 2026, numRuns: 1_000 },
    );
  });

  test('costs no request more when nothing moves', async () => {
    const { requests } = await walk(50, 10, 4, [], true);
    expect(requests).toBe(5);
  });
});
