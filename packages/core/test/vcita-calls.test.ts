import { describe, expect, test } from 'vitest';
import { readDelivery } from '../src/events/delivery.ts';
import { operationOf } from '../src/project/operation.ts';
import { createEngine } from '../src/request/engine.ts';
import type { CallOptions } from '../src/request/ports.ts';
import { vcita } from '../src/vendors/vcita/vendor.ts';
import { type Answer, fakePorts } from './fake-ports.ts';

type Input = Readonly<Record<string, unknown>>;

const origin = 'https://api.vcita.biz';

/** Calls one operation on prepared answers; tells what was sent and what came of it. */
const called = async (key: string, input: Input, answers: Answer[], options: CallOptions = {}) => {
  const { ports, requests } = fakePorts(answers);
  const engine = createEngine(vcita, ports);
  const operation = operationOf(vcita, key);
  const rows: unknown[] = [];
  let record: unknown;
  if (operation.definition.returns === 'many')
    for await (const page of engine.pages(operation, input, options)) rows.push(...page.rows);
  else record = await engine.call(operation, input, options);
  const sent = requests.map(({ method, url, content }) => ({
    call: `${method} ${decodeURIComponent(url.replace(origin, ''))}`,
    content: typeof content === 'string' ? (JSON.parse(content) as unknown) : undefined,
  }));
  return { record, rows, sent };
};

const nora = { id: 'c1', first_name: 'Nora', email: 'nora@example.com', matters: [{ uid: 'm1' }] };
const clients = (...found: object[]): Answer => ({ json: { status: 'OK', data: { clients: found } } });
const oneClient = (client: object): Answer => ({ status: 201, json: { status: 'OK', data: { client, token: 'jwt' } } });
const businesses: Answer = { json: { success: true, data: { businesses: [{ uid: 'b1' }] } } };

describe('clients', () => {
  test('a new one comes without the portal token that vcita adds', async () => {
    const { record, sent } = await called('client.create', { first_name: 'Nora', opt_in: false }, [oneClient(nora)]);
    expect(sent).toEqual([{ call: 'POST /platform/v1/clients', content: { first_name: 'Nora', opt_in: false } }]);
    expect(record).toEqual(nora);
  });

  test('one with a known email is updated, another one is created', async () => {
    const input = { email: 'nora@example.com', first_name: 'Nora', phone: '0113' };
    const known = await called('client.createOrUpdate', input, [clients(nora), oneClient({ ...nora, phone: '0113' })]);
    expect(known.sent.map(({ call }) => call)).toEqual([
      expect.stringContaining('search_by=email'),
      'PUT /platform/v1/clients/c1',
    ]);
    expect(known.record).toMatchObject({ id: 'c1', phone: '0113', outcome: 'updated' });
    const other = { id: 'c2', email: 'nora@example.com.au' };
    const fresh = await called('client.findOrCreate', input, [clients(other), oneClient(nora)]);
    expect(fresh.record).toMatchObject({ id: 'c1', outcome: 'created' });
  });

  test('they are filtered by the instant of their last change', async () => {
    const { sent } = await called('client.list', { updated_from: '2026-11-01' }, [clients(nora)]);
    expect(sent[0]?.call).toBe('GET /platform/v1/clients?updated_at[gte]=2026-11-01&page=1&per_page=100');
  });
});

describe('what need not be given', () => {
  test('a note finds the first matter of the client', async () => {
    const { sent } = await called('clientNote.create', { client_id: 'c1', content: 'Late' }, [
      oneClient(nora),
      { json: { success: true, data: { uid: 'n1' } } },
    ]);
    expect(sent[1]).toEqual({ call: 'POST /v3/clients/client_notes', content: { matter_uid: 'm1', content: 'Late' } });
  });

  test('a booking and the list of staff find the own business', async () => {
    const booking = { client_id: 'c1', service_id: 's1', staff_id: 'u1', start_time: '2026-12-01T09:00:00Z' };
    const booked = await called('booking.create', booking, [
      businesses,
      { status: 201, json: { status: 'OK', data: { booking: { id: 'a1' } } } },
    ]);
    expect(booked.sent[1]?.content).toEqual({ ...booking, business_id: 'b1' });
    const staff = await called('staff.list', {}, [businesses, { json: { data: { staffs: [{ id: 'u1' }] } } }]);
    expect(staff.sent[1]?.call).toBe('GET /platform/v1/businesses/b1/staffs');
    expect(staff.rows).toEqual([{ id: 'u1' }]);
  });
});

describe('content as each family wants it', () => {
  test.each([
    [
      'message.send',
      { client_id: 'c1', text: 'Hello', channels: 'email' },
      { message: { text: 'Hello', direction: 'business_to_client', client_id: 'c1', channels: 'email' } },
    ],
    [
      'tag.bulkAdd',
      { matter_uids: ['m1'], tags: ['new'] },
      { new_api: true, matters: { uids: ['m1'] }, tags: ['new'] },
    ],
    ['businessClientSettings.update', { selected: 'patients' }, { settings: { terms: { selected: 'patients' } } }],
    [
      'clientSettings.update',
      { client_uid: 'c1', opt_out_transactional_sms: false },
      { client_uid: 'c1', opt_out_transactional_sms: false },
    ],
    [
      'staff.create',
      { business_uid: 'b1', display_name: 'Dr Shah', email: 'a@example.com', meta: { invite: true } },
      { staff: { display_name: 'Dr Shah', email: 'a@example.com' }, meta: { invite: true } },
    ],
    [
      'appointment.create',
      {
        client_id: 'c1',
        service_id: 's1',
        staff_id: 'u1',
        title: 'Check-up',
        start_time: '2026-12-01T09:00:00Z',
        end_time: '2026-12-01T09:30:00Z',
      },
      {
        new_api: true,
        appointments: [
          {
            client_id: 'c1',
            service_id: 's1',
            staff_id: 'u1',
            title: 'Check-up',
            start_time: '2026-12-01T09:00:00Z',
            end_time: '2026-12-01T09:30:00Z',
            interaction_details: '',
            charge_type: 'no_price',
            source_type: 'initiated_by_staff',
          },
        ],
      },
    ],
    [
      'webhook.subscribe',
      { event: 'tag/add', url: 'https://a.example/x' },
      { event: 'tag/add', target_url: 'https://a.example/x' },
    ],
  ])('%s', async (key, input, content) => {
    const { sent } = await called(key, input, [{ json: { data: {} } }]);
    expect(sent[0]?.content).toEqual(content);
  });

  test('lists in queries go by comma, and by repetition where vcita names them with brackets', async () => {
    const days = { start_date: '2026-12-01', end_date: '2026-12-02' };
    const slots: Answer = { json: { data: { availabilities: {}, time_zone: 'UTC' } } };
    const staff = await called('availability.getByStaff', { ...days, staff_ids: ['a', 'b'] }, [slots]);
    expect(staff.sent[0]?.call).toContain('staff_ids_array=a,b');
    const service = await called('availability.getByService', { ...days, service_uid: 's', staff_ids: ['a', 'b'] }, [
      slots,
    ]);
    expect(service.sent[0]?.call).toContain('staff_ids_array[]=a&staff_ids_array[]=b');
  });
});

describe('answers that disagree with each other', () => {
  test.each([
    ['field.list', {}, { data: { fields: [{ id: 'f1' }] } }],
    ['field.list', {}, { data: [{ id: 'f1' }] }],
    ['webhook.list', {}, { response: { success: 'ok', data: { subscriptions: [{ id: 'f1' }] } } }],
    ['message.list', { conversation_id: 'm1' }, [{ id: 'f1' }]],
    ['search.search', { query: 'x' }, { matters: null, appointments: [{ id: 'f1' }], next_page: null }],
  ])('%s gives its rows', async (key, input, json) => {
    expect((await called(key, input, [{ json }])).rows).toEqual([{ id: 'f1' }]);
  });

  test('a staff member comes as a list of one', async () => {
    const answer: Answer = { json: { status: 'OK', data: { staff: [{ id: 'u1' }] } } };
    expect((await called('staff.get', { business_uid: 'b1', staff_uid: 'u1' }, [answer])).record).toEqual({ id: 'u1' });
  });

  test('tokens are left out unless they are asked for', async () => {
    const answer: Answer = { json: { access_token: 'secret-token', expires_in: 3600 } };
    const input = { service_id: 'app', service_secret: 'hidden' };
    expect((await called('auth.serviceToken', input, [answer])).record).toEqual({ expires_in: 3600 });
    expect((await called('auth.serviceToken', input, [answer], { raw: true })).record).toMatchObject({
      access_token: 'secret-token',
    });
  });
});

describe('failures', () => {
  test.each([
    ['a permission', 422, { status: 'Error', error: 'Unauthorized' }, 'kind of token'],
    [
      'a wrong value',
      422,
      { success: false, errors: [{ code: 'missing', message: 'is missing', field: 'email' }] },
      '422',
    ],
    ['an unknown record', 422, { success: false, errors: [{ code: 'invalid', message: 'Not found' }] }, 'identifiers'],
    [
      'a bad token',
      401,
      { success: false, errors: [{ code: 'unauthorized', message: '401 Unauthorized' }] },
      'revoked',
    ],
    ['a booking rule', 412, { status: 'Error', error: 'Too late', error_code: 'BOOKING_VIOLATION' }, 'booking rule'],
    ['a known email', 409, { status: 'Error', message: 'Email has already been taken' }, 'update it instead'],
  ])('%s is told apart with what to do next', async (_, status, json, advice) => {
    await expect(called('client.get', { client_id: 'c1' }, [{ status, json }])).rejects.toMatchObject({
      status,
      advice: expect.stringContaining(advice) as string,
    });
  });

  test.each([
    [{ status: 'Error', error: 'Client is missing' }],
    [{ success: false, errors: [{ message: ['Client is missing', 'Try again'] }] }],
  ])('an answer of 200 that says so inside is one', async (json) => {
    await expect(called('client.get', { client_id: 'c1' }, [{ json }])).rejects.toThrow('Client is missing');
  });
});

test('a delivery is read with or without a list around it, under the name it was subscribed with', () => {
  const delivery = {
    entity_name: 'service',
    event_type: 'update',
    data: { uid: 's1', updated_at: '2026-11-22T09:00:00Z' },
  };
  for (const arrived of [delivery, [delivery]])
    expect(readDelivery(vcita, arrived)).toMatchObject({
      event: 'service/updated',
      resource: 'service',
      recordId: 's1',
    });
  const invoice = { business_id: 'b1', conversation_id: 'm1', client_id: 'c1', invoice_id: 'i1' };
  expect(readDelivery(vcita, { entity_name: 'invoice', event_type: 'issued', data: invoice }).recordId).toBe('i1');
});
