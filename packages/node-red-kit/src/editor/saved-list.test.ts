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
  [conditions({ ...due, value: { type: 'num', value: '' } }), 'has a condition on due without a value'],
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
