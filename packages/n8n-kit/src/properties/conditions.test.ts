import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, conditionsAmong, oneConditionAmong, type Place } from './conditions.ts';

const places = fc.uniqueArray(
  fc.record({
    resource: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    operation: fc.constantFrom('get', 'getAll', 'create', 'update', 'move'),
  }),
  { selector: ({ resource, operation }) => `${resource}.${operation}`, minLength: 1, maxLength: 25 },
);

/** How often n8n would show a property under these conditions. */
const timesShown = (conditions: readonly Condition[], place: Place): number =>
  conditions.filter((condition) =>
    Object.entries(condition).every(([part, values]) => values.includes(place[part as keyof Place])),
  ).length;

test('conditions hold for what is wanted, once each, and for nothing else that exists', () => {
  fc.assert(
    fc.property(places, fc.constantFrom(1, 2, 3, 5), (all, every) => {
      const wanted = all.filter((_, index) => index % every === 0);
      const conditions = conditionsAmong(all)(wanted);
      for (const place of all) expect(timesShown(conditions, place)).toBe(wanted.includes(place) ? 1 : 0);
    }),
    { seed: 2026, numRuns: 500 },
  );
});

test('there are never more of them than resources or operations that are wanted', () => {
  fc.assert(
    fc.property(places, (all) => {
      const wanted = all.filter((_, index) => index % 2 === 0);
      const { length } = conditionsAmong(all)(wanted);
      const count = (part: keyof Place): number => new Set(wanted.map((place) => place[part])).size;
      expect(length).toBeLessThanOrEqual(Math.max(count('resource'), count('operation')));
    }),
    { seed: 2026, numRuns: 500 },
  );
});

test('what does not exist may be included, so that one condition is enough', () => {
  const all = [
    { resource: 'a', operation: 'get' },
    { resource: 'a', operation: 'update' },
    { resource: 'b', operation: 'get' },
    { resource: 'c', operation: 'update' },
    { resource: 'c', operation: 'move' },
  ];
  expect(conditionsAmong(all)(all.slice(0, 3))).toEqual([{ resource: ['a', 'b'] }]);
  expect(conditionsAmong(all)(all.slice(0, 4))).toEqual([{ operation: ['get', 'update'] }]);
});

test('whether one condition is enough is known without looking for all', () => {
  fc.assert(
    fc.property(places, fc.constantFrom(1, 2, 3, 5), (all, every) => {
      const wanted = all.filter((_, index) => index % every === 0);
      expect(oneConditionAmong(all)(wanted)).toBe(conditionsAmong(all)(wanted).length === 1);
    }),
    { seed: 2026, numRuns: 500 },
  );
});
