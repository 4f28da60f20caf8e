import { describe, expect, it } from 'vitest';
import type { Json } from './harness.ts';
import { known, startApp, type VendorName } from './oauth-app.ts';

const all: readonly VendorName[] = ['vplan', 'nifty', 'vcita'];

describe('an access token', () => {
  it.each(all)('of %s is taken as Bearer until it expires', async (name) => {
    const { oauth, get, sandbox } = await startApp(name);
    const { access_token, expires_in } = oauth.issue();
    expect((await get(access_token)).status).toBe(200);
    await sandbox.advance(expires_in * 1000 - 1);
    expect((await get(access_token)).status).toBe(200);
    await sandbox.advance(1);
    const refused = await get(access_token);
    const problem = JSON.stringify(await refused.json());
    expect(refused.status).toBe(401);
    expect(problem).toMatch({ vplan: /Not Logged In/, nifty: /^\{"message":/, vcita: /401 Unauthorized/ }[name]);
    expect(problem).not.toContain(access_token);
  });

  it.each(all)('of %s that nobody gave is refused, and a key or token of a person still taken', async (name) => {
    const { get, twin } = await startApp(name);
    expect((await get('nobody-gave-this')).status).toBe(401);
    const { key, environment, token } = twin.credential;
    const headers = key ? { 'x-api-key': key, 'x-api-env': environment ?? '' } : { authorization: `Bearer ${token}` };
    expect((await fetch(`${twin.baseUrl}${known[name].read}`, { headers })).status).toBe(200);
  });

  it.each(all)('of %s ends when all expire, or when its connection is revoked', async (name) => {
    const { oauth, get } = await startApp(name);
    const first = oauth.issue();
    oauth.expireTokens();
    expect((await get(first.access_token)).status).toBe(401);
    const second = oauth.issue();
    oauth.revoke();
    expect((await get(second.access_token)).status).toBe(401);
  });

  it('lives as long as a test says', async () => {
    const { oauth, get, sandbox } = await startApp('vplan');
    oauth.tokenSeconds = 5;
    const { access_token, expires_in } = oauth.issue();
    expect(expires_in).toBe(5);
    await sandbox.advance(5000);
    expect((await get(access_token)).status).toBe(401);
    oauth.tokenSeconds = undefined;
    expect(oauth.issue().expires_in).toBe(3600);
  });

  it('is one credential with the tokens that its grant is renewed to, and budgets count it alone', async () => {
    const { oauth, get, refresh } = await startApp('nifty', { quota: true });
    const [one, other] = [oauth.issue(), oauth.issue()];
    const renewed = await refresh(one.refresh_token ?? '');
    const used = [one.access_token, renewed.json.access_token];
    for (let round = 0; round < 200; round++) expect((await get(used[round % 2] ?? '')).status).toBe(200);
    expect((await get(used[1] ?? '')).status).toBe(429);
    expect((await get(other.access_token)).status).toBe(200);
  });

  it('of Nifty reaches as far as its scopes', async () => {
    const { code, redeem, get } = await startApp('nifty');
    const { access_token } = (await redeem(await code({ scope: 'label' }))).json;
    expect((await get(access_token, '/api/v1.0/labels?limit=10&offset=0')).status).toBe(200);
    const refused = await get(access_token, '/api/v1.0/projects');
    expect([refused.status, await refused.json()]).toEqual([
      403,
      { message: 'This token does not have the scope project', code: 403 },
    ]);
  });
});

describe('apps of vcita', () => {
  const create = async (values: Readonly<Record<string, unknown>> = {}) => {
    const app = await startApp('vcita');
    const partner = async (method: string, path: string, content: unknown): Promise<Json> => {
      const answer = await fetch(`${app.twin.baseUrl}/platform/v1/apps${path}`, {
        method,
        headers: {
          authorization: `Bearer ${app.twin.credential.directory_token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(content),
      });
      expect(answer.status).toBeLessThan(300);
      return answer.json();
    };
    const about = { app_code_name: 'reminders', name: 'Reminders', redirect_uri: app.callback };
    const made = await partner('POST', '', { ...about, ...values });
    const { client_id, client_secret } = made.data;
    await partner('PUT', `/${made.data.app_code_name}`, { oauth_redirect_uris: ['https://reminders.example/back'] });
    return { ...app, own: { client_id, client_secret } };
  };

  it('get an id and a secret that work, with the redirect URIs that they name', async () => {
    const { own, consentUrl, decide, redeem, get } = await create();
    for (const redirect_uri of ['http://127.0.0.1:1880/patchbay/callback', 'https://reminders.example/back']) {
      const back = await decide(consentUrl({ client_id: own.client_id, redirect_uri }));
      const answer = await redeem(back.searchParams.get('code') ?? '', { ...own, redirect_uri });
      expect(answer.status).toBe(200);
      expect((await get(answer.json.access_token)).status).toBe(200);
    }
    const elsewhere = consentUrl({ client_id: own.client_id, redirect_uri: 'http://127.0.0.1:1880/else' });
    expect((await fetch(elsewhere)).status).toBe(400);
  });

  it('cannot use a code of another app', async () => {
    const { own, code, redeem } = await create();
    expect((await redeem(await code(), own)).json.error).toBe('invalid_grant');
  });

  it('skip the consent page when they are trusted, and get JSON Web Tokens where they want them', async () => {
    const { own, consentUrl, redeem } = await create({ trusted: 'true', access_token_format: 'jwt' });
    const answer = await fetch(consentUrl({ client_id: own.client_id }), { redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? '');
    const { json } = await redeem(back.searchParams.get('code') ?? '', own);
    expect(json.access_token.split('.')).toHaveLength(3);
  });

  it('get a token of their own, for an hour, that reaches what is for apps', async () => {
    const { own, ask, get, sandbox, oauth } = await create();
    const path = '/oauth/service/token';
    const answer = await ask({
      path,
      json: { service_id: own.client_id, service_secret: own.client_secret },
    });
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        access_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: 3600,
        created_at: '2026-11-22T09:00:00.000Z',
      },
    ]);
    const me = await get(answer.json.access_token);
    expect(await me.json()).toMatchObject({ type: 'app' });
    const person = await get(oauth.issue().access_token);
    expect(await person.json()).toMatchObject({ type: 'staff' });
    await sandbox.advance(3_600_000);
    expect((await get(answer.json.access_token)).status).toBe(401);
    const wrong = await ask({ path, json: { service_id: own.client_id, service_secret: 'wrong' } });
    expect([wrong.status, wrong.json.error]).toEqual([401, 'invalid_client']);
  });

  it('are forgotten with the records', async () => {
    const { own, ask, twin } = await create();
    twin.reset();
    const json = { service_id: own.client_id, service_secret: own.client_secret };
    expect((await ask({ path: '/oauth/service/token', json })).status).toBe(401);
  });
});
