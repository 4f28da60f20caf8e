import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

describe('JSON from outside', () => {
  test('is read as it is, whatever stands in its texts', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\\', '\\\\', '"', '\\"', '[[[{', '}]"'));
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer(),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(text, tie('any'), { maxKeys: 3 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (given) => {
        expect(parseJson(JSON.stringify(given))).toEqual(JSON.parse(JSON.stringify(given)));
      }),
      { seed: 2026, numRuns: 2_000 },
    );
  });

  test('nested deeper than a host survives is refused, brackets within a text are not', () => {
    expect(() => parseJson('['.repeat(201) + ']'.repeat(201))).toThrow(RangeError);
    expect(parseJson(JSON.stringify('['.repeat(500)))).toBe('['.repeat(500));
    expect(() => parseJson('"'.padEnd(20, '['))).toThrow(SyntaxError);
  });

  test('a __proto__ in it is data', () => {
    const parsed = parseJson('{"__proto__":{"polluted":true}}') as object;
    expect(Object.hasOwn(parsed, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
