import { expect, test } from 'vitest';
import { labelOf } from './label.ts';

test.each([
  ['board_id', 'Board ID'],
  ['moveToBoard', 'Move to Board'],
  ['cover_image_url', 'Cover Image URL'],
  ['api-key', 'API Key'],
  ['card.label.attached', 'Card Label Attached'],
  ['listAll', 'List All'],
])('%s is %s', (name, label) => {
  expect(labelOf(name)).toBe(label);
});
