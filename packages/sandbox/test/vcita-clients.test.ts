import { describe, expect, it } from 'vitest';
import { startClinic } from './vcita-clinic.ts';

describe('a new client', () => {
  it('comes with a matter, and its note and tag hang on that', async () => {
    const { client, twin } = await startClinic();
    const made = await client.client.create({ first_name: 'Wilma', last_name: 'Brandt', email: 'wilma@example.com' });
    const read = await client.client.get({ client_id: String(made.id) });
    const matter = String(read.matters?.[0]?.uid);
    expect(read.matters).toMatchObject([{ display_name: 'Wilma Brandt' }]);
    const note = await client.clientNote.create({ client_id: String(made.id), content: 'Knee, left' } as never);
    expect(note).toMatchObject({ matter_uid: matter, content: 'Knee, left' });
    await client.tag.bulkAdd({ matter_uids: [matter], tags: ['physio', 'new'] });
    await client.tag.bulkAdd({ matter_uids: [matter], tags: ['physio'] });
    expect(await client.tag.list({ matter_uid: matter })).toEqual({ tags: ['physio', 'new'] });
    await client.tag.bulkRemove({ matter_uids: [matter], tags: ['new'] });
    expect(await client.matter.get({ uid: matter })).toMatchObject({ display_name: 'Wilma Brandt', tags: ['physio'] });
    const notes = await client.clientNote.list({ matter_uid: matter }).toArray();
    expect(notes.map(({ content }) => content)).toEqual(['Knee, left']);
    expect(await client.matterNote.list({ matter_uid: matter }).toArray()).toHaveLength(1);
    expect(twin.rows('clientSettings').some(({ id }) => id === made.id)).toBe(true);
  });

  it('is answered with a token of the client portal that the client drops', async () => {
    const { call, client } = await startClinic();
    const { status, json } = await call('POST', '/platform/v1/clients', { body: { first_name: 'Wilma' } });
    expect([status, json.status, typeof json.data.token]).toEqual([201, 'OK', 'string']);
    expect(JSON.stringify(await client.client.create({ first_name: 'Wim' }))).not.toContain('sandbox.');
  });

  it('with an email that is known is refused with 409', async () => {
    const { client, at, twin } = await startClinic();
    const email = String(at('client').email);
    const before = twin.rows('client').length;
    await expect(client.client.create({ first_name: 'Twin', email: email.toUpperCase() })).rejects.toMatchObject({
      status: 409,
    });
    expect(twin.rows('client')).toHaveLength(before);
  });

  it('is found by its email rather than made again', async () => {
    const { engineFor, at, twin } = await startClinic();
    const engine = engineFor('token');
    const operation = (await import('@patchbay/core')).operationOf(engine.vendor, 'client.findOrCreate');
    const before = twin.rows('client').length;
    const known = await engine.call(operation, { email: at('client').email, first_name: 'Whoever' });
    expect(known).toMatchObject({ id: at('client').id, outcome: 'found' });
    const made = await engine.call(operation, { email: 'first@example.com', first_name: 'First' });
    expect(made).toMatchObject({ first_name: 'First', outcome: 'created' });
    expect(twin.rows('client')).toHaveLength(before + 1);
  });
});

describe('changing a client', () => {
  it('leaves what is not sent, and empties only what it is told to', async () => {
    const { client, at } = await startClinic();
    const { id, email, address } = at('client');
    await client.client.update({ client_id: id, phone: '+44 1', address: '' });
    expect(await client.client.get({ client_id: id })).toMatchObject({ email, address, phone: '+44 1' });
    await client.client.update({ client_id: id, address: '', force_nullifying: true });
    expect(await client.client.get({ client_id: id })).toMatchObject({ email, address: '', phone: '+44 1' });
  });

  it('is answered with the client, in the envelope of its family', async () => {
    const { call, at } = await startClinic();
    const { id, email } = at('client');
    const { status, json } = await call('PUT', `/platform/v1/clients/${id}`, { body: { last_name: 'Brandt' } });
    expect([status, json]).toMatchObject([200, { status: 'OK', data: { client: { id, email, last_name: 'Brandt' } } }]);
  });

  it('to the email of another one is refused with 409', async () => {
    const { client, at } = await startClinic();
    const input = { client_id: at('client').id, email: String(at('client', 1).email) };
    await expect(client.client.update(input)).rejects.toMatchObject({ status: 409 });
  });

  it('by deleting takes its matters along', async () => {
    const { client, at, call } = await startClinic();
    const { id } = at('client');
    const matter = (await client.client.get({ client_id: id })).matters?.[0]?.uid;
    await client.client.delete({ client_id: id });
    expect((await call('GET', `/business/clients/v1/matters/${matter}`)).status).toBe(422);
  });
});

describe('a further matter', () => {
  it('needs a name that no other matter of the client has', async () => {
    const { client, at, found } = await startClinic();
    const { id } = at('client');
    const uid = found('field', 'type', 'name').id;
    const fields = [{ uid, value: 'Shoulder' }];
    const matter = await client.matter.create({ client_id: id, fields, note: 'After a fall', tags: ['acute'] });
    expect(matter).toMatchObject({ display_name: 'Shoulder', tags: ['acute'], contacts: [{ uid: id }] });
    await expect(client.matter.create({ client_id: id, fields })).rejects.toMatchObject({ status: 422 });
    await expect(client.matter.create({ client_id: id, fields: [] })).rejects.toMatchObject({ status: 422 });
    expect(await client.matter.listByClient({ client_id: id }).toArray()).toHaveLength(2);
    const hits = await client.matter.list({ start_with: 'shoul' } as never).toArray();
    expect(hits.map(({ uid: hit }) => hit)).toEqual([matter.uid]);
  });

  it('moves to another client, and the one without matters disappears', async () => {
    const { client, at, twin } = await startClinic();
    const [from, to] = [at('client').id, at('client', 1).id];
    const matter = String((await client.client.get({ client_id: from })).matters?.[0]?.uid);
    await client.matter.nest({ matter_uid: matter, contact_uid: to });
    expect(twin.rows('client').some(({ id }) => id === from)).toBe(false);
    expect(await client.matter.listByClient({ client_id: to }).toArray()).toHaveLength(2);
  });
});

describe('a lead', () => {
  it('makes a client with what it asks for, or writes to the one that is there', async () => {
    const { client, business, twin } = await startClinic();
    const ask = (request_title: string) =>
      client.lead.create({
        business_id: business,
        request_title,
        identifier_type: 'email',
        first_name: 'Lea',
        email: 'lea@example.com',
      });
    const first = await ask('Do you treat runners?');
    const second = await ask('And on Saturdays?');
    expect(second.uid).toBe(first.uid);
    const texts = await client.message.list({ conversation_id: String(first.conversation_uid) }).toArray();
    expect(texts.map(({ text }) => text)).toEqual(['Do you treat runners?', 'And on Saturdays?']);
    expect(twin.rows('client').at(-1)).toMatchObject({ first_name: 'Lea', status: 'lead' });
  });
});
