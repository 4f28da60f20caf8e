import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFilter } from './read-conditions.ts';

const read = (form: Readonly<Record<string, unknown>>): unknown => readFilter('filter', (name) => form[name]);

const condition = fc.record({
  field: fc.constantFrom('name', 'due_date'),
  operator: fc.constantFrom('eq', 'gt'),
  value: fc.string(),
  not: fc.boolean(),
});
const match = fc.constantFrom('all', 'any');
const group = fc.record({ match, not: fc.boolean(), conditions: fc.array(condition, { maxLength: 3 }) });

type Turned = { readonly not: boolean };
const meant = <Entry extends Turned>({ not, ...rest }: Entry) => (not ? { ...rest, not } : rest);
const grouped = (all: string, entries: readonly object[], more: object = {}) => ({ [all]: entries, ...more });

test('conditions and groups of the form are the nested value that they look like', () => {
  fc.assert(
    fc.property(
      fc.array(condition, { maxLength: 3 }),
      fc.array(group, { maxLength: 3 }),
      match,
      (conditions, groups, how) => {
        const form = groups.map((one) => ({ ...one, conditions: { conditions: one.conditions } }));
        const nested = groups.map((one) =>
          grouped(one.match, one.conditions.map(meant), one.not ? { not: true } : undefined),
        );
        const entries = [...conditions.map(meant), ...nested];
        expect(read({ filter: { conditions, groups: form }, filter_match: how })).toEqual(
          entries.length > 0 ? grouped(how, entries) : undefined,
        );
      },
    ),
    { seed: 2026, numRuns: 500 },
  );
});

const name = { field: 'name', operator: 'eq', value: 'a' };

test('what a workflow saved before there were groups means what it meant', () => {
  expect(read({ filter: { conditions: [name] } })).toEqual({ all: [name] });
  expect(read({ filter: { conditions: [name, { ...name, not: true }] }, filter_match: 'any' })).toEqual({
    any: [name, { ...name, not: true }],
  });
});

test('a group that was added and not touched holds nothing, of which all', () => {
  expect(read({ filter: { groups: [{}] } })).toEqual({ all: [{ all: [] }] });
  expect(read({ filter: {} })).toBeUndefined();
});

test('a text stands in for all of it', () => {
  expect(read({ filter: { groups: [{ conditions: { conditions: [name] } }] }, filter_text: 'a:eq:1' })).toBe('a:eq:1');
});
