import { operationsOf, vcita } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { startClinic } from './vcita-clinic.ts';

const unknown = 'k3v9x2m7q1w8e5r4';

describe('a refusal', () => {
  it('has the shape of its family', async () => {
    const { call, at } = await startClinic();
    const matter = at('matter').id;
    const platform = await call('POST', '/platform/v1/clients', { body: { last_name: 'Nobody' } });
    expect([platform.status, platform.json]).toEqual([
      422,
      { status: 'Error', error: 'first_name: is missing', error_code: 'missing_param' },
    ]);
    const business = await call('POST', '/business/payments/v1/products', { body: { product: { name: 'Tape' } } });
    expect([business.status, business.json]).toEqual([
      422,
      { success: false, errors: [{ code: 'missing_param', message: 'price: is missing', field: 'price' }] },
    ]);
    const v3 = await call('PUT', `/v3/clients/client_notes/${unknown}`, { body: { content: 'x' } });
    expect([v3.status, v3.json]).toEqual([
      404,
      { success: false, errors: [{ code: 'not_found', message: 'Not Found' }] },
    ]);
    const wrong = await call('POST', '/v3/clients/client_notes', { body: { matter_uid: matter, content: 5 } });
    expect([wrong.status, wrong.json.errors[0].field]).toEqual([422, 'content']);
    const oauth = await call('POST', '/oauth/token', { body: {} });
    expect(Object.keys(oauth.json)).toEqual(['error', 'error_description']);
  });

  it('of an unknown identifier is 422 where vcita says so, in path and content', async () => {
    const { call } = await startClinic();
    const matter = await call('GET', `/business/clients/v1/matters/${unknown}`);
    expect([matter.status, matter.json.errors[0].code]).toEqual([422, 'invalid']);
    const client = await call('GET', `/platform/v1/clients/${unknown}`);
    expect([client.status, client.json.error]).toEqual([422, 'Not Found']);
    const body = {
      estimate: {
        matter_uid: unknown,
        items: [],
        currency: 'GBP',
        issue_date: '2026-12-01',
        due_date: '2026-12-02',
        billing_address: 'x',
      },
    };
    const estimate = await call('POST', '/business/payments/v1/estimates', { body });
    expect([estimate.status, estimate.json.errors[0].field]).toEqual([422, 'matter_uid']);
  });

  it('of another business is told as a wrong token', async () => {
    const { call } = await startClinic();
    const { status, json } = await call('GET', `/platform/v1/businesses/${unknown}/staffs`);
    expect([status, json]).toEqual([422, { status: 'Error', error: 'Unauthorized' }]);
  });

  it('of matters without a filter is 422', async () => {
    const { call } = await startClinic();
    const { status, json } = await call('GET', '/business/clients/v1/matters');
    expect([status, json.errors[0].message]).toEqual([422, 'filter is missing']);
  });

  it('of free slots without dates names the missing parameter', async () => {
    const { call, at } = await startClinic();
    const { status, json } = await call('GET', `/platform/v1/services/${at('service').id}/availability`);
    expect([status, json.error_code]).toEqual([400, 'PARAMETER_MISSING']);
  });
});

describe('content without its wrapping', () => {
  it('makes Ruby fail', async () => {
    const { call, twin } = await startClinic();
    const before = twin.rows('product').length;
    const { status, json } = await call('POST', '/business/payments/v1/products', { body: { name: 'Tape', price: 8 } });
    expect([status, json.message]).toEqual([500, "undefined method `[]' for nil:NilClass"]);
    expect(twin.rows('product')).toHaveLength(before);
  });

  it('is never sent by the client, however little there is to say', async () => {
    const { engineFor, twin, at } = await startClinic();
    const engine = engineFor('token');
    const wrapped = [...operationsOf(vcita).values()].filter(
      (operation) =>
        operation.definition.body?.wrap !== undefined &&
        operation.inputs.every(({ place, required, field }) => place === 'path' || !(required || field.required)),
    );
    expect(wrapped.length).toBeGreaterThan(5);
    for (const operation of wrapped) {
      const row = at(operation.resource.name);
      const path = operation.inputs
        .filter(({ place }) => place === 'path')
        .map(({ name }) => [name, row?.id ?? unknown]);
      await engine.call(operation, Object.fromEntries(path)).catch(() => {});
      expect([operation.key, twin.requests.at(-1)?.status]).not.toEqual([operation.key, 500]);
    }
  });
});

describe('the gateway', () => {
  it('answers 502 in plain text for a path that it does not know', async () => {
    const { call } = await startClinic();
    const { status, text, headers } = await call('GET', '/platform/v1/nothing');
    expect([status, text, headers.get('content-type')]).toEqual([502, 'Bad Gateway', 'text/plain; charset=utf-8']);
  });

  it('can be made to do so anywhere, and the client tells of it', async () => {
    const { client, twin } = await startClinic();
    twin.faults.on({ kind: 'badGateway', method: 'POST' });
    await expect(client.client.create({ first_name: 'Nora' })).rejects.toMatchObject({ status: 502 });
    expect((await client.client.create({ first_name: 'Nora' })).first_name).toBe('Nora');
  });

  it('can answer a success that tells of a failure, and the client takes it for one', async () => {
    const { client, twin } = await startClinic();
    twin.faults.on({ kind: 'errorInside', method: 'POST' });
    const before = twin.rows('client').length;
    await expect(client.client.create({ first_name: 'Nora' })).rejects.toMatchObject({ code: expect.any(String) });
    expect(twin.rows('client')).toHaveLength(before);
  });
});

describe('the quota', () => {
  it('of eight requests a second is refused with 429 and no hint when to come back', async () => {
    const { call, time } = await startClinic({ quota: true });
    const statuses = [];
    for (let count = 0; count < 9; count++) statuses.push((await call('GET', '/platform/v1/fields')).status);
    expect(statuses).toEqual([...Array<number>(8).fill(200), 429]);
    const { status, json, headers } = await call('GET', '/platform/v1/fields');
    expect([status, json]).toEqual([
      429,
      { success: false, errors: [{ code: 'rate_limit_exceeded', message: 'Throttled' }] },
    ]);
    expect(headers.get('retry-after')).toBeNull();
    time.advance(1001);
    expect((await call('GET', '/platform/v1/fields')).status).toBe(200);
  });

  it('is tighter for single calls', async () => {
    const { call, time } = await startClinic({ quota: true });
    const usage = '/business/accounts/v1/usage/last_3_months_activity';
    expect((await call('GET', usage)).status).toBe(200);
    time.advance(4000);
    expect((await call('GET', usage)).status).toBe(429);
    expect((await call('GET', '/platform/v1/fields')).status).toBe(200);
    time.advance(1001);
    expect((await call('GET', usage)).status).toBe(200);
  });
});
