import { choices, date, flag, integer, json, list, text } from '@patchbay/core';
import { expect, test } from 'vitest';
import { describe, descriptionBeside, fieldDescription, shownName, titleCase, whether } from './wording.ts';

test.each([
  ['Give the board a backlog of its own', 'Whether to give the board a backlog of its own'],
  ['Deliveries are switched on', 'Whether deliveries are switched on'],
  ['Planned independently of the other stages', 'Whether it is planned independently of the other stages'],
  ['Hidden from the overview', 'Whether it is hidden from the overview'],
  ['Only archived boards', 'Whether to return only archived boards'],
  ['Open it in the browser', 'Whether to open it in the browser'],
  ['API calls are counted', 'Whether API calls are counted'],
  ['Can be paid online', 'Whether it can be paid online'],
  ['Clients see the address', 'Whether clients see the address'],
  ['Archived ones too', 'Whether to include archived ones too'],
  ['Cancel what was sold as well', 'Whether to cancel what was sold as well'],
  ['Even when it is deleted', 'Whether this applies: Even when it is deleted'],
  ['Monday', 'Whether this applies: Monday'],
])('"%s" is asked as "%s"', (description, question) => {
  expect(whether(description)).toBe(question);
});

test('a unit and a way to clear a field are said', () => {
  expect(describe(integer('Estimate', { unit: 'minutes' }))).toBe('Estimate (in minutes)');
  expect(describe(date('Deadline', { nullable: true }))).toBe('Deadline (empty clears it)');
});

test('a list that is typed says how, and what is worth typing', () => {
  expect(describe(list(text('A name'), 'Related records to embed', { suggestions: ['cards', 'labels'] }))).toBe(
    'Comma-separated related records to embed, such as cards, labels',
  );
});

test('a list that is chosen or written as JSON says what it is', () => {
  expect(describe(choices(['a'], 'Events to deliver'))).toBe('Events to deliver');
  expect(describe(list(json('An entry'), 'Entries'))).toBe('Entries');
});

test('angle brackets are shown, not taken for HTML', () => {
  expect(describe(text('A mention is <@memberId>'))).toBe('A mention is &lt;@memberId&gt;');
});

test('several sentences end in a period, one does not', () => {
  expect(describe(text('The time is free. It is in the future'))).toBe('The time is free. It is in the future.');
  expect(describe(text('The time, e.g. 9:00'))).toBe('The time, e.g. 9:00');
});

test('a description that says the name again is left out, however it is written', () => {
  expect(descriptionBeside('First Name', 'First name')).toEqual({});
  expect(descriptionBeside('Source Name', 'Name of the source')).toEqual({});
  expect(descriptionBeside('First Name', 'Name of the person')).toEqual({ description: 'Name of the person' });
});

test('what a flag says again is left out, whatever n8n wants before it', () => {
  expect(fieldDescription('Second Reminder by SMS', flag('Second reminder by SMS'))).toEqual({});
  expect(fieldDescription('Spam', flag('Marked as spam'))).toEqual({ description: 'Whether it is marked as spam' });
});

test('small words stay small in a title', () => {
  expect(titleCase('Get Many of all collections in a board')).toBe('Get Many of All Collections in a Board');
});

test('the last word of a name has a capital', () => {
  expect(['Group by', 'Due to', 'Board ID', 'of', 'Wait for Cards'].map(shownName)).toEqual([
    'Group By',
    'Due To',
    'Board ID',
    'Of',
    'Wait for Cards',
  ]);
});
