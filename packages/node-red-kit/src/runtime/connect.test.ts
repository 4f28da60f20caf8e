import type { ServerResponse } from 'node:http';
import { operationOf, vcitaService } from '@patchbay/core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { acme } from '../fixtures/acme.ts';
import { fakeRed } from '../fixtures/fake-red.ts';
import { type TokenGiver, tokenGiver } from '../fixtures/token-giver.ts';
import type { AccountNode } from './account-node.ts';
import { nodeSet } from './node-set.ts';

const baseUrl = 'http://127.0.0.1:9';
const vendor = { ...acme, auth: { ...acme.auth, service: vcitaService } };
const redirectUri = 'http://127.0.0.1:1880/patchbay/acme/oauth/callback';
const app = { client_id: 'the-app', client_secret: 'the-app-secret' };
const day = 86_400_000;

let now: number;
let giver: TokenGiver;
let kept: Map<string, unknown>;
let red: ReturnType<typeof fakeRed>;

const start = (settings = {}, into: Map<string, unknown> | null = kept): void => {
  red = fakeRed(settings, into);
  // Nothing here takes long enough for a time limit.
  const sleep = (milliseconds: number) =>
    milliseconds < 5000 ? Promise.resolve() : new Promise<void>(() => undefined);
  const clock = { now: () => now, sleep };
  nodeSet(vendor, { ports: { transport: (request, options) => giver.transport(request, options), clock } })(red.RED);
};
beforeEach(() => {
  now = Date.UTC(2026, 10, 1);
  giver = tokenGiver();
  kept = new Map();
  start();
});

type Json = Record<string, unknown>;
const ask = (route: string, body: unknown): Promise<Json> =>
  new Promise((resolve) => {
    red.routes.get(`/patchbay/acme/${route}`)?.({ body } as never, { json: resolve } as never);
  });
const comeBack = (query: string): Promise<{ status: number; page: string }> =>
  new Promise((resolve) => {
    let status = 0;
    const response = {
      writeHead(code: number) {
        status = code;
        return response;
      },
      end: (page: string) => resolve({ status, page }),
    };
    const request = { url: `/patchbay/acme/oauth/callback?${query}` };
    red.routes.get('GET /patchbay/acme/oauth/callback')?.(
      request as never,
      response as unknown as ServerResponse & never,
    );
  });
const account = (credentials: object = app, more: object = {}) => ({
  id: 'account',
  scheme: 'oauth',
  baseUrl,
  credentials,
  ...more,
});
const begin = async (credentials: object = app) => {
  const begun = await ask('connect', { account: account(credentials), redirectUri });
  return { begun, state: new URL(String(begun.url)).searchParams.get('state') ?? '' };
};
/** Connects and gives the credentials that the form then holds. */
const connect = async (credentials: object = app) => {
  const { begun, state } = await begin(credentials);
  await comeBack(`code=c&state=${state}`);
  return { ...credentials, connectionKey: begun.connectionKey } as Record<string, string>;
};
const viewOf = async (credentials: object, more: object = {}): Promise<Json> =>
  (await ask('connection', { account: account(credentials, more) })).view as Json;
const running = (credentials: object, id = 'account') =>
  red.start({ ...account(), id, type: 'acme-account' } as never, credentials) as unknown as AccountNode;
const call = (node: AccountNode) => node.engine().call(operationOf(acme, 'me.get'), {});

describe('connecting', () => {
  it('works before anything is deployed, tells so without a deploy, and survives the deploy that follows', async () => {
    const { begun, state } = await begin();
    expect(new URL(String(begun.url)).origin).toBe(baseUrl);
    const form = { ...app, connectionKey: begun.connectionKey };
    expect(await ask('connection', { account: account(form), attempt: begun.attempt })).toMatchObject({
      waiting: true,
    });
    const { status, page } = await comeBack(`code=c&state=${state}`);
    expect([status, page]).toEqual([200, expect.stringContaining('is connected. You can close this window')]);
    expect(await ask('connection', { account: account(form), attempt: begun.attempt })).toEqual({
      waiting: false,
      view: { state: 'connected', renewable: true, expiresAt: now + 3_600_000, passing: false },
    });
    start();
    red.start({ id: 'account', type: 'acme-account' }, form);
    const stored = { ...app, client_secret: '__PWRD__', connectionKey: '__PWRD__' };
    expect(await viewOf(stored)).toMatchObject({ state: 'connected' });
  });

  it('lets an answer in once, and no answer that nobody asked for', async () => {
    const { state } = await begin();
    expect((await comeBack('code=c&state=made-up')).status).toBe(400);
    expect((await comeBack(`code=c&state=${state}`)).status).toBe(200);
    expect((await comeBack(`code=c&state=${state}`)).status).toBe(400);
    expect(giver.requests).toHaveLength(1);
  });

  it('does not wait longer than ten minutes', async () => {
    const { state } = await begin();
    now += 600_001;
    expect(await comeBack(`code=c&state=${state}`)).toMatchObject({
      status: 400,
      page: expect.stringMatching(/ten minutes/),
    });
    expect(giver.requests).toEqual([]);
  });

  it('tells in the editor and in the window why it was not allowed, without repeating what the address says', async () => {
    const { begun, state } = await begin();
    const { status, page } = await comeBack(`error=access_denied&error_description=%3Cscript%3E&state=${state}`);
    expect([status, page]).toEqual([400, expect.stringContaining('not allowed')]);
    expect(page).not.toContain('<script');
    const { problem } = await ask('connection', { account: account(), attempt: begun.attempt });
    expect(problem).toContain('not allowed');
  });

  it.each([
    [{}, redirectUri, 'client_id is missing'],
    [app, '', 'redirect_uri is missing'],
    [app, 'http://nodered.example.com/#x', 'redirect_uri must have no fragment'],
  ])('is not begun with %j and %j', async (credentials, uri, problem) => {
    expect((await ask('connect', { account: account(credentials), redirectUri: uri })).problem).toContain(problem);
  });

  it('keeps no token that can be read, neither in the settings nor in the log', async () => {
    await connect();
    const text = JSON.stringify([...kept.values(), ...red.log]);
    for (const secret of [giver.accepted, 'refresh-1', app.client_secret]) expect(text).not.toContain(secret);
  });
});

describe('a connected account', () => {
  it('renews once for all callers, through redeploys and copies inside subflows', async () => {
    const credentials = await connect();
    await call(running(credentials));
    giver.expire();
    const copies = [running(credentials), running(credentials, 'subflow-1-account'), running(credentials)];
    await Promise.all(copies.map(call));
    expect([giver.renewals, giver.reused]).toEqual([1, 0]);
  });

  it('sends a renewal with the redirect URI that it was connected with', async () => {
    const credentials = await connect();
    start();
    giver.expire();
    await call(running(credentials));
    const renewal = giver.requests.findLast(({ url }) => url.endsWith('/oauth/token'));
    expect(new URLSearchParams(String(renewal?.content)).get('redirect_uri')).toBe(redirectUri);
  });

  it('is used by nodes that were deployed before it was connected again', async () => {
    const credentials = await connect();
    const node = running(credentials);
    await call(node);
    const { state } = await begin(credentials);
    await comeBack(`code=c&state=${state}`);
    await call(node);
    expect(giver.renewals).toBe(0);
  });

  it('is told to be connected again when its app or its address changes, and is connected still when that is taken back', async () => {
    const credentials = await connect();
    for (const [changed, more] of [
      [{ ...credentials, client_id: 'another-app' }, {}],
      [credentials, { baseUrl: 'http://127.0.0.1:10' }],
    ] as const)
      expect(await viewOf(changed, more)).toEqual({
        state: 'none',
        message: expect.stringContaining('another app or address'),
      });
    expect(await viewOf(credentials)).toMatchObject({ state: 'connected' });
  });

  it('is not connected where its credentials were copied to, and nothing is sent there', async () => {
    const credentials = await connect();
    const before = giver.requests.length;
    start({}, new Map());
    expect(await viewOf(credentials)).toEqual({ state: 'none', message: expect.stringContaining('connect it here') });
    await expect(call(running(credentials))).rejects.toMatchObject({
      code: 'NOT_CONNECTED',
      message: expect.stringContaining('Open the account in Node-RED and press Connect'),
    });
    expect(giver.requests).toHaveLength(before);
  });

  it('says why it ended, and where to connect it again', async () => {
    const credentials = await connect();
    const copy = new Map(structuredClone([...kept]));
    giver.expire();
    await call(running(credentials));
    // A backup of the settings brings a used refresh token back.
    start({}, copy);
    giver.expire();
    await expect(call(running(credentials))).rejects.toMatchObject({
      code: 'GRANT_LOST',
      reason: 'spent',
      message: expect.stringContaining('Open the account in Node-RED and press Connect'),
    });
    expect(await viewOf(credentials)).toMatchObject({
      state: 'lost',
      message: expect.stringContaining('used elsewhere'),
    });
  });

  it('forgets its tokens when it is disconnected, those of a former app too', async () => {
    const credentials = await connect();
    await connect({ ...credentials, client_id: 'another-app' });
    await ask('disconnect', { account: account(credentials) });
    expect(await viewOf(credentials)).toMatchObject({ state: 'none' });
    expect(JSON.stringify([...kept])).not.toContain('sealed1');
    await expect(call(running(credentials))).rejects.toMatchObject({ code: 'NOT_CONNECTED' });
  });

  it.each([
    ['no settings', {}, null],
    ['settings that are not written', { readOnly: true }, new Map([['readOnly', true]])],
  ])('with %s works from memory, and says so', async (_, settings, into) => {
    start(settings, into);
    const credentials = await connect();
    expect(await viewOf(credentials)).toMatchObject({ state: 'connected', passing: true });
    expect(red.log).toContainEqual(expect.stringContaining('settings cannot be written'));
    await call(running(credentials));
  });

  it('whose settings fail to be written is not called connected', async () => {
    const { begun, state } = await begin();
    red.RED.settings.set = () => Promise.reject(new Error('no space left on the disk'));
    expect((await comeBack(`code=c&state=${state}`)).status).toBe(400);
    const form = { ...app, connectionKey: begun.connectionKey };
    expect(await ask('connection', { account: account(form), attempt: begun.attempt })).toMatchObject({
      problem: expect.stringMatching(/cannot be saved|cannot be read/),
    });
  });
});

it('what somebody else wrote in the place of the connections stops nobody from connecting', async () => {
  kept.set('patchbayAcmeConnections', { a: 'junk', b: null });
  start();
  expect(await viewOf(await connect())).toMatchObject({ state: 'connected' });
});

describe('what is left behind', () => {
  const entries = () => Object.keys((kept.get('patchbayAcmeConnections') ?? {}) as object);
  const startFlows = async () => {
    red.flowsStarted();
    await new Promise((resolve) => setImmediate(resolve));
  };

  it('goes when flows start a day later without the node', async () => {
    await connect();
    await startFlows();
    now += day - 1;
    await startFlows();
    expect(entries()).toHaveLength(1);
    now += 2;
    await startFlows();
    expect(entries()).toEqual([]);
  });

  it('stays as long as a node has its id or its key, running or not', async () => {
    const credentials = await connect();
    now += 2 * day;
    red.deployed([{ id: 'account', type: 'acme-account', d: true }]);
    await startFlows();
    running(credentials, 'imported');
    red.deployed([{ id: 'imported', type: 'acme-account' }]);
    await startFlows();
    expect(entries()).toHaveLength(1);
  });
});

describe('a trigger whose account is not connected', () => {
  it('says so, and begins when the account is connected, without a deploy', async () => {
    const credentials = await connect();
    await ask('disconnect', { account: account(credentials) });
    running(credentials);
    const trigger = red.start({
      id: 'trigger',
      type: 'acme-trigger',
      account: 'account',
      events: ['card.created'],
      needs: { project_id: { type: 'str', value: 'p1' } },
      callbackBase: '',
    } as never);
    await vi.waitFor(() => expect(trigger.statuses.at(-1)).toMatchObject({ text: 'connect the account again' }));
    const { state } = await begin(credentials);
    await comeBack(`code=c&state=${state}`);
    await vi.waitFor(() => expect(trigger.statuses.at(-1)).toMatchObject({ fill: 'green', text: 'connected' }));
  });
});

describe('an app that asks for its own token', () => {
  const service = (id = 'account', credentials: object = app) =>
    red.start(
      { ...account(), id, scheme: 'service', type: 'acme-account' } as never,
      credentials,
    ) as unknown as AccountNode;
  const asked = () => giver.requests.filter(({ url }) => url.endsWith('/oauth/service/token'));

  it('asks once for all of its nodes, once more when the token is refused, and keeps it in no file', async () => {
    await Promise.all([service(), service('copy'), service()].map(call));
    expect(asked()).toHaveLength(1);
    giver.expire();
    await Promise.all([service(), service('copy')].map(call));
    expect(asked()).toHaveLength(2);
    expect([...kept.keys()]).toEqual([]);
  });

  it('with another secret does not take the token of the first', async () => {
    await call(service());
    await call(service('other', { ...app, client_secret: 'another-secret' }));
    expect(asked()).toHaveLength(2);
  });

  it('is not connected in a browser', async () => {
    const { problem } = await ask('connect', { account: account(app, { scheme: 'service' }), redirectUri });
    expect(problem).toContain('is not one that is connected in a browser');
  });
});
