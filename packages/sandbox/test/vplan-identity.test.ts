import { describe, expect, it } from 'vitest';
import { start } from './harness.ts';

const connected = async () => {
  const started = await start();
  const { oauth } = started.twin;
  const headers = {
    'x-api-key': undefined,
    'x-api-env': undefined,
    authorization: `Bearer ${oauth.issue().access_token}`,
  };
  return { ...started, headers, oauth };
};

const body = { url: 'http://127.0.0.1:9/hook', event_types: ['card.created'] };

describe('a webhook', () => {
  it('knows the key that made it', async () => {
    const { call } = await start();
    expect((await call('POST', '/webhook', { body })).json).toMatchObject({
      api_key_id: expect.any(String),
      developer_client_id: null,
      third_party: false,
    });
  });

  it('knows the app that made it, whoever changes it later', async () => {
    const { call, headers, oauth } = await connected();
    const { json } = await call('POST', '/webhook', { body, headers });
    const app = { api_key_id: null, developer_client_id: oauth.app.client_id, third_party: true };
    expect(json).toMatchObject(app);
    await call('PUT', `/webhook/${json.id}`, { body: { active: true } });
    expect((await call('GET', `/webhook/${json.id}`)).json).toMatchObject(app);
  });
});

describe('the account', () => {
  it('tells of the key where one is used', async () => {
    const { call } = await start();
    expect((await call('GET', '/me')).json).toMatchObject({ type: 'api-key', 'api-key': { name: 'Sandbox' } });
  });

  it('tells of no key with an access token, and the environment all the same', async () => {
    const { call, headers, twin } = await connected();
    const { status, json } = await call('GET', '/me', { headers });
    expect([status, json.environment.id]).toEqual([200, twin.credential.environment]);
    expect(Object.keys(json).filter((name) => name === 'api-key' || name === 'type')).toEqual([]);
  });
});
