import { describe, expect, it } from 'vitest';
import { type CallOptions, start } from './harness.ts';

type Row = Readonly<Record<string, unknown>>;
const refused = async (call: Awaited<ReturnType<typeof start>>['call'], ...given: [string, string, CallOptions?]) => {
  const { status, json } = await call(...given);
  return [status, json.errors[0].message];
};

describe('creating', () => {
  it('answers 201 with the whole record', async () => {
    const { call, twin } = await start();
    const [board] = twin.rows('board');
    const answer = await call('POST', '/collection', { body: { board_id: board?.id, name: 'New', due_date: null } });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
      name: 'New',
      board_id: board?.id,
      status: 'not_planned',
      source_type: 'custom',
      due_date: null,
      created_at: '2026-11-22T09:00:00.000Z',
      updated_at: '2026-11-22T09:00:00.000Z',
    });
    const { json } = await call('GET', `/collection/${answer.json.id}`);
    expect(json).toEqual(answer.json);
  });

  it('shows of the new record what was asked for', async () => {
    const { call, twin } = await start();
    const body = { board_id: twin.rows('board')[0]?.id, name: 'New' };
    expect((await call('POST', '/collection?show=name,status', { body })).json).toEqual({
      name: 'New',
      status: 'not_planned',
    });
  });

  it('makes a board with its stages, labels and statuses at once', async () => {
    const { call } = await start();
    const body = {
      name: 'Stairs',
      stages: [{ name: 'Milling' }, { name: 'Sanding' }],
      labels: [{ name: 'Oak', color: 'brown' }],
      statuses: [{ name: 'Open', entry: true }],
    };
    const { json } = await call('POST', '/board', { body });
    expect(json).toMatchObject({ name: 'Stairs', color: 'transparent', visibility: 'everyone' });
    expect(json).not.toHaveProperty('stages');
    const whole = (await call('GET', `/board/${json.id}?with=stages,labels,statuses`)).json;
    expect(whole.stages).toMatchObject([
      { name: 'Milling', priority: 1, board_id: json.id },
      { name: 'Sanding', priority: 2 },
    ]);
    expect(whole.labels).toMatchObject([{ name: 'Oak', color: 'brown' }]);
    expect(whole.statuses).toMatchObject([{ name: 'Open', entry: true, exit: false }]);
  });

  it('gives a card the board, the first stage and the entry status of its collection', async () => {
    const { call, twin } = await start();
    const [collection] = twin.rows('collection');
    const { status, json } = await call('POST', `/collection/${collection?.id}/card`, { body: { name: 'Extra' } });
    expect(status).toBe(201);
    const stage = twin.rows('stage').find(({ id }) => id === json.stage_id);
    const entry = twin.rows('status').find(({ id }) => id === json.status_id);
    expect([json.board_id, json.collection_id]).toEqual([collection?.board_id, collection?.id]);
    expect([stage?.name, entry?.name]).toEqual(['Sawing', 'To do']);
  });

  it('takes no card into an unknown collection', async () => {
    const { call } = await start();
    expect(await refused(call, 'POST', '/collection/unknown/card', { body: { name: 'x' } })).toEqual([
      404,
      'Not found',
    ]);
  });

  it('refuses an external reference that another record of the kind has', async () => {
    const { call, twin } = await start();
    const [one, other] = twin.rows('collection');
    const body = { board_id: one?.board_id, external_ref: one?.external_ref };
    expect(await refused(call, 'POST', '/collection', { body })).toEqual([422, 'Duplicate entry']);
    const card = { name: 'x', external_ref: one?.external_ref };
    expect((await call('POST', `/collection/${other?.id}/card`, { body: card })).status).toBe(201);
  });

  it.each([
    [{ board_id: 'unknown' }, 'board_id: does not exist'],
    [{ labels: [{ id: 'unknown' }] }, 'labels.0.id: must be the identifier of a label of the board'],
  ])('refuses the reference %j', async (part, message) => {
    const { call, twin } = await start();
    const body = { board_id: twin.rows('board')[0]?.id, ...part };
    expect(await refused(call, 'POST', '/collection', { body })).toEqual([422, message]);
  });
});

describe('labels, a stage or a status of another board', () => {
  const strange = async () => {
    const started = await start();
    const { twin } = started;
    const collection = twin.rows('collection').find(({ status }) => status === 'planned');
    const card = twin.rows('card').find(({ collection_id }) => collection_id === collection?.id);
    const other = (table: string) => twin.rows(table).find(({ board_id }) => board_id !== collection?.board_id)?.id;
    return { ...started, collection, path: `/collection/${collection?.id}`, card, other };
  };

  it('are refused on collections and cards', async () => {
    const { call, path, card, other, collection } = await strange();
    const labels = [{ id: other('label') }];
    const label = [422, 'labels.0.id: must be the identifier of a label of the board'];
    expect(await refused(call, 'PUT', path, { body: { labels } })).toEqual(label);
    expect(await refused(call, 'POST', '/collection', { body: { board_id: collection?.board_id, labels } })).toEqual(
      label,
    );
    expect(await refused(call, 'PUT', `${path}/card/${card?.id}`, { body: { labels } })).toEqual(label);
    for (const table of ['stage', 'status']) {
      const body = { name: 'x', [`${table}_id`]: other(table) };
      const expected = [422, `${table}_id: must be the identifier of a ${table} of the board`];
      expect(await refused(call, 'PUT', `${path}/card/${card?.id}`, { body })).toEqual(expected);
      expect(await refused(call, 'POST', `${path}/card`, { body })).toEqual(expected);
    }
  });

  it('may be sent back where the record has them already', async () => {
    const { call, twin, path, collection, sandbox } = await strange();
    const labels = collection?.labels;
    const board = twin.rows('board').find(({ id }) => id !== collection?.board_id);
    await call('POST', `${path}/board/${board?.id}`);
    await sandbox.settle();
    expect(labels).not.toEqual([]);
    expect((await call('PUT', path, { body: { labels } })).status).toBe(200);
  });
});

describe('a bad reference', () => {
  it('is told once', async () => {
    const { call, twin } = await start();
    const body = { card_id: 'unknown', related_card_id: twin.rows('card')[0]?.id, type: 'related' };
    const { status, json } = await call('POST', '/card_relation', { body });
    expect([status, json.errors.map(({ message }: Row) => message)]).toEqual([422, ['card_id: does not exist']]);
  });
});

describe('updating', () => {
  it('answers with nothing, as documented, and changes what was sent', async () => {
    const { call, twin, time } = await start();
    const [before] = twin.rows('collection');
    time.advance(60_000);
    const answer = await call('PUT', `/collection/${before?.id}`, { body: { name: 'Renamed' } });
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([200, '', null]);
    expect(twin.rows('collection')[0]).toEqual({ ...before, name: 'Renamed', updated_at: '2026-11-22T09:01:00.000Z' });
  });

  it('answers with the record where the sandbox is told to', async () => {
    const { client, twin } = await start({ emptyUpdates: false });
    const [collection] = twin.rows('collection');
    const row = await client.collection.update({ collection_id: collection?.id ?? '', name: 'Renamed' });
    expect(row.name).toBe('Renamed');
    expect(twin.requests.map(({ operation }) => operation)).toEqual(['collection.update']);
  });

  it('of cards moves the progress of their collection', async () => {
    const { call, twin } = await start();
    const collection = twin.rows('collection').find(({ name }) => name === 'Fire doors town hall');
    const cards = twin.rows('card').filter(({ collection_id }) => collection_id === collection?.id);
    const progress = () => twin.rows('collection').find(({ id }) => id === collection?.id)?.progress;
    const seen = [progress()];
    for (const { id } of cards) {
      await call('PUT', `/collection/${collection?.id}/card/${id}`, { body: { completed_at: '2026-11-22T08:00:00Z' } });
      seen.push(progress());
    }
    expect(seen).toEqual(['open', 'partial', 'partial', 'partial', 'done']);
  });

  it('takes a card by its own collection only', async () => {
    const { call, twin } = await start();
    const other = twin.rows('collection').find(({ id }) => id !== twin.rows('card')[0]?.collection_id);
    const path = `/collection/${other?.id}/card/${twin.rows('card')[0]?.id}`;
    expect(await refused(call, 'PUT', path, { body: { name: 'x' } })).toEqual([404, 'Not found']);
  });

  it.each([
    ['planned', 'ignored', 422],
    ['not_planned', 'planned', 422],
    ['not_planned', 'ignored', 200],
    ['ignored', 'not_planned', 200],
    ['planned', 'planned', 200],
  ])('turns a %s collection into %s with %d', async (from, to, status) => {
    const { call, twin } = await start();
    const collection = twin.rows('collection').find((row) => row.status === from);
    expect((await call('PUT', `/collection/${collection?.id}`, { body: { status: to } })).status).toBe(status);
    const after = twin.rows('collection').find(({ id }) => id === collection?.id);
    expect(after?.status).toBe(status === 200 ? to : from);
  });

  it('does not move the instant of change for a label', async () => {
    const { call, twin, time } = await start();
    const [before] = twin.rows('collection');
    const label = twin.rows('label').find(({ name, board_id }) => name === 'Spoed' && board_id === before?.board_id);
    time.advance(1000);
    await call('PUT', `/collection/${before?.id}`, { body: { labels: [{ id: label?.id }] } });
    expect(twin.rows('collection')[0]).toMatchObject({ labels: [{ id: label?.id }], updated_at: before?.updated_at });
  });

  it('removes the nested records of a board that it leaves out', async () => {
    const { call, twin } = await start();
    const [board] = twin.rows('board');
    const ofBoard = () => twin.rows('stage').filter(({ board_id }) => board_id === board?.id);
    const [first, second] = ofBoard();
    const stages = [{ id: first?.id, name: 'Cutting' }, { name: 'Packing' }];
    await call('PUT', `/board/${board?.id}?update_without_delete_nested=true`, { body: { stages } });
    expect(ofBoard().map(({ name }) => name)).toEqual([
      'Cutting',
      'Planing',
      'Gluing',
      'Painting',
      'Glazing',
      'Packing',
    ]);
    await call('PUT', `/board/${board?.id}`, { body: { stages: [{ id: second?.id }] } });
    expect(ofBoard().map(({ name }) => name)).toEqual(['Planing']);
    expect(twin.rows('label').filter(({ board_id }) => board_id === board?.id)).toHaveLength(3);
  });

  it('changes, adds and removes cards with their collection', async () => {
    const { call, twin } = await start();
    const [collection] = twin.rows('collection');
    const cards = () => twin.rows('card').filter(({ collection_id }) => collection_id === collection?.id);
    const [first] = cards();
    const body = {
      cards: [{ id: first?.id, custom_fields: [{ name: 'Glass', value: 'Triple', priority: 1 }] }, { name: 'Packing' }],
    };
    await call('PUT', `/collection/${collection?.id}?update_without_delete_nested=true`, { body });
    expect(cards()).toHaveLength(6);
    expect((cards()[0] as Row).custom_fields).toMatchObject([{ name: 'Glass', value: 'Triple', type: 'select' }]);
    await call('PUT', `/collection/${collection?.id}`, { body: { cards: [{ id: first?.id }] } });
    expect(cards().map(({ id }) => id)).toEqual([first?.id]);
  });

  it.each([
    [{ cards: [{ colour: 'red' }] }, 'cards.0.colour: is not one of'],
    [{ cards: [{ id: 'unknown' }] }, 'cards.0.id: must be the identifier of a card of the collection'],
    [{ cards: [{ stage_id: 'x' }] }, 'cards.0.stage_id: must be the identifier of a stage of the board'],
    [{ cards: [{}, { status_id: 'x' }] }, 'cards.1.status_id: must be the identifier of a status of the board'],
    [{ cards: [{ labels: [{ id: 'x' }] }] }, 'cards.0.labels.0.id: must be the identifier of a label of the board'],
    [{ cards: [{ parent_card_id: 'x' }] }, 'cards.0.parent_card_id: must be the identifier of a card'],
    [{ cards: [{ collection_id: 'x' }] }, 'cards.0.collection_id: must be that of the collection itself'],
    [{ cards: [{ custom_fields: [{ name: 'Colour', priority: 1 }] }] }, 'cards.0.custom_fields.0.name: must be'],
    [{ cards: [{ external_ref: 'A' }, { external_ref: 'A' }] }, 'Duplicate entry'],
  ])('changes nothing for the cards %j', async (body, message) => {
    const { call, twin } = await start();
    const before = [twin.rows('collection'), twin.rows('card')];
    const path = `/collection/${twin.rows('collection')[0]?.id}`;
    const [status, told] = await refused(call, 'PUT', path, { body: { name: 'x', ...body } });
    expect([status, told.startsWith(message)]).toEqual([422, true]);
    expect([twin.rows('collection'), twin.rows('card')]).toEqual(before);
  });

  it('keeps custom fields in their places where nested records are kept, else only those sent', async () => {
    const { call, twin } = await start();
    const [collection] = twin.rows('collection');
    const fields = () =>
      (twin.rows('collection')[0] as unknown as { custom_fields: Row[] }).custom_fields.map(({ name, value }) => [
        name,
        value,
      ]);
    const path = `/collection/${collection?.id}`;
    const body = { custom_fields: [{ name: 'Frames', value: 7 }] };
    await call('PUT', `${path}?update_without_delete_nested=true`, { body });
    expect(fields()).toEqual([
      ['Customer', 'Familie De Boer'],
      ['Frames', 7],
      ['Glass', 'Triple'],
    ]);
    await call('PUT', path, { body });
    expect(fields()).toEqual([['Frames', 7]]);
  });
});

describe('deleting', () => {
  it('answers with nothing and takes along what hangs on a board', async () => {
    const { call, twin } = await start();
    const [board] = twin.rows('board');
    const answer = await call('DELETE', `/board/${board?.id}`);
    expect([answer.status, answer.text]).toEqual([200, '']);
    for (const table of ['board', 'stage', 'label', 'status', 'collection', 'card'])
      expect(twin.rows(table).filter((row) => row.id === board?.id || row.board_id === board?.id)).toEqual([]);
    expect((await call('DELETE', `/board/${board?.id}`)).status).toBe(404);
  });
});
