import { readDelivery, vcita } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { receive } from './harness.ts';
import { startClinic } from './vcita-clinic.ts';

const subscribed = async (event: string) => {
  const clinic = await startClinic();
  const receiver = await receive();
  await clinic.client.webhook.subscribe({ event, url: receiver.url });
  const payloads = async () => {
    await clinic.sandbox.settle();
    return receiver.received.map(({ payload }) => payload);
  };
  return { ...clinic, receiver, payloads };
};

describe('a subscription', () => {
  it('is made once for an event and a URL, and told by the halves of its name', async () => {
    const { client, call, receiver } = await subscribed('client/created');
    const again = client.webhook.subscribe({ event: 'client/created', url: receiver.url });
    await expect(again).rejects.toMatchObject({ status: 422 });
    await client.webhook.subscribe({ event: 'client/created', url: `${receiver.url}/other` });
    const { json } = await call('GET', '/platform/v1/webhooks?filter%5Bentity%5D=client');
    expect(json.response.data.subscriptions[0]).toMatchObject({
      entity: 'client',
      event_type: 'created',
      url: receiver.url,
    });
    expect(json.response.data.subscriptions[0].id).toEqual(expect.any(Number));
    expect(
      (await call('GET', '/platform/v1/webhooks?filter%5Bentity%5D=invoice')).json.response.data.subscriptions,
    ).toEqual([]);
  });

  it.each(['booking/created', 'reminder/sent', 'client/deleted', 'nonsense'])(
    'to %s is answered with 500 and "Not Subscribed"',
    async (event) => {
      const { call, twin } = await startClinic();
      const body = { event, target_url: 'http://127.0.0.1:9/hook' };
      const { status, json } = await call('POST', '/platform/v1/webhook/subscribe', { body });
      expect([status, json, twin.rows('webhook')]).toEqual([500, { response: 'Not Subscribed' }, []]);
    },
  );

  it('never leads away from this machine', async () => {
    const { client } = await startClinic();
    const away = client.webhook.subscribe({ event: 'client/created', url: 'https://example.com/hook' });
    await expect(away).rejects.toThrow(/must point to this machine/);
  });

  it('ends by the exact URL: for one event, or for all of them', async () => {
    const { client, twin, receiver } = await subscribed('client/created');
    const { url } = receiver;
    await client.webhook.subscribe({ event: 'client/updated', url });
    await client.webhook.subscribe({ event: 'invoice/issued', url });
    await client.webhook.unsubscribe({ url: `${url}/` });
    expect(twin.rows('webhook')).toHaveLength(3);
    await client.webhook.unsubscribe({ url, event: 'client/updated' });
    expect(twin.rows('webhook').map(({ event }) => event)).toEqual(['client/created', 'invoice/issued']);
    await client.webhook.unsubscribe({ url });
    expect(twin.rows('webhook')).toEqual([]);
  });
});

describe('a delivery', () => {
  it('holds entity, event and data with names of its own, unsigned, and the core reads it', async () => {
    const { client, payloads, receiver } = await subscribed('client/created');
    const made = await client.client.create({ first_name: 'Wilma' });
    const [payload] = await payloads();
    expect(payload).toMatchObject({
      entity_name: 'client',
      event_type: 'created',
      data: { client_id: made.id, first_name: 'Wilma' },
    });
    expect(Object.keys(receiver.received[0]?.headers ?? {}).join()).not.toMatch(/sign|hmac/);
    expect(readDelivery(vcita, payload)).toMatchObject({ event: 'client/created' });
  });

  it('comes within a list when that is switched on, and the core reads that too', async () => {
    const { client, payloads, twin } = await subscribed('client/created');
    twin.act('switchList', {});
    const made = await client.client.create({ first_name: 'Wilma' });
    const [payload] = await payloads();
    expect(payload).toMatchObject([{ entity_name: 'client', data: { client_id: made.id } }]);
    expect(readDelivery(vcita, payload)).toMatchObject({ event: 'client/created' });
  });

  it('goes to the alias of an entity under the name of the alias', async () => {
    const { twin, payloads, at } = await subscribed('meeting/scheduled');
    twin.act('clientBooks', { client_id: at('client').id, service_id: at('service').id });
    expect(await payloads()).toMatchObject([{ entity_name: 'meeting', event_type: 'scheduled' }]);
  });

  it('of a changed service has another name than it was subscribed by', async () => {
    const { client, payloads, at } = await subscribed('service/updated');
    await client.service.update({ service_uid: at('service').id, price: 9000 });
    expect(await payloads()).toMatchObject([{ entity_name: 'service', event_type: 'update', data: { price: 90 } }]);
  });

  it('is not tried again', async () => {
    const { client, sandbox, twin } = await startClinic();
    const receiver = await receive([500]);
    await client.webhook.subscribe({ event: 'client/created', url: receiver.url });
    await client.client.create({ first_name: 'Wilma' });
    await sandbox.settle();
    expect([receiver.received.length, twin.deliveries[0]?.state]).toEqual([1, 'failed']);
  });
});

describe('events', () => {
  it('of an appointment follow its life', async () => {
    const { client, twin, at, business, sandbox } = await startClinic();
    const receiver = await receive();
    for (const type of ['scheduled', 'rescheduled', 'cancelled', 'requested', 'completed', 'no_show'])
      await client.webhook.subscribe({ event: `appointment/${type}`, url: receiver.url });
    const row = twin.act('clientBooks', { client_id: at('client').id, service_id: at('service').id });
    const booking = { booking_id: String(row?.id), business_id: business };
    await client.booking.update({ ...booking, start_time: '2027-01-05T10:00:00Z' });
    await client.booking.cancel(booking);
    await sandbox.settle();
    expect(receiver.received.map(({ payload }) => payload.event_type)).toEqual([
      'scheduled',
      'rescheduled',
      'cancelled',
    ]);
    expect(receiver.received[0]?.payload.data).toMatchObject({ appointment_id: row?.id, client_id: at('client').id });
  });

  it('tell of money: an invoice issued, a payment recorded, an estimate asked for and approved', async () => {
    const { client, twin, at, found, sandbox } = await startClinic();
    const receiver = await receive();
    const url = receiver.url;
    for (const event of ['invoice/issued', 'payment/recorded', 'estimate/requested', 'estimate/approved'])
      await client.webhook.subscribe({ event, url });
    const draft = found('invoice', 'status', 'draft');
    await client.invoice.update({ invoice_uid: draft.id, status: 'issued' });
    twin.act('clientPays', { invoice_id: draft.id });
    const head = { currency: 'GBP', issue_date: '2026-11-22', due_date: '2026-12-06', billing_address: 'x' };
    const items = [{ name: 'Massage', quantity: 1, unit_amount: 55 }];
    const estimate = await client.estimate.create({ ...head, matter_uid: at('matter').id, items });
    twin.act('clientApproves', { estimate_id: String(estimate.uid) });
    await sandbox.settle();
    const names = receiver.received.map(({ payload }) => `${payload.entity_name}/${payload.event_type}`);
    expect(names).toEqual(['invoice/issued', 'payment/recorded', 'estimate/requested', 'estimate/approved']);
  });

  it('tell of tags and messages with what they are about', async () => {
    const { client, twin, at, sandbox } = await startClinic();
    const receiver = await receive();
    for (const event of [
      'tag/add',
      'tag/delete',
      'message/client_sent_message',
      'message/business_sent_message',
      'conversation/read',
    ])
      await client.webhook.subscribe({ event, url: receiver.url });
    const { id } = at('client', 5);
    const matter = String((await client.client.get({ client_id: id })).matters?.[0]?.uid);
    await client.tag.bulkAdd({ matter_uids: [matter], tags: ['vip'] });
    await client.tag.bulkRemove({ matter_uids: [matter], tags: ['vip'] });
    twin.act('clientWrites', { client_id: id, text: 'Is Monday free?' });
    await client.message.send({ client_id: id, text: 'Yes, at nine', direction: 'business_to_client' });
    await client.conversation.update({ id: matter, business_unread: false });
    await sandbox.settle();
    const told = receiver.received.map(({ payload }) => [
      payload.event_type,
      payload.data.name ?? payload.data.message ?? payload.data.contact_uid,
    ]);
    expect(told).toEqual([
      ['add', 'vip'],
      ['delete', 'vip'],
      ['client_sent_message', 'Is Monday free?'],
      ['business_sent_message', 'Yes, at nine'],
      ['read', id],
    ]);
  });

  it('of a new lead come under both of its names', async () => {
    const { client, twin, sandbox } = await startClinic();
    const receiver = await receive();
    await client.webhook.subscribe({ event: 'lead/created', url: receiver.url });
    await client.webhook.subscribe({ event: 'client/created', url: receiver.url });
    twin.act('newLead', { name: 'Lea Fox', email: 'lea@example.com', request: 'A free hour' });
    await sandbox.settle();
    expect(receiver.received.map(({ payload }) => payload.entity_name).sort()).toEqual(['client', 'lead']);
  });
});
