import { vcita } from '@patchbay/core';
import { expect, it } from 'vitest';
import type { ActionModel } from '../editor-model.ts';
import { editorModelOf } from '../generate/model.ts';
import { type ActionNode, checkFields } from './action-node-view.ts';

const model = editorModelOf(vcita);

it('a node is complete with what is needed, or with what that is found by', () => {
  const node = { resource: 'matterNote', operation: 'list', fromPayload: 'none' } as ActionNode;
  const check = (fields: object, more: object = {}) =>
    checkFields(model, model.actions[0] as ActionModel, { ...node, ...more, fields } as ActionNode, fields as never);
  expect(check({})).toEqual(['One of matter_uid, client_id is missing']);
  for (const name of ['matter_uid', 'client_id']) expect(check({ [name]: { type: 'str', value: 'x' } })).toBe(true);
  expect(check({}, { fromPayload: 'required' })).toBe(true);
});
