import { describe, expect, it } from 'vitest';
import { type Json, start } from './harness.ts';

const address = { street1: 'Kade 12', postcode: '8011 AB', city: 'Zwolle', country: 'NL' };

const ordering = async () => {
  const started = await start();
  const { call, twin } = started;
  const activity = (code: string) => twin.rows('activity').find((row) => row.code === code)?.id;
  const body = {
    code: '2026-200',
    type: 'Production',
    sub_type: 'none',
    description: 'oak frames',
    quantity: 6,
    desired_date: '2026-12-16',
    external_ref: 'ERP-200',
    address,
    order_rows: [
      { description: 'Saw', activity_id: activity('SAW'), quantity: 1.5, unit: 'hours' },
      { description: 'Glue', activity_id: activity('GLU'), quantity: 0.1, unit: 'days' },
      { description: 'Paint', activity_id: activity('PNT'), quantity: 45, unit: 'minutes' },
      { description: 'Set glass', activity_id: activity('GLS'), quantity: 3, unit: 'piece' },
    ],
  };
  const create = async (part: Json = {}) => call('POST', '/order', { body: { ...body, ...part } });
  const order = (id: string) => twin.rows('order').find((row) => row.id === id);
  const collectionOf = (id: string) => twin.rows('collection').find((row) => row.id === order(id)?.collection_id);
  const minutesOf = (id: string) =>
    ((collectionOf(id)?.activities ?? []) as Json[]).map(({ time: minutes }) => minutes);
  const rows = (id: string) => twin.rows('orderRow').filter(({ order_id }) => order_id === id);
  const message = async (answer: ReturnType<typeof call>) => {
    const { status, json } = await answer;
    return [status, json.errors[0].message];
  };
  return { ...started, activity, body, create, order, collectionOf, minutesOf, rows, message };
};

describe('creating an order', () => {
  it('stores rows and address with it, and shows them when asked to', async () => {
    const { create, call } = await ordering();
    const { status, json } = await create();
    expect(status).toBe(201);
    expect(json).not.toHaveProperty('order_rows');
    const whole = (await call('GET', `/order/${json.id}?with=order_rows,address`)).json;
    expect(whole.order_rows.map(({ description, position }: Json) => [description, position])).toEqual([
      ['Saw', 1],
      ['Glue', 2],
      ['Paint', 3],
      ['Set glass', 4],
    ]);
    expect(whole.address).toMatchObject({ ...address, street2: null, id: json.address_id });
    expect((await call('GET', `/order/${json.id}/row`)).json.count).toBe(4);
  });

  it('makes a collection in the background, with the time of its rows by unit', async () => {
    const { create, sandbox, time, collectionOf, minutesOf } = await ordering();
    const { json } = await create();
    expect(json.collection_id).toBeNull();
    time.advance(1499);
    await sandbox.idle();
    expect(collectionOf(json.id)).toBeUndefined();
    time.advance(1);
    await sandbox.idle();
    const collection = collectionOf(json.id);
    expect(collection).toMatchObject({
      name: '2026-200',
      description: '6 x oak frames',
      due_date: '2026-12-16',
      source_type: 'order',
      status: 'not_planned',
      meta: { order_type: 'Production', desired_date: '2026-12-16' },
    });
    expect(minutesOf(json.id)).toEqual([90, 360, 45, 0]);
  });

  it('plans it backwards to the promised day where the environment plans automatically', async () => {
    const { create, sandbox, twin, call, collectionOf } = await ordering();
    twin.act('switchPlanning', {});
    expect((await call('GET', '/me')).json.settings).toContainEqual({
      type: 'automatic_planning',
      active: true,
      config: null,
    });
    const { json } = await create({ promised_date: '2026-12-18' });
    await sandbox.settle();
    const collection = collectionOf(json.id);
    expect(collection).toMatchObject({ status: 'planned', end: '2026-12-18', due_date: '2026-12-18' });
    const cards = twin.rows('card').filter(({ collection_id }) => collection_id === collection?.id);
    expect(cards.map(({ time: minutes }) => minutes)).toEqual([90, 90, 360, 45, 0]);
  });

  it('shares equal addresses', async () => {
    const { create, twin } = await ordering();
    const before = twin.rows('address').length;
    const one = (await create()).json;
    const other = (await create({ external_ref: 'ERP-201' })).json;
    const third = (await create({ external_ref: 'ERP-202', address: { ...address, street2: 'rear' } })).json;
    expect(one.address_id).toBe(other.address_id);
    expect(third.address_id).not.toBe(one.address_id);
    expect(twin.rows('address')).toHaveLength(before + 2);
  });

  it('refuses address and address_id together, and rows of unknown activities', async () => {
    const { create, message, twin } = await ordering();
    const id = twin.rows('address')[0]?.id;
    expect(await message(create({ address_id: id }))).toEqual([
      422,
      'address_id: cannot be given together with address',
    ]);
    for (const both of [{ address_id: null }, { address: null, address_id: id }])
      expect((await message(create(both)))[0]).toBe(422);
    expect(await message(create({ order_rows: [{ activity_id: 'unknown' }] }))).toEqual([
      422,
      'order_rows.0.activity_id: must be the identifier of an activity',
    ]);
    expect(twin.rows('order')).toHaveLength(4);
  });

  it('is unique on external reference, type and sub type together, unless one is null', async () => {
    const { create, message } = await ordering();
    expect((await create()).status).toBe(201);
    expect(await message(create())).toEqual([422, 'Duplicate entry']);
    expect((await create({ sub_type: 'rush' })).status).toBe(201);
    expect((await create({ type: 'Sales' })).status).toBe(201);
    for (let time = 0; time < 2; time++) expect((await create({ external_ref: null })).status).toBe(201);
  });
});

describe('rows of an order', () => {
  it('have external references of their own, within one request too', async () => {
    const { create, message, rows, call } = await ordering();
    const twice = [{ external_ref: 'R-1' }, { external_ref: 'R-1' }];
    expect(await message(create({ order_rows: twice }))).toEqual([422, 'Duplicate entry']);
    const { json } = await create({
      order_rows: [{ external_ref: 'R-1' }, { external_ref: null }, { external_ref: null }],
    });
    expect(rows(json.id)).toHaveLength(3);
    expect(await message(call('PUT', `/order/${json.id}`, { body: { order_rows: twice } }))).toEqual([
      422,
      'Duplicate entry',
    ]);
  });

  it('stay with their order when it is sent', async () => {
    const { create, message, rows, call, twin } = await ordering();
    const { json } = await create();
    const [row] = rows(json.id);
    const other = twin.rows('order').find(({ id }) => id !== json.id)?.id;
    const body = { order_rows: [{ id: row?.id, order_id: other }] };
    expect(await message(call('PUT', `/order/${json.id}`, { body }))).toEqual([
      422,
      'order_rows.0.order_id: must be that of the order itself',
    ]);
  });
});

describe('updating an order', () => {
  it('keeps rows that it leaves out, unless they are to be removed', async () => {
    const { create, call, rows } = await ordering();
    const { id } = (await create()).json;
    const [first] = rows(id);
    const sent = { order_rows: [{ id: first?.id, quantity: 2 }, { description: 'Pack' }] };
    await call('PUT', `/order/${id}?remove_missing=false`, { body: sent });
    expect(rows(id).map(({ description, quantity }) => [description, quantity])).toEqual([
      ['Saw', 2],
      ['Glue', 0.1],
      ['Paint', 45],
      ['Set glass', 3],
      ['Pack', null],
    ]);
    await call('PUT', `/order/${id}?remove_missing=true`, { body: { order_rows: [{ id: first?.id }] } });
    expect(rows(id).map(({ description }) => description)).toEqual(['Saw']);
  });

  it('reaches the collection later, but not what people changed by hand', async () => {
    const { create, call, sandbox, collectionOf, twin } = await ordering();
    const { id } = (await create()).json;
    await sandbox.settle();
    twin.act('renameCollection', { collection_id: collectionOf(id)?.id ?? '', name: 'By hand' });
    await call('PUT', `/order/${id}`, { body: { code: '2026-200B', promised_date: '2026-12-20', quantity: 7 } });
    expect(collectionOf(id)?.due_date).toBe('2026-12-16');
    await sandbox.settle();
    expect(collectionOf(id)).toMatchObject({
      name: 'By hand',
      due_date: '2026-12-20',
      description: '7 x oak frames',
      warnings: [],
    });
  });

  it('moves no planned card: the collection is warned, and keeps its activities', async () => {
    const { create, call, sandbox, collectionOf, twin, rows } = await ordering();
    const { id } = (await create()).json;
    await sandbox.settle();
    const collection = collectionOf(id);
    await call('POST', `/collection/${collection?.id}/board/${collection?.board_id}`);
    await sandbox.settle();
    const cards = () => twin.rows('card').filter(({ collection_id }) => collection_id === collection?.id);
    const before = cards();
    await call('PUT', `/order/${id}`, { body: { promised_date: '2027-01-08' } });
    await call('PUT', `/order/${id}/row/${rows(id)[0]?.id}`, { body: { quantity: 9 } });
    await sandbox.settle();
    expect(cards()).toEqual(before);
    expect(collectionOf(id)).toMatchObject({
      activities: collection?.activities,
      warnings: [{ type: 'order_date_changed', due_date: '2027-01-08' }],
    });
  });

  it('takes the address off with null', async () => {
    const { create, call, order } = await ordering();
    const { id } = (await create()).json;
    await call('PUT', `/order/${id}`, { body: { address: null } });
    expect(order(id)?.address_id).toBeNull();
  });

  it('of a row changes the time of its activity in the backlog', async () => {
    const { create, call, sandbox, minutesOf, rows } = await ordering();
    const { id } = (await create()).json;
    await sandbox.settle();
    await call('PUT', `/order/${id}/row/${rows(id)[0]?.id}`, { body: { quantity: 2 } });
    await sandbox.settle();
    expect(minutesOf(id)).toEqual([120, 360, 45, 0]);
    await call('DELETE', `/order/${id}/row/${rows(id)[1]?.id}`);
    await call('POST', `/order/${id}/row`, { body: { description: 'More saw', quantity: 10, unit: 'minutes' } });
    await sandbox.settle();
    expect(minutesOf(id)).toEqual([120, 45, 0]);
  });
});

describe('removing', () => {
  it('the collection of an order only sets it to ignored', async () => {
    const { call, twin } = await ordering();
    const of = () => twin.rows('collection').find(({ name }) => name === 'Fire doors town hall');
    const { id } = of() ?? { id: '' };
    expect((await call('DELETE', `/collection/${id}`)).status).toBe(200);
    expect(of()).toMatchObject({ status: 'ignored', start: null });
    expect(twin.rows('card').filter(({ collection_id }) => collection_id === id)).toEqual([]);
  });

  it('an order removes its rows and its collection', async () => {
    const { call, twin, order } = await ordering();
    const [first] = twin.rows('order');
    await call('DELETE', `/order/${first?.id}`);
    expect(order(first?.id ?? '')).toBeUndefined();
    expect(twin.rows('orderRow').filter(({ order_id }) => order_id === first?.id)).toEqual([]);
    expect(twin.rows('collection').some(({ id }) => id === first?.collection_id)).toBe(false);
  });

  it('an order before its collection is made makes none', async () => {
    const { create, call, sandbox, twin } = await ordering();
    const before = twin.rows('collection').length;
    const { json } = await create();
    await call('DELETE', `/order/${json.id}`);
    await sandbox.settle();
    expect(twin.rows('collection')).toHaveLength(before);
  });
});
