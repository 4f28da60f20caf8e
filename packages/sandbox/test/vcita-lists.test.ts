import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startClinic } from './vcita-clinic.ts';

const clients = '/platform/v1/clients';

describe('a list', () => {
  it('comes in pages of 25, at most 100, and a page after the last is empty', async () => {
    const { call, twin } = await startClinic();
    const all = twin.rows('client').map(({ id }) => id);
    const idsOf = async (query: string): Promise<string[]> =>
      (await call('GET', `${clients}${query}`)).json.data.clients.map(({ id }: { id: string }) => id);
    expect(await idsOf('')).toEqual(all.slice(0, 25));
    expect(await idsOf('?page=2')).toEqual(all.slice(25));
    expect(await idsOf('?page=3')).toEqual([]);
    expect((await call('GET', `${clients}?per_page=101`)).status).toBe(400);
    expect((await call('GET', `${clients}?page=0`)).status).toBe(400);
  });

  it('is walked whole by the client, whatever the size of its pages', async () => {
    const { client, twin } = await startClinic();
    const all = twin.rows('client').map(({ id }) => id);
    const walked = fc.asyncProperty(fc.integer({ min: 1, max: 100 }), async (pageSize) => {
      const rows = await client.client.list({}, { pageSize, ahead: 1 }).toArray();
      expect(rows.map(({ id }) => id)).toEqual(all);
    });
    await fc.assert(walked, { seed: 2026, numRuns: 4 });
  });

  it('of appointments tells the next page, null on the last; that of clients tells nothing', async () => {
    const { call, twin } = await startClinic();
    const count = twin.rows('appointment').length;
    const page = async (number: number) =>
      (await call('GET', `/platform/v1/scheduling/appointments?per_page=${count - 1}&page=${number}`)).json.data;
    expect((await page(1)).next_page).toBe(2);
    expect(await page(2)).toMatchObject({ appointments: [{}], next_page: null });
    expect(Object.keys((await call('GET', clients)).json.data)).toEqual(['clients']);
  });

  it('without paging comes in one piece and takes no page', async () => {
    const { call, twin, business } = await startClinic();
    const staffs = `/platform/v1/businesses/${business}/staffs`;
    const { json } = await call('GET', staffs);
    expect(json).toMatchObject({ status: 'OK', data: { staff: { length: twin.rows('staff').length } } });
    expect((await call('GET', `${staffs}?page=1`)).status).toBe(400);
  });

  it('has the envelope of its family', async () => {
    const { call, at } = await startClinic();
    const matter = at('matter').id;
    const { json: messages } = await call('GET', `/v2/conversations/${matter}/messages`);
    expect(Array.isArray(messages)).toBe(true);
    expect((await call('GET', '/v2/settings/categories')).json).toMatchObject([{ name: 'Physiotherapy' }, {}, {}]);
    expect((await call('GET', '/business/payments/v1/taxes')).json).toMatchObject({
      success: true,
      data: { taxes: [{}, {}] },
    });
    expect((await call('GET', '/platform/v1/webhooks')).json).toEqual({
      response: { success: 'ok', data: { subscriptions: [] } },
    });
    const invoices = await call('GET', '/platform/v1/invoices');
    expect([invoices.status, invoices.json.status]).toEqual([201, 'OK']);
  });
});

describe('the order of a list', () => {
  it('is what sort says, by the fields that vcita names', async () => {
    const { client, call } = await startClinic();
    const dates = async (sort: string) => {
      const rows = await client.appointment.list({ sort: [sort] }).toArray();
      return rows.map(({ start_time }) => String(start_time));
    };
    const rising = await dates('start_at:ASC');
    expect(rising).toEqual([...rising].sort());
    expect(await dates('start_at:DESC')).toEqual([...rising].sort().reverse());
    expect((await call('GET', '/platform/v1/invoices?sort=amount:asc')).status).toBe(422);
  });
});

describe('filters', () => {
  it('narrow invoices by state and day', async () => {
    const { client } = await startClinic();
    const drafts = await client.invoice.list({ state: ['draft'] }).toArray();
    expect(new Set(drafts.map(({ status }) => status))).toEqual(new Set(['draft']));
    const all = await client.invoice.list({}).toArray();
    expect(drafts.length).toBeLessThan(all.length);
    expect(await client.invoice.list({ created_to: '2026-11-01' }).toArray()).toHaveLength(0);
    expect(await client.invoice.list({ created_from: '2026-11-22' }).toArray()).toHaveLength(all.length);
  });

  it('find clients by their whole email, a part of a phone number or a part of a name', async () => {
    const { client, at } = await startClinic();
    const wanted = at('client', 7);
    const ids = async (search_term: string, search_by?: 'email' | 'phone' | 'uid') =>
      (await client.client.list({ search_term, ...(search_by && { search_by }) }).toArray()).map(({ id }) => id);
    expect(await ids(String(wanted.email), 'email')).toEqual([wanted.id]);
    expect(await ids(String(wanted.email).slice(0, 5), 'email')).toEqual([]);
    expect(await ids('7946 0107', 'phone')).toEqual([wanted.id]);
    expect(await ids(String(wanted.last_name).slice(1))).toContain(wanted.id);
    expect(await ids(wanted.id, 'uid')).toEqual([wanted.id]);
  });

  it('give clients that changed since a moment, for those who poll', async () => {
    const { client, at, time } = await startClinic();
    time.advance(60_000);
    await client.client.update({ client_id: at('client', 3).id, phone: '+44 2' });
    const rows = await client.client.list({ updated_from: '2026-11-22 09:00:30' }).toArray();
    expect(rows.map(({ id }) => id)).toEqual([at('client', 3).id]);
  });

  it('narrow services, products and payment requests', async () => {
    const { client, business, at } = await startClinic();
    const services = await client.service.list({ business_id: business, name: 'massage' }).toArray();
    expect(services.map(({ name }) => name)).toEqual(['Deep tissue massage', 'Sports massage']);
    const products = await client.product.list({ contains: 'band-1' }).toArray();
    expect(products.map(({ name }) => name)).toEqual(['Resistance band']);
    const matter_uid = at('matter').id;
    const owed = await client.paymentRequest.list({ matter_uid, entity_type: ['Meeting'] }).toArray();
    expect(owed.length).toBeGreaterThan(0);
    for (const row of owed) expect(row).toMatchObject({ matter_uid, payable_type: 'Meeting' });
  });

  it('find matters by words on client and case', async () => {
    const { client, at } = await startClinic();
    const { email, id } = at('client', 4);
    const hits = await client.search.search({ query: String(email) }).toArray();
    expect(hits.map(({ contact_uid }) => contact_uid)).toEqual([id]);
  });
});

describe('the clinic', () => {
  it('is the same for the same seed, and another one for another', async () => {
    const [one, two, other] = [await startClinic(), await startClinic(), await startClinic({ seed: 7 })];
    const rows = ({ twin }: typeof one) =>
      ['client', 'appointment', 'invoice', 'payment', 'message'].map((table) => twin.rows(table));
    const texts = (clinic: typeof one) => JSON.stringify(rows(clinic));
    expect(texts(one).replaceAll(one.sandbox.url, '')).toBe(texts(two).replaceAll(two.sandbox.url, ''));
    expect(texts(other)).not.toBe(texts(one));
  });

  it('is whole: no two appointments of a staff member overlap, and what is paid is settled', async () => {
    const { twin, client } = await startClinic();
    const taken = twin.rows('appointment').filter(({ state }) => state === 'scheduled' || state === 'requested');
    for (const one of taken)
      for (const other of taken)
        if (one.id !== other.id && one.staff_id === other.staff_id)
          expect(
            String(one.end_time) <= String(other.start_time) || String(other.end_time) <= String(one.start_time),
          ).toBe(true);
    const invoices = await client.invoice.list({}).toArray();
    const states = new Set(invoices.map(({ payment_state }) => payment_state));
    expect(states).toEqual(new Set(['paid', 'pending']));
    for (const { payment_state, payment_balance } of invoices)
      if (payment_state === 'paid') expect(payment_balance).toBe(0);
  });
});
