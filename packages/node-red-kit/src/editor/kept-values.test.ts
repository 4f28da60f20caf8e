import { expect, it } from 'vitest';
import type { FormField } from '../editor-model.ts';
import { keptValues } from './kept-values.ts';

const field = (name: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  name,
  label: name,
  description: '',
  kind,
  ...more,
});
const text = (value: string) => ({ type: 'str', value });
const name = field('name', 'text');

it('what was typed goes along to a field of the same name and kind only', () => {
  const kept = keptValues({}, 'a.create', []);
  kept.keep(field('url', 'file'), 'a.upload', { type: 'msg', value: 'payload' });
  kept.keep(field('name', 'ref', { to: 'customField' }), 'a.set', text('Glass'));
  expect(kept.of(field('url', 'url'), 'a.link')).toBeUndefined();
  expect(kept.of(field('name', 'ref', { to: 'board' }), 'a.get')).toBeUndefined();
  expect(kept.of(name, 'a.create')).toBeUndefined();
  expect(kept.of(field('url', 'file'), 'a.upload')).toEqual({ type: 'msg', value: 'payload' });
  kept.keep(field('type', 'choice', { values: ['a', 'b'] }), 'a.create', text('a'));
  expect(kept.of(field('type', 'choice', { values: ['b', 'c'] }), 'b.create')).toBeUndefined();
});

it('an empty text stays with the operation that it was given for', () => {
  const kept = keptValues({ name: text('') }, 'a.update', [name]);
  expect(kept.of(name, 'a.update')).toEqual(text(''));
  expect(kept.of(name, 'a.create')).toBeUndefined();
  kept.keep(field('day', 'date'), 'a.update', { type: 'date', value: '' });
  expect(kept.of(field('day', 'date'), 'a.create')).toEqual({ type: 'date', value: '' });
});

it('what a node holds for an operation that is not known any more fits the next one', () => {
  const kept = keptValues({ name: text('Oak') }, 'a.paint', []);
  expect(kept.of(name, 'a.create')).toEqual(text('Oak'));
  kept.drop(name);
  expect(kept.of(name, 'a.create')).toBeUndefined();
});
