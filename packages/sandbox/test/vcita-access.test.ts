import { describe, expect, it } from 'vitest';
import { startClinic } from './vcita-clinic.ts';

const clients = '/platform/v1/clients';

describe('a token', () => {
  it('is needed, and an unknown one is refused in the same shape', async () => {
    const { call } = await startClinic();
    for (const authorization of [undefined, 'Bearer nothing', 'Basic YTpi']) {
      const { status, json } = await call('GET', clients, { headers: { authorization } });
      expect([status, json]).toEqual([
        401,
        { success: false, errors: [{ code: 'unauthorized', message: '401 Unauthorized' }] },
      ]);
    }
  });

  it('says who it stands for and for which business', async () => {
    const { client, clientFor, business } = await startClinic();
    expect(await client.user.getMe()).toMatchObject({ type: 'staff', business_uid: business });
    expect(await clientFor('app_token').user.getMe()).toMatchObject({ type: 'app' });
    expect(await clientFor('directory_token', false).user.getMe()).toMatchObject({ type: 'directory' });
  });

  it('of the wrong kind is refused with 422, not with 401', async () => {
    const { call, at } = await startClinic();
    const { status, json } = await call('GET', `${clients}/${at('client').id}/estimates`);
    expect([status, json]).toEqual([422, { status: 'Error', error: 'Unauthorized' }]);
  });

  it('is never in the log', async () => {
    const { call, twin } = await startClinic();
    await call('GET', clients);
    expect(JSON.stringify(twin.requests)).not.toContain(twin.credential.token);
  });

  it('of an app may do what the one of the business may not', async () => {
    const { clientFor, client, at } = await startClinic();
    const input = {
      client_id: at('client').id,
      items: [{ title: 'First consultation', amount: 80, quantity: 1 }],
      currency: 'GBP',
      issued_at: '2026-11-22',
      due_date: '2026-12-06',
      address: '12 Mill Lane',
    };
    await expect(client.invoice.createPlatform(input)).rejects.toMatchObject({ status: 422 });
    expect(await clientFor('app_token').invoice.createPlatform(input)).toMatchObject({ amount: 80, status: 'issued' });
  });
});

describe('the token of a directory', () => {
  it('needs the business it acts for', async () => {
    const { call, clientFor, at } = await startClinic();
    const answer = await call('GET', clients, { token: 'directory_token' });
    expect([answer.status, answer.json.errors[0]]).toEqual([401, { code: 'unauthorized', message: 'Unauthorized' }]);
    const rows = await clientFor('directory_token').client.list({}).toArray();
    expect(rows.map(({ id }) => id)).toContain(at('client').id);
  });

  it('is refused with a business where none is wanted, as any other token is', async () => {
    const { call, business } = await startClinic();
    const headers = { 'x-on-behalf-of': business };
    expect((await call('GET', '/v3/apps/apps', { token: 'directory_token', headers })).status).toBe(401);
    expect((await call('GET', '/v3/apps/apps', { token: 'directory_token' })).status).toBe(200);
    expect((await call('GET', clients, { headers })).status).toBe(401);
  });

  it('is refused for a business that is not its own', async () => {
    const { call } = await startClinic();
    const headers = { 'x-on-behalf-of': 'k3v9x2m7q1w8e5r4' };
    expect((await call('GET', clients, { token: 'directory_token', headers })).status).toBe(401);
  });
});
