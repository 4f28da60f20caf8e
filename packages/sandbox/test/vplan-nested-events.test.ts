import { readDelivery, vplan } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { type Json, receive, start } from './harness.ts';

const allEvents = vplan.events.map(({ name }) => name);

const listening = async () => {
  const receiver = await receive();
  const started = await start();
  const { call, twin, sandbox } = started;
  await call('POST', '/webhook', { body: { url: receiver.url, event_types: allEvents } });
  const [collection] = twin.rows('collection');
  const [card] = twin.rows('card');
  const named = (table: string, field: string, value: string) =>
    twin.rows(table).find((row) => row[field] === value)?.id ?? '';
  /** Event names and data of what has arrived since the last call. */
  const arrived = async () => {
    await sandbox.settle();
    return receiver.received.splice(0).map(({ payload }) => payload as Json);
  };
  const ids = { collection_id: collection?.id ?? '', card_id: card?.id ?? '' };
  return { ...started, collection, card, ids, named, arrived, path: `/collection/${collection?.id}` };
};

describe('an event', () => {
  it('tells of resources that come to a card and go, and of nothing else', async () => {
    const { twin, ids, named, arrived, card } = await listening();
    const input = { card_id: ids.card_id, resource_id: named('resource', 'name', 'Saw 1') };
    twin.act('assignResource', input);
    twin.act('withdrawResource', input);
    const [attached, detached, ...rest] = await arrived();
    expect(rest).toEqual([]);
    expect(attached).toMatchObject({
      event: 'card.resource.attached',
      data: { attached: { name: 'Saw 1' }, detached: {}, current: { id: card?.id } },
    });
    expect(Object.keys(attached.data).sort()).toEqual(['attached', 'current', 'detached']);
    expect(detached).toMatchObject({ event: 'card.resource.detached', data: { detached: { name: 'Saw 1' } } });
    expect(twin.rows('card')[0]?.updated_at).toBe(card?.updated_at);
  });

  it('tells of an activity with its values, and of their change', async () => {
    const { twin, call, arrived, named, sandbox } = await listening();
    const { json: order } = await call('POST', '/order', {
      body: { code: 'X', order_rows: [{ activity_id: named('activity', 'code', 'SAW'), quantity: 2, unit: 'hours' }] },
    });
    await sandbox.settle();
    const row = twin.rows('orderRow').find(({ order_id }) => order_id === order.id)?.id;
    const [created, attached] = await arrived();
    expect([created.event, attached.event]).toEqual(['collection.created', 'collection.activity.attached']);
    expect(attached.data).toMatchObject({
      attached: { code: 'SAW', time: 120, time_original: 120 },
      detached: {},
      updated: {},
      new: {},
    });
    expect(readDelivery(vplan, attached)).toMatchObject({ resource: 'collection' });
    await call('PUT', `/order/${order.id}/row/${row}`, { body: { quantity: 3 } });
    const [updated, ...rest] = await arrived();
    expect(rest).toEqual([]);
    expect([updated.event, updated.data.updated.time, updated.data.attached]).toEqual([
      'collection.activity.updated',
      180,
      {},
    ]);
    await call('DELETE', `/order/${order.id}/row/${row}`);
    expect((await arrived()).map(({ event }) => event)).toEqual(['collection.activity.detached']);
  });

  it('tells of cards with activities when they are planned', async () => {
    const { call, twin, arrived } = await listening();
    const collection = twin.rows('collection').find(({ name }) => name === 'Nieuwbouw Vathorst, block C');
    await call('POST', `/collection/${collection?.id}/board/${collection?.board_id}`);
    const events = (await arrived()).map(({ event, data }) => [event, data.attached?.code ?? '']);
    expect(events.filter(([event]) => event === 'card.activity.attached')).toEqual([
      ['card.activity.attached', 'SAW'],
      ['card.activity.attached', 'PLA'],
      ['card.activity.attached', 'GLU'],
    ]);
    expect(events.filter(([event]) => event === 'card.created')).toHaveLength(5);
  });

  it('tells of followers', async () => {
    const { twin, ids, named, arrived } = await listening();
    twin.act('follow', { collection_id: ids.collection_id, user_id: named('user', 'username', 'rbakker') });
    expect(await arrived()).toMatchObject([
      { event: 'collection.follower.attached', data: { attached: { username: 'rbakker' } } },
    ]);
  });

  it('tells of checklists and their items; the record is the collection', async () => {
    const { call, path, ids, arrived, twin } = await listening();
    const { json } = await call('POST', `${path}/checklist`, {
      body: { name: 'Ready', items: [{ description: 'A' }] },
    });
    const told = async () => (await arrived()).map(({ event }) => event.replace('collection.checklist.', ''));
    expect(await told()).toEqual(['created', 'item.attached']);
    twin.act('tickItem', { checklist_id: json.id });
    const [ticked] = await arrived();
    expect(ticked).toMatchObject({
      event: 'collection.checklist.item.updated',
      data: { updated: { description: 'A', checked: true }, current: { id: ids.collection_id } },
    });
    await call('PUT', `${path}/checklist/${json.id}`, { body: { name: 'Set', items: [{ description: 'B' }] } });
    expect((await told()).sort()).toEqual(['item.attached', 'item.detached', 'updated']);
    await call('DELETE', `${path}/checklist/${json.id}`);
    expect(await told()).toEqual(['deleted']);
  });

  it('tells of comments, attachments and time entries', async () => {
    const { call, path, ids, named, arrived, twin } = await listening();
    const { json: comment } = await call('POST', `${path}/comment`, { body: { text: 'One' } });
    await call('PUT', `${path}/comment/${comment.id}`, { body: { text: 'Two' } });
    await call('DELETE', `${path}/comment/${comment.id}`);
    twin.act('attachText', { collection_id: ids.collection_id, filename: 'a.txt', content: 'x' });
    twin.act('bookTime', { card_id: ids.card_id, user_id: named('user', 'username', 'rbakker'), minutes: '5' });
    const all = await arrived();
    expect(all.map(({ event, data }) => [event, data.new.text ?? data.new.filename ?? data.new.duration])).toEqual([
      ['comment.created', 'One'],
      ['comment.updated', 'Two'],
      ['comment.deleted', undefined],
      ['attachment.created', 'a.txt'],
      ['time_tracking.created', 5],
    ]);
    expect(all[1].data.old).toEqual({ text: 'One' });
  });

  it('is known to the definition, whatever people do on the page', async () => {
    const { twin, call, arrived } = await listening();
    const seen = new Set<string>();
    for (const [name, input] of [
      ['writeComment', { collection_id: 'collection', user_id: 'user', text: 'x' }],
      ['addActivity', { collection_id: 'collection', activity_id: 'activity' }],
      ['removeActivity', { collection_id: 'collection', activity_id: 'activity' }],
      ['approveTime', { time_tracking_id: 'timeTracking' }],
    ] as const)
      twin.act(
        name,
        Object.fromEntries(Object.entries(input).map(([key, table]) => [key, twin.rows(table)[2]?.id ?? table])),
      );
    await call('DELETE', `/board/${twin.rows('board')[0]?.id}`);
    for (const { event } of await arrived()) seen.add(event);
    expect([...seen].filter((event) => !allEvents.includes(event))).toEqual([]);
    expect(seen.size).toBeGreaterThan(6);
  });
});
