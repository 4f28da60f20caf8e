import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CryptoPort,
  codeRequest,
  nifty,
  niftyOAuth,
  type OAuthClient,
  oauthClient,
  refreshRequest,
  serviceRequest,
  startAuthorization,
  vcita,
  vcitaOAuth,
  vcitaService,
  vplan,
  vplanOAuth,
} from '../index.ts';

const app = { client_id: 'the-app', client_secret: 'the secret+' };
const redirectUri = 'https://host.example/callback?flow=1';
const place = { redirectUri };
const clients = {
  vplan: oauthClient(vplan, vplanOAuth, app, place),
  nifty: oauthClient(nifty, niftyOAuth, app, place),
  vcita: oauthClient(vcita, vcitaOAuth, { ...app, scope: 'openid business/clients' }, place),
};

const crypto: CryptoPort = {
  randomBytes: (size) => new Uint8Array(size).fill(0xfb),
  sha256: async (bytes) =>
    new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)),
};
const pending = { state: 'the-state', redirectUri };

const askedOf = async (client: Parameters<typeof startAuthorization>[0]) => {
  const { url, pending } = await startAuthorization(client, crypto);
  const { origin, pathname, searchParams } = new URL(url);
  return { page: origin + pathname, query: Object.fromEntries(searchParams), pending, url };
};

describe('the page that a person is sent to', () => {
  test('vPlan has no scopes', async () => {
    const { page, query } = await askedOf(clients.vplan);
    expect(page).toBe('https://developer.mostwanted.io/api/v1/oauth/authorize');
    expect(query).toEqual({
      response_type: 'code',
      client_id: 'the-app',
      redirect_uri: redirectUri,
      state: '-_v7-_v7-_v7-_v7-_v7-w',
    });
  });

  test('Nifty gets a state of 16 characters that no service changes, and all documented scopes', async () => {
    const { page, query, url } = await askedOf(clients.nifty);
    expect(page).toBe('https://nifty.pm/authorize');
    expect(query.state).toMatch(/^[\w-]{16}$/);
    expect(query.scope?.split(',')).toHaveLength(12);
    expect(url).not.toContain('+');
  });

  test('vcita gets scopes with spaces, and PKCE only where the credential asks for it', async () => {
    const { page, query, url } = await askedOf(clients.vcita);
    expect(page).toBe('https://app.vcita.com/app/oauth/authorize');
    expect(query).toMatchObject({ scope: 'openid business/clients' });
    expect(url).toContain('scope=openid%20business%2Fclients');
    expect(query).not.toHaveProperty('code_challenge');
    const guarded = oauthClient(vcita, vcitaOAuth, { ...app, pkce: true }, place);
    const started = await askedOf(guarded);
    expect(started.query).toMatchObject({
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(started.pending.verifier).toMatch(/^[\w-]{43}$/);
    expect(codeRequest(guarded, started.pending, 'c').content).toContain(
      `"code_verifier":"${started.pending.verifier}"`,
    );
  });

  test('every random byte goes into the state', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 16, maxLength: 16 }), async (bytes) => {
        const { pending } = await startAuthorization(clients.vplan, { ...crypto, randomBytes: () => bytes });
        expect(Buffer.from(pending.state, 'base64url')).toEqual(Buffer.from(bytes));
        expect(pending.state).toBe(Buffer.from(bytes).toString('base64url'));
      }),
      { seed: 2026 },
    );
  });
});

const form = (content: unknown) => Object.fromEntries(new URLSearchParams(content as string));

describe('the request for tokens', () => {
  test('vPlan: a form with id and secret, and the redirect URI for a renewal too', () => {
    const request = codeRequest(clients.vplan, pending, 'the-code');
    expect(request).toMatchObject({ method: 'POST', url: 'https://developer.mostwanted.io/api/v1/oauth/token' });
    expect(request.headers).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded' });
    expect(request.headers).not.toHaveProperty('Authorization');
    const client = { ...app, redirect_uri: redirectUri };
    expect(form(request.content)).toEqual({
      ...client,
      grant_type: 'authorization_code',
      code: 'the-code',
      state: 'the-state',
    });
    expect(form(refreshRequest(clients.vplan, 'r')?.content)).toEqual({
      ...client,
      grant_type: 'refresh_token',
      refresh_token: 'r',
    });
  });

  test('Nifty: JSON with a Basic header, and of the fields only those of the grant', () => {
    const request = codeRequest(clients.nifty, pending, 'the-code');
    expect(request.url).toBe('https://openapi.niftypm.com/oauth/token');
    expect(request.headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      Authorization: `Basic ${Buffer.from('the-app:the secret+').toString('base64')}`,
    });
    expect(JSON.parse(request.content as string)).toEqual({
      grant_type: 'authorization_code',
      code: 'the-code',
      redirect_uri: redirectUri,
    });
    const refresh = refreshRequest(clients.nifty, 'r');
    expect(JSON.parse(refresh?.content as string)).toEqual({ grant_type: 'refresh_token', refresh_token: 'r' });
  });

  test('vcita: JSON with id and secret inside, nothing to renew with, and an app that asks for itself', () => {
    const request = codeRequest(clients.vcita, pending, 'the-code');
    expect(request).toMatchObject({ url: 'https://api.vcita.biz/oauth/token' });
    expect(JSON.parse(request.content as string)).toEqual({
      ...app,
      grant_type: 'authorization_code',
      code: 'the-code',
      redirect_uri: redirectUri,
    });
    expect(refreshRequest(clients.vcita, 'r')).toBeUndefined();
    const service = serviceRequest(oauthClient(vcita, vcitaService, app));
    expect(service.url).toBe('https://api.vcita.biz/oauth/service/token');
    expect(JSON.parse(service.content as string)).toEqual({ service_id: 'the-app', service_secret: 'the secret+' });
  });

  test('whatever a secret holds arrives as it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (secret) => {
        fc.pre(secret.trim() === secret);
        const values = { ...app, client_secret: secret };
        const posted = refreshRequest(oauthClient(vplan, vplanOAuth, values, place), 'r');
        expect(form(posted?.content).client_secret).toBe(secret);
        const basic = refreshRequest(oauthClient(nifty, niftyOAuth, values, place), 'r')?.headers.Authorization;
        expect(Buffer.from(basic?.slice(6) ?? '', 'base64').toString()).toBe(`the-app:${secret}`);
      }),
      { seed: 2026 },
    );
  });
});

describe('where the calls go', () => {
  const urls = ({ authorizeUrl, tokenUrl }: OAuthClient) => [authorizeUrl, tokenUrl];

  test("both of vPlan's token hosts can be chosen", () => {
    const [, other] = vplanOAuth.fields.token_url?.values ?? [];
    expect(oauthClient(vplan, vplanOAuth, { ...app, token_url: other }, place).tokenUrl).toBe(
      'https://api.vplan.com/v1/oauth/token',
    );
  });

  test('a base URL of one’s own takes both with it, also when the form sends the documented addresses along', () => {
    const local = { baseUrl: 'http://127.0.0.1:4010/vplan/', redirectUri: 'http://localhost:1880/callback' };
    const token_url = vplanOAuth.fields.token_url?.values?.[1];
    expect(urls(oauthClient(vplan, vplanOAuth, { ...app, token_url }, local))).toEqual([
      'http://127.0.0.1:4010/vplan/oauth/authorize',
      'http://127.0.0.1:4010/vplan/oauth/token',
    ]);
  });

  test("a workspace's own page is used", () => {
    const authorize_url = 'https://studio.nifty.pm/authorize?theme=dark';
    const client = oauthClient(nifty, niftyOAuth, { ...app, authorize_url }, place);
    return expect(startAuthorization(client, crypto)).resolves.toMatchObject({
      url: expect.stringContaining(`${authorize_url}&response_type=code&`),
    });
  });

  test.each([
    ['client_secret is missing', { client_id: 'a' }, place],
    ['redirect_uri is missing', app, {}],
    ['redirect_uri must start with https', app, { redirectUri: 'http://host.example/callback' }],
    ['redirect_uri must have no fragment', app, { redirectUri: 'https://host.example/#callback' }],
    ['token_url must start with https', { ...app, token_url: 'http://vplan.example/token' }, place],
    ['token_url must be an absolute URL', { ...app, token_url: '/token' }, place],
  ])('%s: told before anything is sent, without the secret', (problem, values, where) => {
    const attempt = () => oauthClient(vplan, vplanOAuth, values, where);
    expect(attempt).toThrow(problem);
    expect(attempt).not.toThrow('the secret+');
  });
});
