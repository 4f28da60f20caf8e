import { describe, expect, it } from 'vitest';
import { basic, startApp, type VendorName } from './oauth-app.ts';

const all: readonly VendorName[] = ['vplan', 'nifty', 'vcita'];
const renewable: readonly VendorName[] = ['vplan', 'nifty'];
const spent = { vplan: 409, nifty: 400, vcita: 400 } as const;

const claimsOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());

describe('tokens for a code', () => {
  it('come from vPlan as a JWT with 200', async () => {
    const { code, redeem, time } = await startApp('vplan');
    const { status, json, headers } = await redeem(await code());
    expect([status, Object.keys(json)]).toEqual([200, ['access_token', 'token_type', 'refresh_token', 'expires_in']]);
    expect([json.token_type, json.expires_in]).toEqual(['access_token', 3600]);
    expect(claimsOf(json.access_token).exp).toBe(time.now() / 1000 + 3600);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('come from Nifty with 201 and its scopes as a list', async () => {
    const { code, redeem } = await startApp('nifty');
    const { status, json } = await redeem(await code({ scope: 'task,label' }));
    expect([status, json.token_type, json.scope]).toEqual([201, 'Bearer', ['task', 'label']]);
    expect(json).toMatchObject({ refresh_token: expect.any(String), expires_in: 3600 });
  });

  it('come from vcita with 200, for twenty years and without a refresh token', async () => {
    const { code, redeem, time } = await startApp('vcita');
    const { status, json } = await redeem(await code());
    expect(status).toBe(200);
    expect(json).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 631_139_040,
      created_at: time.now() / 1000,
    });
    const withId = await redeem(await code({ scope: 'openid' }));
    expect(claimsOf(withId.json.id_token)).toHaveProperty('business_id');
  });

  it.each(all)('come from %s once', async (name) => {
    const { code, redeem } = await startApp(name);
    const one = await code();
    expect((await redeem(one)).status).toBeLessThan(300);
    expect((await redeem(one)).status).toBe(spent[name]);
  });

  it.each([
    ['vplan', 600],
    ['nifty', 600],
    ['vcita', 30],
  ] as const)('come from %s within %i seconds', async (name, seconds) => {
    const { code, redeem, sandbox } = await startApp(name);
    const [early, late] = [await code(), await code()];
    await sandbox.advance(seconds * 1000 - 1);
    expect((await redeem(early)).status).toBeLessThan(300);
    await sandbox.advance(1);
    expect((await redeem(late)).status).toBe(400);
  });

  it.each(all)('come from %s to the app and the redirect URI of the code alone', async (name) => {
    const { code, redeem, callback } = await startApp(name);
    const one = await code();
    expect((await redeem(one, { redirect_uri: `${callback}/` })).status).toBe(400);
    expect((await redeem(one, { redirect_uri: undefined })).status).toBe(400);
    expect((await redeem('no-code')).status).toBe(400);
    // What was wrong with the request leaves the code as it was.
    expect((await redeem(one)).status).toBeLessThan(300);
  });

  it.each(all)('do not come from %s to a wrong client', async (name) => {
    const { code, exchange, client_id } = await startApp(name);
    const fields = { grant_type: 'authorization_code', code: await code(), client_secret: 'wrong' };
    const headers = name === 'nifty' ? basic(client_id, 'wrong') : {};
    const { status, json } = await exchange(fields, { headers });
    expect(status).toBe(401);
    if (name === 'vcita') expect(json.error).toBe('invalid_client');
    if (name === 'vplan') expect(json.errors[0]).toMatchObject({ code: 401, message: 'Invalid client' });
    if (name === 'nifty') expect(Object.keys(json)).toEqual(['message']);
  });

  it('do not come from vPlan with a state that is not the one of the authorization', async () => {
    const { code, redeem } = await startApp('vplan');
    const one = await code();
    expect((await redeem(one, { state: 'another' })).status).toBe(400);
    expect((await redeem(one, { state: 'the-state' })).status).toBe(200);
  });

  it('do not come from Nifty for a scope that the app lacks', async () => {
    const { code, redeem } = await startApp('nifty');
    const { status, json } = await redeem(await code({ scope: 'task payroll' }));
    expect([status, json]).toEqual([403, { message: expect.stringContaining('payroll'), code: 403 }]);
  });

  it('come from Nifty by POST alone', async () => {
    const { ask } = await startApp('nifty');
    const { status, headers } = await ask({ method: 'GET' });
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    expect((await ask({ json: {}, path: '/oauth/tokens' })).status).toBe(401);
  });

  it.each(all)('come from %s for a grant type that it has', async (name) => {
    const { exchange } = await startApp(name);
    expect((await exchange({ grant_type: 'password', username: 'a', password: 'b' })).status).toBe(400);
    if (name === 'vcita') {
      const { json } = await exchange({ grant_type: 'refresh_token', refresh_token: 'x' });
      expect(json.error).toBe('unsupported_grant_type');
    }
  });
});

describe('PKCE', () => {
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  // RFC 7636, appendix B
  const challenge = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' };

  it('is checked by vcita when a challenge came', async () => {
    const { code, redeem } = await startApp('vcita');
    const one = await code(challenge);
    expect((await redeem(one)).json.error).toBe('invalid_grant');
    expect((await redeem(one, { code_verifier: `${verifier}x` })).json.error).toBe('invalid_grant');
    expect((await redeem(one, { code_verifier: verifier })).status).toBe(200);
  });

  it('is refused by vcita without a challenge, or with an unknown method', async () => {
    const { code, redeem, consentUrl } = await startApp('vcita');
    expect((await redeem(await code(), { code_verifier: verifier })).json.error).toBe('invalid_grant');
    expect((await fetch(consentUrl({ ...challenge, code_challenge_method: 'S512' }))).status).toBe(400);
  });

  it('means nothing to vendors that tell nothing of it', async () => {
    const { code, redeem } = await startApp('vplan');
    expect((await redeem(await code(challenge))).status).toBe(200);
  });
});

describe('a refresh token', () => {
  it.each(renewable)('of %s works once and gives a new pair', async (name) => {
    const { oauth, refresh } = await startApp(name);
    const first = oauth.issue();
    const { status, json } = await refresh(first.refresh_token ?? '');
    expect(status).toBe(name === 'nifty' ? 201 : 200);
    expect(json.access_token).not.toBe(first.access_token);
    expect(json.refresh_token).not.toBe(first.refresh_token);
    expect([oauth.renewals, oauth.reused]).toEqual([1, 0]);
    expect((await refresh(first.refresh_token ?? '')).status).toBe(spent[name]);
    expect([oauth.renewals, oauth.reused]).toEqual([1, 1]);
    expect((await refresh(json.refresh_token)).status).toBeLessThan(300);
  });

  it('of vPlan lives for a year, a new one for another', async () => {
    const { oauth, refresh, sandbox } = await startApp('vplan');
    const year = 31_536_000_000;
    const [kept, left] = [oauth.issue(), oauth.issue()];
    await sandbox.advance(year - 1);
    const { json } = await refresh(kept.refresh_token ?? '');
    await sandbox.advance(1);
    expect((await refresh(left.refresh_token ?? '')).status).toBe(400);
    expect((await refresh(json.refresh_token)).status).toBe(200);
  });

  it('of vPlan wants the redirect URI of the authorization', async () => {
    const { code, redeem, refresh } = await startApp('vplan');
    const { refresh_token } = (await redeem(await code())).json;
    expect((await refresh(refresh_token, { redirect_uri: undefined })).status).toBe(400);
    expect((await refresh(refresh_token, { redirect_uri: 'http://127.0.0.1/elsewhere' })).status).toBe(400);
    expect((await refresh(refresh_token)).status).toBe(200);
  });

  it.each(renewable)('of %s is gone when the connection is revoked', async (name) => {
    const { oauth, refresh } = await startApp(name);
    const { refresh_token } = oauth.issue();
    oauth.revoke();
    expect((await refresh(refresh_token ?? '')).status).toBe(400);
    expect(oauth.reused).toBe(0);
  });
});

describe('a token request in another dialect', () => {
  const others = {
    vplan: ({ client_id, client_secret }: Record<string, string>, fields: Record<string, string>) => [
      { json: { ...fields, client_id, client_secret } },
      { form: fields, headers: basic(client_id ?? '', client_secret ?? '') },
    ],
    nifty: ({ client_id, client_secret }: Record<string, string>, fields: Record<string, string>) => [
      { form: fields, headers: basic(client_id ?? '', client_secret ?? '') },
      { json: { ...fields, client_id, client_secret } },
    ],
    vcita: ({ client_id, client_secret }: Record<string, string>, fields: Record<string, string>) => [
      { form: { ...fields, client_id: client_id ?? '', client_secret: client_secret ?? '' } },
      { json: fields, headers: basic(client_id ?? '', client_secret ?? '') },
    ],
  } as const;

  it.each(all)('is refused by %s while it is strict, and taken when it is lenient', async (name) => {
    const { ask, code, oauth, callback } = await startApp(name);
    const attempt = async () => {
      const fields = { grant_type: 'authorization_code', code: await code(), redirect_uri: callback };
      const statuses: number[] = [];
      for (const call of others[name](oauth.app, fields)) statuses.push((await ask(call)).status);
      return statuses;
    };
    // The wrong encoding, then the client in the wrong place.
    expect(await attempt()).toEqual([400, 401]);
    oauth.mode = 'lenient';
    const [first, second] = await attempt();
    expect(first).toBeLessThan(300);
    expect(second).toBe(spent[name]);
  });

  it('may renew at vPlan without a redirect URI', async () => {
    const { oauth, refresh } = await startApp('vplan', { oauth: 'lenient' });
    const { refresh_token = '' } = oauth.issue();
    expect((await refresh(refresh_token, { redirect_uri: undefined })).status).toBe(200);
    expect((await refresh(refresh_token, { redirect_uri: undefined })).status).toBe(409);
  });

  it.each([
    ['no JSON', { content: '{', headers: { 'content-type': 'application/json' } }],
    ['a list', { json: [] as never }],
    ['a number for a text', { json: { grant_type: 7 } }],
    ['no content at all', {}],
  ])('with %s is refused in vcita’s words', async (_, call) => {
    const { ask } = await startApp('vcita');
    const { status, json } = await ask(call);
    expect([status, Object.keys(json)]).toEqual([400, ['error', 'error_description']]);
    expect(json.error).toBe('invalid_request');
  });

  it('names a field once', async () => {
    const { ask } = await startApp('vplan');
    const { status, json } = await ask({
      content: 'code=a&code=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([status, json.errors[0].description]).toEqual([400, 'code stands there more than once']);
  });
});
