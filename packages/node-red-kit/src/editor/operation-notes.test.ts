import { expect, it } from 'vitest';
import { sentence } from './operation-notes.ts';

it.each([
  ['vPlan plans the collection in the background', 'vPlan plans the collection in the background.'],
  ['board_id is taken from the order', 'board_id is taken from the order.'],
  ['not confirmed by the documentation.', 'Not confirmed by the documentation.'],
])('"%s" reads as a sentence', (words, read) => {
  expect(sentence(words)).toBe(read);
});
