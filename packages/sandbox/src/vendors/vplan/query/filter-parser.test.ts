import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Filter, FilterError, operators, parseFilter, printFilter } from './filter-parser.ts';

const condition: fc.Arbitrary<Filter> = fc.record({
  kind: fc.constant('condition' as const),
  field: fc.stringMatching(/^[a-z_]{1,12}$/),
  negated: fc.boolean(),
  operator: fc.constantFrom(...operators),
  value: fc.string({ unit: 'binary' }).filter((value) => !value.includes("'")),
});

const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    condition,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      terms: fc.array(tie('filter'), { minLength: 2, maxLength: 4 }),
    }),
  ),
}));

const pieces = fc.constantFrom(
  'name',
  ':',
  ',',
  '(',
  ')',
  "'",
  'eq',
  'not',
  'has',
  'and',
  'or',
  ',and,',
  ',or,',
  'name:eq:x',
  ' ',
  '\n',
  '0',
  '😀',
);

describe('parseFilter', () => {
  it('reads back what was printed', () => {
    fc.assert(
      fc.property(filter, (one) => {
        expect(parseFilter(printFilter(one))).toEqual(one);
      }),
    );
  });

  it('throws nothing but its own error, whatever it is given', () => {
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        try {
          parseFilter(given);
        } catch (error) {
          expect(error).toBeInstanceOf(FilterError);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads the example of the documentation', () => {
    const text = "created_at:gt:'2026-01-01T13:00:00Z',and,(id:not:starts_with:0000,or,id:contains:FFFF)";
    const term = (field: string, operator: string, value: string, negated = false) => ({
      kind: 'condition',
      field,
      negated,
      operator,
      value,
    });
    expect(parseFilter(text)).toEqual({
      kind: 'and',
      terms: [
        term('created_at', 'gt', '2026-01-01T13:00:00Z'),
        { kind: 'or', terms: [term('id', 'starts_with', '0000', true), term('id', 'contains', 'FFFF')] },
      ],
    });
  });

  it('binds and tighter than or', () => {
    expect(parseFilter('a:eq:1,or,b:eq:2,and,c:eq:3')).toEqual(parseFilter('a:eq:1,or,(b:eq:2,and,c:eq:3)'));
  });

  it('takes an empty value in quotes only', () => {
    expect(parseFilter("name:eq:''")).toMatchObject({ value: '' });
    expect(() => parseFilter('name:eq:')).toThrow("expected a value; '' is the empty one, found the end at position 9");
  });

  it.each([
    ['', 'expected field:operator:value, found the end'],
    ['name', 'expected field:operator:value'],
    ['name:like:x', 'expected one of eq, gt'],
    ['name:eq:12:30', 'expected ,and, or ,or,'],
    ['name:eq:x,AND,name:eq:y', 'expected ,and, or ,or,'],
    ['(name:eq:x', 'expected a closing bracket'],
    ["name:eq:'it''s'", 'expected ,and, or ,or,'],
    ["name:eq:'open", 'expected a closing quote'],
    ['name:holds:labels', 'expected one of eq, gt'],
    ['('.repeat(100_000), 'nested deeper than 50 levels'],
  ])('refuses %j', (text, problem) => {
    expect(() => parseFilter(text)).toThrow(problem);
  });
});
