import { choice, choices, list, ref, sort, text } from '@patchbay/core';
import { expect, test } from 'vitest';
import { loadedMenu, loadedValuesOf } from './loaded-menu.ts';

const few = ['a', 'b'] as const;
const many = 'abcdefghijklmnopqrstu'.split('');

test('values are loaded when they are many, or when several of them may be chosen freely', () => {
  const loaded = [
    choice(many, 'x'),
    choices(many, 'x'),
    text('x', { suggestions: many }),
    list(text('x'), 'x', { suggestions: few }),
  ];
  expect(loaded.map((field) => loadedValuesOf(field)?.length)).toEqual([21, 21, 21, 2]);
});

test('short menus stay in the form, and what has a widget of its own keeps it', () => {
  const kept = [
    choice(few, 'x'),
    choices(few, 'x'),
    text('x', { suggestions: few }),
    list(text('x'), 'x'),
    list(ref('thing', 'x'), 'x'),
    sort('x', { suggestions: many }),
  ];
  expect(kept.filter((field) => loadedValuesOf(field))).toEqual([]);
});

test('a menu says how to give what it does not have', () => {
  const where = '<a href="https://docs.n8n.io/code/expressions/">expression</a>.';
  expect(loadedMenu('Event', 'event', text('To deliver', { suggestions: many }))).toMatchObject({
    displayName: 'Event Name or ID',
    type: 'options',
    default: '',
    description: `To deliver. Choose from the list, or specify an ID using an ${where}`,
  });
  expect(loadedMenu('Related Records', 'with', list(text('x'), 'To embed', { suggestions: few }))).toMatchObject({
    displayName: 'Related Record Names or IDs',
    type: 'multiOptions',
    typeOptions: { loadOptionsMethod: 'getWith' },
    default: [],
    description: `To embed. Choose from the list, or specify IDs using an ${where}`,
  });
});
