import { readDelivery, vplan } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { receive, start } from './harness.ts';

const subscribed = async (events: readonly string[], statuses: number[] = []) => {
  const receiver = await receive(statuses);
  const started = await start();
  const { json: webhook } = await started.call('POST', '/webhook', {
    body: { url: receiver.url, event_types: events },
  });
  const stored = () => started.twin.rows('webhook')[0];
  const collection = started.twin.rows('collection')[0];
  const rename = (name: string) => started.twin.act('renameCollection', { collection_id: collection?.id ?? '', name });
  return { ...started, receiver, webhook, stored, collection, rename };
};

describe('a subscription', () => {
  it('is active and healthy from the start', async () => {
    const { webhook, call } = await subscribed(['card.created']);
    expect(webhook).toMatchObject({ active: true, can_send: true, fail_streak: 0, disabled_until: null });
    expect((await call('GET', '/webhook')).json.data).toEqual([webhook]);
  });

  it.each([
    [{ url: 'ftp://127.0.0.1/x' }, 'url: must be an address that starts with http'],
    [{ url: 'https://example.com/hook' }, 'url: must point to this machine (127.0.0.1, localhost), not to example.com'],
    [{ url: 'http://127.0.0.1.example.com/' }, 'url: must point to this machine'],
    [{ url: `http://127.0.0.1/${'x'.repeat(500)}` }, 'url: must have at most 512 characters'],
    [{ description: 'x'.repeat(151) }, 'description: must have at most 150 characters'],
    [{ event_types: ['board.created'] }, 'event_types.0: must be one of card.created'],
    [{ event_types: [] }, 'event_types: must name at least one event'],
    [{ can_send: true }, 'can_send: is not known here'],
  ])('with %j is refused', async (part, message) => {
    const { call, twin } = await start();
    const body = { url: 'http://localhost:9/x', event_types: ['card.created'], ...part };
    const { status, json } = await call('POST', '/webhook', { body });
    expect(status).toBe(422);
    expect(json.errors[0].message).toContain(message);
    expect(twin.rows('webhook')).toEqual([]);
  });

  it('of another machine is taken where its name is allowed', async () => {
    const { call } = await start({ allowHosts: ['n8n.internal'] });
    const body = { url: 'http://n8n.internal:5678/x', event_types: ['card.created'] };
    expect((await call('POST', '/webhook', { body })).status).toBe(201);
  });

  it('receives nothing once it is removed, switched off or for other events', async () => {
    const { call, webhook, sandbox, receiver, rename } = await subscribed(['card.created']);
    rename('One');
    await call('PUT', `/webhook/${webhook.id}`, { body: { active: false, event_types: ['collection.updated'] } });
    rename('Two');
    await call('PUT', `/webhook/${webhook.id}`, { body: { active: true } });
    rename('Three');
    await sandbox.settle();
    await call('DELETE', `/webhook/${webhook.id}`);
    rename('Four');
    await sandbox.settle();
    expect(receiver.received.map(({ payload }) => payload.data.new.name)).toEqual(['Three']);
  });
});

describe('a message', () => {
  it('of a change holds what is new, what was old and the whole record', async () => {
    const { call, sandbox, receiver, collection, twin } = await subscribed(['collection.updated']);
    await call('PUT', `/collection/${collection?.id}`, { body: { name: 'Renamed', due_date: null } });
    await sandbox.settle();
    expect(receiver.received).toHaveLength(1);
    const [message] = receiver.received;
    expect(message?.headers['content-type']).toBe('application/json');
    expect(message?.payload).toEqual({
      environment: twin.credential.environment,
      trigger: 'api',
      event: 'collection.updated',
      data: {
        new: { name: 'Renamed', due_date: null },
        old: { name: 'Woonhuis De Boer, Utrecht', due_date: '2026-12-04' },
        current: (await call('GET', `/collection/${collection?.id}`)).json,
      },
    });
    expect(readDelivery(vplan, message?.payload)).toMatchObject({ resource: 'collection', recordId: collection?.id });
  });

  it('is not sent for an update that changes nothing', async () => {
    const { call, sandbox, receiver, collection } = await subscribed(['collection.updated']);
    await call('PUT', `/collection/${collection?.id}`, { body: { name: collection?.name } });
    await sandbox.settle();
    expect(receiver.received).toEqual([]);
  });

  it('of a removal holds the record as it was, and tells that a person did it', async () => {
    const { sandbox, receiver, twin } = await subscribed(['card.deleted']);
    const [card] = twin.rows('card');
    twin.act('deleteCard', { card_id: card?.id ?? '' });
    await sandbox.settle();
    expect(receiver.received[0]?.payload).toMatchObject({
      trigger: 'user',
      event: 'card.deleted',
      data: { new: {}, current: { id: card?.id, name: card?.name } },
    });
  });

  it('tells of labels that come and go, and of no other change', async () => {
    const { call, sandbox, receiver, collection, twin } = await subscribed([
      'collection.updated',
      'collection.label.attached',
      'collection.label.detached',
    ]);
    const label = twin
      .rows('label')
      .find(({ name, board_id }) => name === 'Spoed' && board_id === collection?.board_id);
    await call('PUT', `/collection/${collection?.id}`, { body: { labels: [{ id: label?.id }] } });
    await sandbox.settle();
    expect(
      receiver.received.map(({ payload: { event, data } }) => [event, data.attached.name, data.detached.name]),
    ).toEqual([
      ['collection.label.attached', 'Spoed', undefined],
      ['collection.label.detached', undefined, 'Triple glass'],
    ]);
    expect(receiver.received[0]?.payload.data.current.id).toBe(collection?.id);
  });

  it('comes for every step of a planning, in order', async () => {
    const { call, sandbox, receiver, twin } = await subscribed([
      'collection.created',
      'collection.updated',
      'card.created',
      'card.deleted',
    ]);
    const board = twin.rows('board')[1];
    const { json } = await call('POST', '/collection', { body: { board_id: board?.id, name: 'Doors' } });
    await call('POST', `/collection/${json.id}/board/${board?.id}`);
    await sandbox.settle();
    await call('PUT', `/collection/${json.id}/backlog`);
    await sandbox.settle();
    const four = (event: string) => Array.from({ length: 4 }, () => event);
    expect(receiver.events()).toEqual([
      'collection.created',
      'collection.updated',
      ...four('card.created'),
      'collection.updated',
      ...four('card.deleted'),
      'collection.updated',
    ]);
    expect(receiver.received[6]?.payload.data.new).toEqual({ start: '2026-11-23', end: '2026-11-26' });
  });
});

describe('a failed delivery', () => {
  it('is tried again after growing waits, and the streak ends with a success', async () => {
    const { sandbox, time, receiver, rename, stored, twin } = await subscribed(['collection.updated'], [500, 302, 204]);
    rename('New');
    const waits = [0, 1000, 5000];
    for (const [index, wait] of waits.entries()) {
      time.advance(wait - 1);
      await sandbox.idle();
      expect(receiver.received).toHaveLength(index);
      time.advance(1);
      await sandbox.idle();
      expect(receiver.received).toHaveLength(index + 1);
      expect(stored()?.fail_streak).toBe(index === 2 ? 0 : index + 1);
    }
    const [delivery] = twin.deliveries;
    expect(delivery?.state).toBe('successful');
    expect(delivery?.attempts.map(({ status }) => status)).toEqual([500, 302, 204]);
    expect(new Set(receiver.received.map(({ payload }) => JSON.stringify(payload))).size).toBe(1);
  });

  it('is given up after eight attempts', async () => {
    const { sandbox, receiver, rename, stored, twin } = await subscribed(['collection.updated'], Array(8).fill(500));
    rename('New');
    await sandbox.settle();
    expect(receiver.received).toHaveLength(8);
    expect(stored()?.fail_streak).toBe(8);
    expect(twin.deliveries[0]).toMatchObject({ state: 'failed', nextAt: undefined });
  });

  it('is one that gets no answer within ten seconds', async () => {
    const { sandbox, time, receiver, rename, twin } = await subscribed(['collection.updated'], [0]);
    rename('New');
    const arrival = receiver.arrival();
    time.advance(0);
    await arrival;
    time.advance(10_000);
    await sandbox.idle();
    expect(twin.deliveries[0]?.attempts[0]).toMatchObject({ status: undefined, problem: 'no answer within 10 s' });
  });

  it('is one that reaches nobody', async () => {
    const { sandbox, receiver, rename, twin } = await subscribed(['collection.updated']);
    await receiver.close();
    rename('New');
    await sandbox.settle();
    expect(twin.deliveries[0]?.attempts[0]).toMatchObject({ status: undefined, problem: 'ECONNREFUSED' });
  });

  it('does not hold up the messages behind it', async () => {
    const { sandbox, time, receiver, rename } = await subscribed(['collection.updated'], [500]);
    rename('One');
    rename('Two');
    time.advance(0);
    await sandbox.idle();
    expect(receiver.received.map(({ payload }) => payload.data.new.name)).toEqual(['One', 'Two']);
  });

  // One test for all of it: 250 failures take a while on a busy machine.
  it('suspends the subscription after 250 in a row, for a day or until it is switched on again', async () => {
    const { call, sandbox, time, receiver, rename, webhook, twin } = await subscribed(
      ['collection.updated'],
      Array(251).fill(500),
    );
    const state = async () => (await call('GET', `/webhook/${webhook.id}`)).json;
    for (let index = 0; index < 32; index++) {
      rename(`Name ${index}`);
      await sandbox.settle();
    }
    expect(receiver.received).toHaveLength(250);
    expect(await state()).toMatchObject({
      active: true,
      can_send: false,
      fail_streak: 250,
      disabled_until: '2026-11-23T09:00:00.000Z',
    });
    rename('While suspended');
    await sandbox.settle();
    expect(twin.deliveries.at(-1)).toMatchObject({ state: 'suspended', attempts: [] });
    time.advance(86_399_999);
    expect((await state()).can_send).toBe(false);
    time.advance(1);
    expect((await state()).can_send).toBe(true);
    rename('Fails again');
    await sandbox.settle();
    expect(await state()).toMatchObject({ can_send: false, disabled_until: '2026-11-24T09:00:00.000Z' });
    await call('PUT', `/webhook/${webhook.id}`, { body: { active: true } });
    expect(await state()).toMatchObject({ can_send: true, fail_streak: 0, disabled_until: null });
    rename('Afterwards');
    await sandbox.settle();
    expect(receiver.received.at(-1)?.payload.data.new.name).toBe('Afterwards');
  });
});
