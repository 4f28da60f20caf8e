import { operationOf, vcita, vplan } from '@patchbay/core';
import type { Node, NodeAPI, NodeMessage } from 'node-red';
import { expect, it } from 'vitest';
import type { ActionConfig, TypedValue } from '../config.ts';
import { acme } from '../fixtures/acme.ts';
import { readInputs } from './read-inputs.ts';

// Literals and message properties only: what Node-RED makes of expressions is tested in the packages, on the real one.
const RED = {
  settings: {},
  util: {
    evaluateNodeProperty: (
      value: string,
      type: string,
      _: unknown,
      message: Record<string, unknown>,
      done: (error: null, result: unknown) => void,
    ) => done(null, type === 'msg' ? message[value] : JSON.parse(value)),
  },
} as unknown as NodeAPI;

const read = (
  key: string,
  fields: Readonly<Record<string, TypedValue>>,
  message: NodeMessage = {},
  fromPayload: ActionConfig['fromPayload'] = 'none',
) => {
  const config = { fields, fromPayload } as unknown as ActionConfig;
  return readInputs(RED, {} as Node, operationOf(acme, key), config, message);
};
const given = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const text = (value: string): TypedValue => ({ type: 'str', value });

it('one of a set is taken from the payload as a required field is, unless the form sets another of them', async () => {
  const payload = { name: 'A', by_name: 'x', tag_id: 't' };
  expect(given((await read('task.create', {}, { payload }, 'required')).values)).toEqual({ name: 'A', by_name: 'x' });
  const fields = { by_number: { type: 'num', value: '3' } };
  const chosen = await read('task.create', fields, { payload }, 'required');
  expect(given(chosen.values)).toEqual({ name: 'A', by_number: 3 });
});

it('so is what stands for a needed one', async () => {
  const list = (fields: object) =>
    readInputs(RED, {} as Node, operationOf(vcita, 'matterNote.list'), { fields, fromPayload: 'required' } as never, {
      payload: { client_id: 'c', matter_uid: 'm' },
    });
  expect(given((await list({})).values)).toMatchObject({ client_id: 'c', matter_uid: 'm' });
  expect(given((await list({ client_id: text('other') })).values)).toEqual({ client_id: 'other' });
});

it('a field that helps to choose and is left empty was not given', async () => {
  const { values } = await read('task.create', { project_id: text(''), name: text('A') });
  expect(given(values)).toEqual({ name: 'A' });
});

it('a value of a condition has the kind of the field it is compared with', async () => {
  const condition = (field: string, type: string, value: string) => ({ field, operator: 'eq', value: { type, value } });
  const where = {
    type: 'conditions',
    value: JSON.stringify({
      match: 'any',
      conditions: [
        condition('size', 'str', '3'),
        condition('open', 'msg', 'open'),
        condition('unknown', 'num', '4'),
        condition('name', 'str', ''),
      ],
    }),
  };
  const { values } = await read('project.list', { filter: where }, { open: 'true' } as NodeMessage);
  expect((values.filter as { any: { value: unknown }[] }).any.map(({ value }) => value)).toEqual([3, true, 4, '']);
});

it('lists, conditions and orders into which nothing was put were not given; an empty text was', async () => {
  const nothing = await read('project.list', { filter: text(''), sort: text('') });
  expect(given(nothing.values)).toEqual({});
  const { values } = await read('project.create', {
    name: text('A'),
    tags: text(''),
    lines: { type: 'json', value: '[]' },
  });
  expect(given(values)).toEqual({ name: 'A', lines: [] });
  expect(given((await read('project.update', { project_id: text('p'), name: text('') })).values)).toEqual({
    project_id: 'p',
    name: '',
  });
});

it('JSON that is empty in the form leaves the field to the payload', async () => {
  const lines = [{ title: 'a', pieces: 1 }];
  const { values } = await read(
    'project.create',
    { name: text('A'), lines: { type: 'json', value: '' } },
    { payload: { lines } },
    'all',
  );
  expect(given(values)).toEqual({ name: 'A', lines });
});

it('no condition and no order are none', async () => {
  const where = { type: 'conditions', value: '{"match":"all","conditions":[]}' };
  const { values } = await read('project.list', { filter: where, sort: { type: 'order', value: '[]' } });
  expect(given(values)).toEqual({});
});

it('a payload that fills all fields names nothing else, and every slip is told at once', async () => {
  const payload = { nmae: 'A', due: 'soon', sise: 3, open: undefined, name: 'A' };
  await expect(read('project.create', {}, { payload }, 'all')).rejects.toMatchObject({
    code: 'INPUT',
    issues: [
      { field: 'due', problem: expect.stringContaining('must be a day') },
      { field: 'nmae', problem: 'in msg.payload is not a field of "Create a project"' },
      { field: 'sise', problem: 'in msg.payload is not a field of "Create a project"' },
    ],
  });
  expect(given((await read('project.create', {}, { payload }, 'required')).values)).toEqual({ name: 'A' });
});

it.each([
  ['oak', 'is a text'],
  [['oak'], 'is a list'],
  [Buffer.from('oak'), 'is a Buffer'],
  [12, 'is a number'],
  [null, 'is null'],
])('a payload that is no object is refused where it fills all fields: %j', async (payload, kind) => {
  const message = { payload } as NodeMessage;
  await expect(read('project.create', { name: text('A') }, message, 'all')).rejects.toThrow(
    `msg.payload must be an object of fields by their names, but ${kind}`,
  );
  expect(given((await read('project.create', { name: text('A') }, message, 'required')).values)).toEqual({ name: 'A' });
});

it('a payload that is not there fills nothing', async () => {
  expect(given((await read('project.create', { name: text('A') }, {}, 'all')).values)).toEqual({ name: 'A' });
});

it('a Buffer becomes the data URI that a field wants, by its first bytes or what the message says', async () => {
  const update = (message: object, fields: object) =>
    readInputs(
      RED,
      {} as Node,
      operationOf(vplan, 'resource.update'),
      { fields, fromPayload: 'all' } as never,
      message as never,
    );
  const avatar = { avatar: { type: 'msg', value: 'picture' } };
  const png = Buffer.from('89504e470d0a1a0a', 'hex');
  expect((await update({ picture: png }, avatar)).values.avatar).toBe('data:image/png;base64,iVBORw0KGgo=');
  expect((await update({ payload: { avatar: Buffer.from('ffd8ffe0', 'hex') } }, {})).values.avatar).toBe(
    'data:image/jpeg;base64,/9j/4A==',
  );
  const other = { picture: Buffer.from('?'), file: { type: 'image/avif' } };
  expect((await update(other, avatar)).values.avatar).toBe('data:image/avif;base64,Pw==');
  await expect(update({ picture: Buffer.from('?') }, avatar)).rejects.toThrow(
    'avatar is a Buffer of which nobody says',
  );
  expect((await update({ picture: 'data:image/png;base64,AA==' }, avatar)).values.avatar).toBe(
    'data:image/png;base64,AA==',
  );
});

it('limit and path are read only where they are used', async () => {
  const config = {
    fields: {},
    fromPayload: 'none',
    limit: { type: 'num', value: 'x' },
    offset: { type: 'num', value: 'x' },
    saveTo: text('/tmp/x'),
  };
  const of = (key: string) => readInputs(RED, {} as Node, operationOf(acme, key), config as never, {});
  expect((await of('paper.download')).saveTo).toBe('/tmp/x');
  expect(await of('project.get')).toMatchObject({ saveTo: undefined, limit: undefined, offset: undefined });
});
