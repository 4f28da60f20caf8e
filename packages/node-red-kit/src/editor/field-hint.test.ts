import { expect, it } from 'vitest';
import type { FormField } from '../editor-model.ts';
import { hintOf } from './field-hint.ts';

const hint = (kind: FormField['kind'], more: Partial<FormField> = {}, required = false): string =>
  hintOf({ name: 'x', label: 'X', description: 'What', kind, ...more }, required, undefined);
const text = { kind: 'text', description: '' } as const;

it('says how a list is written, with its example', () => {
  expect(hint('list', { item: text, example: ['id', 'name'] })).toBe('What; separated by commas; e.g. id, name');
  expect(hint('list', { item: { kind: 'object', description: '' }, sample: '[{"id":"…"}]' })).toBe(
    'What; e.g. [{"id":"…"}]',
  );
});

it('names all that is known, unless it is a great deal', () => {
  const names = Array.from({ length: 30 }, (_, index) => `n${index}`);
  expect(hint('list', { item: text, suggestions: names.slice(0, 12) })).toContain(
    `such as ${names.slice(0, 12).join(', ')}`,
  );
  expect(hint('text', { suggestions: names })).toBe('What; such as n0, n1, n2, n3, n4, n5, n6, n7 and 22 more');
});

it.each([
  ['flag', { default: true }, false, 'What; on unless switched off'],
  ['flag', { default: false }, false, 'What; off unless switched on'],
  ['text', { default: 'none', example: 'none' }, true, 'What; empty: none'],
  ['integer', { default: 30, example: 30, unit: 'seconds' }, false, 'What; in seconds; 30 unless given'],
  ['integer', { example: 5 }, false, 'What; e.g. 5'],
  ['text', { default: '' }, false, 'What'],
  ['json', { example: 'Triple' }, true, 'What; e.g. "Triple"'],
] as const)('says what holds without it: %s %j', (kind, more, required, words) => {
  expect(hint(kind, more, required)).toBe(words);
});

it('says what becomes of a Buffer', () => {
  expect(hint('text', { example: 'data:image/png;base64,AA==' })).toBe(
    'What; a Buffer in the message becomes one; e.g. data:image/png;base64,AA==',
  );
});
