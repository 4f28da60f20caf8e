import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workshop } from '../../test/workshop.ts';
import type { FilterLanguage } from '../define/filter.ts';
import { filterIssues, filterText, sortIssues, sortText } from './filter-text.ts';

const { filter: language, sort } = workshop;
const condition = fc.record({
  field: fc.constantFrom('name', 'code'),
  operator: fc.constantFrom('eq', 'contains', 'gt'),
  value: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes("'")),
  not: fc.boolean(),
});
const { group } = fc.letrec<{ group: unknown; entry: unknown }>((tie) => ({
  entry: fc.oneof({ maxDepth: 3 }, condition, tie('group')),
  group: fc.oneof(
    fc.record({ all: fc.array(tie('entry'), { minLength: 1, maxLength: 3 }), not: fc.boolean() }),
    fc.record({ any: fc.array(tie('entry'), { minLength: 1, maxLength: 3 }) }),
  ),
}));

describe('a filter', () => {
  test('is written with quotes where a value needs them', () => {
    const value = {
      all: [
        { field: 'name', operator: 'eq', value: 'plain' },
        {
          any: [
            { field: 'code', operator: 'contains', value: 'a, b', not: true },
            { field: 'n', operator: 'gt', value: 0 },
          ],
        },
      ],
    };
    expect(filterIssues(language, value, 'filter')).toEqual([]);
    expect(filterText(language, value)).toBe("name:eq:plain,and,(code:not:contains:'a, b',or,n:gt:0)");
  });

  test('of a group turned round has all its conditions turned round, and joins them the other way', () => {
    const a = { field: 'a', operator: 'eq', value: 1 };
    const b = { field: 'b', operator: 'eq', value: 2, not: true };
    const written = (value: unknown): string => {
      expect(filterIssues(language, value, 'filter')).toEqual([]);
      return filterText(language, value);
    };
    expect(written({ all: [a, b], not: true })).toBe('a:not:eq:1,or,b:eq:2');
    expect(written({ any: [a, { all: [a, b], not: true }] })).toBe('a:eq:1,or,(a:not:eq:1,or,b:eq:2)');
    expect(written({ any: [a, { any: [a, b], not: true }], not: true })).toBe('a:not:eq:1,and,(a:eq:1,or,b:not:eq:2)');
    const plain = { ...language, not: undefined } as unknown as FilterLanguage;
    expect(filterIssues(plain, { all: [a], not: true }, 'filter')).toEqual([
      { field: 'filter.not', problem: 'cannot be turned round here' },
    ]);
  });

  test('has as many quotes and brackets opened as closed, whatever the conditions', () => {
    fc.assert(
      fc.property(group, (value) => {
        expect(filterIssues(language, value, 'filter')).toEqual([]);
        const bare = filterText(language, value).replace(/'[^']*'/g, '');
        expect(bare).not.toContain("'");
        expect(bare.split('(').length).toBe(bare.split(')').length);
        expect(bare).not.toMatch(/\(\)|^,|,$|,and,,|,or,,/);
      }),
      { seed: 2026, numRuns: 2_000 },
    );
  });

  test.each([
    [{ all: [{ field: 'a', operator: 'eq', value: "it's" }] }, 'filter.all.0.value', "must not have a '"],
    [{ all: [{ field: 'a', operator: 'like', value: 'x' }] }, 'filter.all.0.operator', 'must be one of eq'],
    [{ any: [{ field: 'a:eq:1,or,b', operator: 'eq', value: 1 }] }, 'filter.any.0.field', 'the name of a field'],
    [{ any: [{ all: [3] }] }, 'filter.any.0.all.0', 'must be a condition'],
    [{ all: [], not: 'yes' }, 'filter.not', 'must be true or false'],
    [{ any: [] }, 'filter.any', 'must hold a condition'],
    [{ all: [{ all: [] }] }, 'filter.all.0.all', 'must hold a condition'],
    [{ all: [{ field: 'a', operator: 'eq', value: 1, negate: true }] }, 'filter.all.0.negate', 'is not one of field'],
    [
      { all: [{ field: 'a', operator: 'eq', value: Number.POSITIVE_INFINITY }] },
      'filter.all.0.value',
      'must be a text',
    ],
    [{ all: [{ field: 'a', operator: 'constructor', value: 1 }] }, 'filter.all.0.operator', 'must be one of eq'],
    [[], 'filter', 'must be a text'],
    [{ all: [], any: [] }, 'filter', 'must be a text'],
  ])('%j is refused with the place and the reason', (value, field, reason) => {
    expect(filterIssues(language, value, 'filter')).toEqual([{ field, problem: expect.stringContaining(reason) }]);
  });

  test('without a condition holds for every row', () => {
    expect(filterIssues(language, { all: [] }, 'filter')).toEqual([]);
    expect(filterText(language, { all: [] })).toBe('');
  });

  test('a text is left to the user', () => {
    expect(filterText(language, "a:eq:'1'")).toBe("a:eq:'1'");
  });
});

test('an order is written by field and direction', () => {
  const keys = [{ field: 'name' }, { field: 'code', direction: 'desc' }];
  expect(sortIssues(sort, keys, 'sort')).toEqual([]);
  expect(sortText(sort, keys)).toBe('name:asc,code:desc');
  expect(sortIssues(sort, [{ field: 'a b' }, { field: 'a', direction: 'up' }], 'sort')).toHaveLength(2);
  expect(sortIssues(sort, [{ field: 'a', dir: 'desc' }], 'sort')).toEqual([
    { field: 'sort.0.dir', problem: 'is not one of field, direction' },
  ]);
});
