import { operationOf, vcita } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { textFile } from './text-file.ts';
import { startClinic } from './vcita-clinic.ts';

describe('messages', () => {
  it('go into the conversation of the client, whose other side has them unread', async () => {
    const { client, at } = await startClinic();
    const { id } = at('client', 5);
    const matter = String((await client.client.get({ client_id: id })).matters?.[0]?.uid);
    const sent = await client.message.send({
      client_id: id,
      text: 'See you on Monday',
      direction: 'business_to_client',
    });
    expect(sent.conversation_uid).toBe(matter);
    await client.message.send({ client_id: id, text: 'Thank you', direction: 'client_to_business' });
    const texts = await client.message.list({ conversation_id: matter }).toArray();
    expect(texts.slice(-2).map(({ text, message_of }) => [message_of, text])).toEqual([
      ['staff', 'See you on Monday'],
      ['client', 'Thank you'],
    ]);
    const conversations = await client.client.listConversations({ client_id: id }).toArray();
    expect(conversations[0]).toMatchObject({ id: matter, business_unread: true, last_client_action: 'Thank you' });
    await client.conversation.update({ id: matter, archived: true });
    const archived = await client.conversation.list({ folder: 'archived' }).toArray();
    expect(archived.map((row) => row.id)).toEqual([matter]);
  });

  it('to the conversation of somebody else are refused', async () => {
    const { client, at } = await startClinic();
    const wrong = { client_id: at('client').id, conversation_uid: at('matter', 1).id };
    const send = client.message.send({ ...wrong, text: 'Hello', direction: 'business_to_client' });
    await expect(send).rejects.toMatchObject({ status: 422 });
  });
});

describe('a file', () => {
  it('is sent as a form, told with its size and hash, and comes back as it was', async () => {
    const { client, engineFor, at } = await startClinic();
    const file = await client.file.upload({ file: textFile('plan.txt', 'Ten knee bends'), metadata: { side: 'left' } });
    expect(file).toMatchObject({ name: 'plan.txt', status: 'uploaded', content_type: 'text/plain', size_bytes: 14 });
    const { stream } = await engineFor('token').download(operationOf(vcita, 'file.download'), { uid: file.uid });
    expect(await new Response(stream).text()).toBe('Ten knee bends');
    const entity = { entity_type: 'invoice', entity_uid: at('invoice').id } as const;
    await client.fileRelation.create({ file_uid: String(file.uid), ...entity });
    expect(await client.fileRelation.list(entity).toArray()).toMatchObject([{ file: { name: 'plan.txt' } }]);
    expect(await client.fileRelation.deleteAll(entity)).toEqual({ deleted_count: 1 });
    expect(await client.file.delete({ uid: String(file.uid) })).toMatchObject({ deleted_at: expect.any(String) });
    expect(await client.file.list({}).toArray()).toEqual([]);
  });
});

describe('settings and offers', () => {
  it('tell prices in the smallest unit in settings and in pounds elsewhere', async () => {
    const { client, at, business } = await startClinic();
    const category = { uid: at('serviceCategory').id };
    const made = await client.service.create({
      name: 'Check-up',
      duration: 20,
      interaction_type: 'online',
      category,
      price: 2550,
      charge_type: 'paid',
    });
    expect(made.price).toBe(2550);
    expect(await client.service.get({ service_uid: String(made.uid) })).toMatchObject({
      price: 25.5,
      type: 'AppointmentService',
    });
    const rows = await client.serviceCategory
      .listServices({ category_id: category.uid, business_id: business })
      .toArray();
    expect(rows.map(({ name }) => name)).toContain('Check-up');
  });

  it('keep one article number for one product, one email for one staff member, one set of review settings', async () => {
    const { client, business } = await startClinic();
    await expect(client.product.create({ name: 'Tape', price: 8, sku: 'TAPE-5' })).rejects.toMatchObject({
      status: 422,
    });
    const staff = { business_uid: business, display_name: 'Tom', email: 'tom.beckett@milllane.example' };
    await expect(client.staff.create(staff)).rejects.toMatchObject({ status: 422 });
    await client.reviewSettings.create({ business_uid: business });
    await expect(client.reviewSettings.create({ business_uid: business })).rejects.toMatchObject({ status: 409 });
  });

  it('take at most five types of rooms', async () => {
    const { client } = await startClinic();
    for (const name of ['Pool', 'Gym', 'Sauna', 'Hall']) await client.resourceType.create({ name });
    await expect(client.resourceType.create({ name: 'Roof' })).rejects.toMatchObject({ status: 422 });
  });
});

describe('the page', () => {
  it('offers what people do in vcita, and refuses what cannot be done', async () => {
    const { twin, at, client } = await startClinic();
    const client_id = at('client', 6).id;
    const visit = twin.act('clientBooks', { client_id, service_id: at('service').id });
    expect(await client.appointment.get({ appointment_id: String(visit?.id) })).toMatchObject({ initiator: 'client' });
    twin.act('clientCancels', { appointment_id: String(visit?.id) });
    expect(() => twin.act('clientCancels', { appointment_id: String(visit?.id) })).toThrow('cancelled already');
    const invoices = await client.invoice.list({}).toArray();
    const open = invoices.find(({ payment_state, status }) => payment_state === 'pending' && status === 'issued');
    twin.act('clientPays', { invoice_id: String(open?.id) });
    expect(await client.invoice.get({ invoice_id: String(open?.id) })).toMatchObject({ payment_state: 'paid' });
    expect(() => twin.act('clientPays', { invoice_id: String(open?.id) })).toThrow('nothing left');
    expect(() => twin.act('newLead', { name: 'Lea', email: '', request: 'x' })).toThrow('email: is missing');
  });
});
