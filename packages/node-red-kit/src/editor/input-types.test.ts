import { vplan } from '@patchbay/core';
import { expect, it } from 'vitest';
import type { ActionModel, FormField } from '../editor-model.ts';
import { editorModelOf } from '../generate/model.ts';
import { groupOf } from './action-node-view.ts';
import { initialValue, inputTypesOf } from './input-types.ts';

const model = editorModelOf(vplan);
const fieldOf = (resource: string, operation: string, name: string): FormField => {
  const group = groupOf(model, model.actions[0] as ActionModel, resource, operation);
  return [...(group?.required ?? []), ...(group?.optional ?? [])].find((field) => field.name === name) as FormField;
};

it.each([
  ['card', 'split', 'date_parts', 'json'],
  ['schedule', 'bulkUpdate', 'schedules', 'json'],
  ['collection', 'setCustomField', 'value', 'json'],
  ['order', 'create', 'address', 'json'],
  ['card', 'update', 'labels', 'json'],
  ['card', 'create', 'name', 'str'],
])('%s.%s starts without a %s: an example would be sent as it is', (resource, operation, name, type) => {
  expect(initialValue(fieldOf(resource, operation, name))).toEqual({ type, value: '' });
});

it('a flag starts as the opposite of what holds without it', () => {
  expect(initialValue(fieldOf('board', 'update', 'update_without_delete_nested'))).toEqual({
    type: 'bool',
    value: 'false',
  });
  expect(initialValue(fieldOf('order', 'update', 'remove_missing'))).toEqual({ type: 'bool', value: 'true' });
});

it('a choice that is made without anybody can be gone back to', () => {
  const [choose] = inputTypesOf(fieldOf('order', 'createOrUpdate', 'type'));
  expect(choose).toMatchObject({ options: expect.arrayContaining([{ value: '', label: 'none, unless chosen' }]) });
});
