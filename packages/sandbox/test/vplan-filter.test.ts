import type { Condition, FilterGroup } from '@patchbay/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { start } from './harness.ts';

type Row = Readonly<Record<string, unknown>>;

const pieces = [
  'name',
  'due_date',
  'status',
  'colour',
  ':',
  ',',
  '(',
  ')',
  "'",
  'eq',
  'not',
  'has',
  'gte',
  ',and,',
  ',or,',
];
const more = [
  'name:eq:x',
  'name:has:true',
  'due_date:lt:2026-12-01',
  'start:not:has:true',
  '%',
  '&',
  ' ',
  '\n',
  '0',
  '😀',
];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 20 }).map((parts) => parts.join('')),
);

const value = fc
  .oneof(fc.constantFrom('a', 'De', 'frames', 'LIN-2101', 'x, y', 'a:b', '(c)'), fc.string({ maxLength: 8 }))
  .filter((one) => !one.includes("'"));
const day = fc.constantFrom('2026-11-25', '2026-12-04', '2026-12-20', '2027-01-15');
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constantFrom('name', 'description', 'external_ref'),
    operator: fc.constantFrom('eq', 'contains', 'starts_with', 'ends_with'),
    value,
    not: fc.boolean(),
  }),
  fc.record({
    field: fc.constant('due_date'),
    operator: fc.constantFrom('eq', 'gt', 'gte', 'lt', 'lte'),
    value: day,
    not: fc.boolean(),
  }),
  fc.record({
    field: fc.constantFrom('external_ref', 'start'),
    operator: fc.constant('has'),
    value: fc.boolean(),
    not: fc.boolean(),
  }),
);

const { group } = fc.letrec<{ group: FilterGroup }>((tie) => ({
  group: fc
    .tuple(
      fc.boolean(),
      fc.array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, condition, tie('group')), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .chain(([all, terms]) =>
      fc.boolean().map((not): FilterGroup => ({ ...(all ? { all: terms } : { any: terms }), not })),
    ),
}));

/** What conditions mean, said a second time and plainly. */
const holds = (one: Condition | FilterGroup, row: Row): boolean => {
  if ('all' in one) return one.all.every((term) => holds(term, row)) !== (one.not === true);
  if ('any' in one) return one.any.some((term) => holds(term, row)) !== (one.not === true);
  const stored = row[one.field];
  const [own, asked] = [String(stored ?? ''), String(one.value)];
  const [small, part] = [own.toLowerCase(), asked.toLowerCase()];
  const isThere = stored !== null && stored !== '';
  const results: Record<string, boolean> = {
    eq: stored !== null && own === asked,
    gt: stored !== null && own > asked,
    gte: stored !== null && own >= asked,
    lt: stored !== null && own < asked,
    lte: stored !== null && own <= asked,
    contains: small.includes(part),
    starts_with: small.startsWith(part),
    ends_with: small.endsWith(part),
    has: isThere === (one.value === true),
  };
  return results[one.operator] !== (one.not === true);
};

describe('a filter', () => {
  it('gives rows or a 400, whatever text it is', async () => {
    const { call } = await start();
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const { status } = await call('GET', `/collection?limit=1&filter=${encodeURIComponent(given)}`);
        expect([200, 400]).toContain(status);
      }),
      { seed: 2026, numRuns: 300 },
    );
  });

  it.each(['sort', 'with', 'show', 'hide'])('and any text as %s give rows or a 400', async (name) => {
    const { call } = await start();
    const words = fc.constantFrom(
      'name',
      'cards',
      'stage',
      '*',
      '.',
      ',',
      ':',
      'desc',
      '0',
      '__proto__',
      'constructor',
    );
    const given = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(given, async (one) => {
        const { status } = await call('GET', `/collection?limit=2&${name}=${encodeURIComponent(one)}`);
        expect([200, 400]).toContain(status);
      }),
      { seed: 2026, numRuns: 150 },
    );
  });

  it('of conditions finds through the client what the conditions say', async () => {
    const { client, twin } = await start();
    await fc.assert(
      fc.asyncProperty(group, async (filter) => {
        const rows = await client.collection.list({ filter }).toArray();
        const expected = twin.rows('collection').filter((row) => holds(filter, row));
        expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      }),
      { seed: 2026, numRuns: 150 },
    );
  });

  it('sorts as the client writes it', async () => {
    const { client } = await start();
    const rows = await client.collection
      .list({ sort: [{ field: 'status' }, { field: 'due_date', direction: 'desc' }] })
      .toArray();
    const keys = rows.map(({ status, due_date }) => [status, due_date] as [string, string]);
    const sorted = keys.toSorted(([a, x], [b, y]) => (a === b ? (x < y ? 1 : -1) : a < b ? -1 : 1));
    expect(keys).toEqual(sorted);
  });
});
