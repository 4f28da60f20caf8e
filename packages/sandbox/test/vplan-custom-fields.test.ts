import { type Vendor, vplan } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../src/index.ts';
import { type Json, start } from './harness.ts';

const fields = async (options: SandboxOptions = {}) => {
  const started = await start(options);
  const { call, twin } = started;
  const collection = twin.rows('collection').find(({ name }) => name === 'Front doors Lindenlaan 2 to 16');
  const board = twin.rows('board').find(({ id }) => id === collection?.board_id);
  const define = (field: Json) =>
    call('PUT', `/board/${board?.id}?update_without_delete_nested=true`, { body: { custom_fields: [field] } });
  const card = twin.rows('card').find(({ collection_id }) => collection_id === collection?.id);
  const path = `/collection/${collection?.id}`;
  const values = (table: string, id: unknown) =>
    ((twin.rows(table).find((row) => row.id === id)?.custom_fields ?? []) as Json[]).map(({ name, value }) => [
      name,
      value,
    ]);
  const message = async (answer: ReturnType<typeof call>) => {
    const { status, json } = await answer;
    return [status, json.errors[0].message];
  };
  return { ...started, collection, board, define, card, path, values, message };
};

describe('a custom field', () => {
  it('of a collection is set and cleared by its name, and the others stay', async () => {
    const { call, path, collection, values } = await fields();
    const answer = await call('PUT', `${path}/custom_fields/Frames`, { body: { value: 9 } });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(values('collection', collection?.id)).toEqual([
      ['Customer', 'Woonstichting Eemland'],
      ['Frames', 9],
      ['Glass', 'None'],
    ]);
    await call('DELETE', `${path}/custom_fields/Frames`);
    expect(values('collection', collection?.id).map(([name]) => name)).toEqual(['Customer', 'Glass']);
    await call('PUT', `${path}/custom_fields/Frames`, { body: { value: null } });
    expect(values('collection', collection?.id)).toContainEqual(['Frames', null]);
  });

  it('of a card is one that the board defines; names may hold anything', async () => {
    const { call, path, card, values, message } = await fields();
    const target = `${path}/card/${card?.id}/custom_fields`;
    expect((await call('PUT', `${target}/Lock%20code`, { body: { value: 'K-12' } })).status).toBe(200);
    expect(values('card', card?.id)).toEqual([['Lock code', 'K-12']]);
    expect(await message(call('PUT', `${target}/Lock`, { body: { value: 9 } }))).toEqual([404, 'Not found']);
    await call('DELETE', `${target}/Lock%20code`);
    expect(values('card', card?.id)).toEqual([]);
  });

  it.each([
    ['Frames', 'nine', 422, 'value: must be a number'],
    ['Customer', 9, 422, 'value: must be a text'],
    ['Glass', 'Quadruple', 422, 'value: must be one of the choices of the field'],
    ['Colour', 'red', 404, 'Not found'],
    ['Delivered', '1', 422, 'value: must be a day'],
    ['Delivered', 'hello 1', 422, 'value: must be a day'],
    ['Delivered', '2026-02-30', 422, 'value: must be a day'],
  ])('%s with %j is answered with %d', async (name, value, status, expected) => {
    const { call, path, message, define } = await fields();
    await define({ name: 'Delivered', type: 'date', priority: 4 });
    expect(await message(call('PUT', `${path}/custom_fields/${name}`, { body: { value } }))).toEqual([
      status,
      expected,
    ]);
  });

  it.each(['2026-12-01', '2026-12-01T09:00:00Z'])('of days takes %s', async (value) => {
    const { call, path, define } = await fields();
    await define({ name: 'Delivered', type: 'date', priority: 4 });
    expect((await call('PUT', `${path}/custom_fields/Delivered`, { body: { value } })).status).toBe(200);
  });

  it.each(['integer', ['integer'], null])('has an object as options, not %j', async (options) => {
    const { call, path } = await fields();
    const { status, json } = await call('PUT', `${path}/custom_fields/Frames`, { body: { value: 9, options } });
    expect([status, json.errors[0].message]).toEqual([422, expect.stringMatching(/^options: must/)]);
  });

  it('keeps its value when options are sent alone, where the definition lets them', async () => {
    const { collection } = vplan.resources;
    const { setCustomField } = collection.operations;
    const { value, ...others } = setCustomField.body.fields;
    const body = { fields: { ...others, value: { ...value, required: false } } };
    const operations = { ...collection.operations, setCustomField: { ...setCustomField, body } };
    const resources = { ...vplan.resources, collection: { ...collection, operations } };
    const { call, path, twin } = await fields({ vendors: [{ ...vplan, resources } as Vendor] });
    const sent = await call('PUT', `${path}/custom_fields/Frames`, { body: { options: { format: 'decimal' } } });
    expect(sent.status).toBe(200);
    const stored = twin.rows('collection').flatMap(({ custom_fields }) => custom_fields as Json[]);
    expect(stored.find(({ options }) => options?.format === 'decimal')).toMatchObject({ name: 'Frames', value: 8 });
  });
});

describe('custom fields in the content of a record', () => {
  it.each([
    [{ name: 'Frames', value: 'nine' }, 'custom_fields.0.value: must be a number'],
    [{ name: 'Glass', value: 'Quadruple' }, 'custom_fields.0.value: must be one of the choices of the field'],
    [{ name: 'Frames', options: 5 }, 'custom_fields.0.options: must be an object'],
    [{ name: 'Colour', priority: 1 }, 'custom_fields.0.name: must be that of a custom field of the board'],
    [{ id: 'unknown', priority: 1 }, 'custom_fields.0.id: must be that of a custom field of the board'],
  ])('are checked against the board: %j', async (field, expected) => {
    const { call, path, card, collection, message } = await fields();
    const body = { custom_fields: [{ priority: 1, ...field }] };
    const refusal = [422, expect.stringMatching(expected.replaceAll('.', '\\.'))];
    expect(await message(call('PUT', path, { body }))).toEqual(refusal);
    expect(await message(call('PUT', `${path}/card/${card?.id}`, { body }))).toEqual(refusal);
    expect(await message(call('POST', `${path}/card`, { body: { name: 'x', ...body } }))).toEqual(refusal);
    const content = { board_id: collection?.board_id, ...body };
    expect(await message(call('POST', '/collection', { body: content }))).toEqual(refusal);
  });

  it('that are new need a priority, and get what the board says of them', async () => {
    const { call, path, card, message, twin, collection } = await fields();
    const put = (field: Json) => call('PUT', `${path}/card/${card?.id}`, { body: { custom_fields: [field] } });
    expect(await message(put({ name: 'Glass', value: 'Triple' }))).toEqual([
      422,
      'custom_fields.0.priority: is missing',
    ]);
    expect((await put({ name: 'Glass', value: 'Triple', priority: 7 })).status).toBe(200);
    expect((await put({ name: 'Glass', value: 'Double' })).status).toBe(200);
    const board = twin.rows('board').find(({ id }) => id === collection?.board_id) as Json;
    const { id } = board.custom_fields.find(({ name }: Json) => name === 'Glass');
    const stored = twin.rows('card').find((row) => row.id === card?.id) as Json;
    expect(stored.custom_fields).toEqual([
      { id, board_id: board.id, name: 'Glass', type: 'select', priority: 7, value: 'Double' },
    ]);
  });

  it('may be sent back as they were read, also when the board has lost them', async () => {
    const { call, path, collection, board } = await fields();
    await call('PUT', `/board/${board?.id}`, { body: { custom_fields: [] } });
    const { custom_fields } = (await call('GET', path)).json;
    expect((await call('PUT', path, { body: { custom_fields } })).status).toBe(200);
    expect((await call('GET', path)).json.custom_fields).toEqual(collection?.custom_fields);
  });

  it('of a board that are new need a priority and no identifier', async () => {
    const { define, message } = await fields();
    expect(await message(define({ name: 'Delivered' }))).toEqual([422, 'custom_fields.0.priority: is missing']);
    expect(await message(define({ id: 'unknown', name: 'Delivered', priority: 4 }))).toEqual([
      422,
      'custom_fields.0.id: must be the identifier of a custom field of the board',
    ]);
  });
});
