import { describe, expect, it } from 'vitest';
import { type Json, start } from './harness.ts';

const fields = async () => {
  const started = await start();
  const { call, twin } = started;
  const collection = twin.rows('collection').find(({ name }) => name === 'Front doors Lindenlaan 2 to 16');
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
  return { ...started, collection, card, path, values, message };
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
  ])('%s with %j is answered with %d', async (name, value, status, expected) => {
    const { call, path, message } = await fields();
    expect(await message(call('PUT', `${path}/custom_fields/${name}`, { body: { value } }))).toEqual([
      status,
      expected,
    ]);
  });
});
