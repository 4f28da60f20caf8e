import { expect, it } from 'vitest';
import type { FormField } from '../editor-model.ts';
import { problemOf } from './check-value.ts';

const field = (kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  name: 'x',
  label: 'X',
  kind,
  description: '',
  ...more,
});
const text = (value: string, type = 'str') => ({ type, value });

it.each([
  ['an integer', field('integer'), text('1.5', 'num'), 'must be a whole number'],
  ['a day', field('date'), text('2026-13-01'), 'must be a day'],
  ['JSON', field('object'), text('{"a":', 'json'), 'is not valid JSON'],
  [
    'an entry',
    field('list', { item: field('object', { fields: { id: field('id') } }) }),
    text('[{"id":""}]', 'json'),
    '0.id must be',
  ],
  ['a choice', field('choice', { values: ['a', 'b'] }), text('c'), 'must be one of a, b'],
  ['an empty number', field('number'), text('', 'num'), 'has no value yet'],
  ['an empty expression', field('text'), text('', 'jsonata'), 'has no value yet'],
  ['empty JSON', field('object'), text('', 'json'), 'has no value yet'],
  ['an empty choice', field('choice', { values: ['a', 'b'] }), text(''), 'has no value yet'],
  ['an empty list', field('list', { item: field('text') }), text(''), 'has no value yet'],
  ['an empty filter', field('filter'), text(''), 'has no value yet'],
  ['an empty reference', field('ref'), text(''), 'has no value yet'],
])('a literal that cannot be right is told: %s', (_, given, value, problem) => {
  expect(problemOf(given, false, value, 'none')).toContain(problem);
});

it.each([
  [field('integer'), text('10', 'num')],
  [field('text'), text('')],
  [field('integer'), text('payload.count', 'msg')],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Node-RED's own notation
  [field('integer'), text('${COUNT}', 'num')],
  [field('date'), text('', 'date')],
  [field('list', { item: field('text') }), text('a, b')],
])('what may be right is left alone: %#', (given, value) => {
  expect(problemOf(given, false, value, 'none')).toBeUndefined();
});

it('a required field may be left empty only where the message fills it', () => {
  expect(problemOf(field('text'), true, text(''), 'none')).toBe('is missing');
  expect(problemOf(field('text'), true, text(''), 'required')).toBeUndefined();
  expect(problemOf(field('text'), true, text(''), 'all')).toBeUndefined();
});

it('a required field that holds something without anybody may be left empty', () => {
  const type = field('choice', { values: ['none', 'a'], default: 'none' });
  for (const given of [type, field('text', { default: 'none' })])
    expect(problemOf(given, true, text(''), 'none')).toBeUndefined();
});
