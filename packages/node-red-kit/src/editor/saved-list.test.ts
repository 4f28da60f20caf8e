import { expect, it } from 'vitest';
import { conditionsIn, listProblem, listSummary, orderIn } from './saved-list.ts';

const conditions = (...list: readonly object[]) => ({
  type: 'conditions',
  value: JSON.stringify({ match: 'any', conditions: list }),
});
const due = { field: 'due', operator: 'lt', value: { type: 'msg', value: 'day' } };
const name = { field: 'name', operator: 'eq', not: true, value: { type: 'str', value: 'A' } };

it('conditions and orders read as a sentence', () => {
  expect(listSummary('conditions', conditions(due, name).value)).toBe('due lt msg.day or name not eq A');
  expect(listSummary('order', '[{"field":"due","direction":"desc"},{"field":"name"}]')).toBe('due ↓, name ↑');
});

it('groups stand in brackets, and say when they are turned round', () => {
  const group = (match: string, list: readonly object[], more: object = {}) => ({ match, conditions: list, ...more });
  expect(
    listSummary('conditions', conditions(group('all', [due, name]), group('any', [name], { not: true })).value),
  ).toBe('(due lt msg.day and name not eq A) or not (name not eq A)');
});

it.each([
  [conditions(), 'has no condition yet'],
  [conditions({ ...due, field: '' }), 'has a condition without a field'],
  [conditions({ ...due, value: { type: 'num', value: '' } }), 'condition 1 on due has no value'],
  [conditions(due, { match: 'all', conditions: [] }), 'has a group without a condition'],
  [conditions({ match: 'all', conditions: [due, { ...due, field: '' }] }), 'has a condition without a field'],
  [{ type: 'order', value: '[]' }, 'has no field yet'],
  [{ type: 'order', value: '[{"field":""}]' }, 'has a row without a field'],
])('what is missing in %j is told', (given, problem) => {
  expect(listProblem(given)).toBe(problem);
});

it('complete ones have no problem, and an empty text is a value', () => {
  expect(listProblem(conditions(due, { ...name, value: { type: 'str', value: '' } }))).toBeUndefined();
  expect(listProblem(conditions({ match: 'all', not: true, conditions: [due] }))).toBeUndefined();
  expect(listProblem({ type: 'order', value: '[{"field":"due"}]' })).toBeUndefined();
});

it('a value of another type, or one that cannot be read, holds none', () => {
  expect(conditionsIn({ type: 'msg', value: 'payload' })).toEqual({ match: 'all', conditions: [] });
  expect(conditionsIn({ type: 'conditions', value: 'payload' })).toEqual({ match: 'all', conditions: [] });
  expect(orderIn({ type: 'order', value: '{}' })).toEqual([]);
});

it('a value that cannot be right is told with the place of its condition', () => {
  const language = {
    fields: [
      { name: 'due', kind: 'date' as const },
      { name: 'state', kind: 'choice' as const, values: ['open', 'done'] },
      { name: 'made', kind: 'dateTime' as const },
    ],
    filter: { operators: {}, negates: true, quote: "'" },
  };
  const problem = (field: string, operator: string, value: string, type = 'str') =>
    listProblem(
      conditions(name, { match: 'all', conditions: [{ field, operator, value: { type, value } }] }),
      language,
    );
  expect(problem('name', 'contains', "O'Brien")).toBe(
    "condition 2.1 on name must not have a ': the vendor's filter cannot express it",
  );
  expect(problem('due', 'lt', 'soon')).toBe('condition 2.1 on due must be a day as YYYY-MM-DD, but is "soon"');
  expect(problem('state', 'eq', 'opne')).toBe('condition 2.1 on state must be one of open, done, but is "opne"');
  // A part of it need not be one.
  expect(problem('state', 'contains', 'op')).toBeUndefined();
  expect(problem('made', 'gt', '2026-01-01')).toBeUndefined();
  expect(problem('made', 'gt', '2026-01-01T00:00:00Z')).toBeUndefined();
  expect(problem('made', 'gt', 'then')).toContain('must be an instant');
  expect(problem('due', 'lt', 'day', 'msg')).toBeUndefined();
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Node-RED's own notation
  expect(problem('due', 'lt', '${DAY}')).toBeUndefined();
});
