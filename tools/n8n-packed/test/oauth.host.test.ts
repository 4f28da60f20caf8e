import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n, type RunningN8n, startN8n } from '@patchbay/n8n-host';
import { type Sandbox, startSandbox } from '@patchbay/sandbox';
import type { INodeParameters } from 'n8n-workflow';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Callable, type Callback, type Made, type Owner, ownerOf } from './owner.ts';
import { packedIn } from './packages.ts';
import { leaksOf } from './secrets.ts';
import { startWitness, type Witness } from './witness.ts';

type Vendor = 'vplan' | 'nifty' | 'vcita';

let folder: string;
let sandbox: Sandbox;
let witness: Witness;
let n8n: RunningN8n;
let owner: Owner;
/** Pages that n8n ended a dance with */
const pages: string[] = [];
const flows: Callable[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-n8n-oauth-'));
  sandbox = await startSandbox();
  witness = await startWitness(new URL(sandbox.vendors.vplan.baseUrl).origin);
  n8n = await startN8n({
    installation: await installN8n(),
    userFolder: join(folder, 'user'),
    port: 0,
    packages: await packedIn(folder),
    settings: { N8N_LOG_LEVEL: 'debug' },
  });
  owner = ownerOf(n8n);
});

afterAll(async () => {
  await n8n?.stop();
  await witness?.close();
  await sandbox?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  witness.instead = undefined;
});

const appOf = (vendor: Vendor) => sandbox.vendors[vendor].oauth.app;
const baseUrlOf = (vendor: Vendor) => witness.url + new URL(sandbox.vendors[vendor].baseUrl).pathname;
const lists: Readonly<Record<Vendor, INodeParameters>> = {
  vplan: { resource: 'board', operation: 'getAll' },
  nifty: { resource: 'project', operation: 'getAll' },
  vcita: { resource: 'client', operation: 'getAll' },
};

const credentialFor = (vendor: Vendor, more: object = {}): Promise<Made> => {
  const { client_id: clientId, client_secret: clientSecret } = appOf(vendor);
  return owner.makeCredential(`${vendor}OAuth2Api`, { clientId, clientSecret, baseUrl: baseUrlOf(vendor), ...more });
};

const connect = async (credential: Made): Promise<Callback> => {
  const callback = await owner.connect(credential);
  pages.push(callback.text);
  return callback;
};

const publish = async (vendor: Vendor, credential: Made, parameters = lists[vendor], authentication = 'oauth') => {
  const type = `@patchbay/n8n-nodes-${vendor}.${vendor}`;
  const flow = await owner.publish(type, { authentication, ...parameters }, credential);
  flows.push(flow);
  return flow;
};

const connected = async (vendor: Vendor, more?: object): Promise<Callable> => {
  const credential = await credentialFor(vendor, more);
  await connect(credential);
  return await publish(vendor, credential);
};

/** What the last run of a workflow says. */
const toldBy = async (flow: Callable): Promise<string> => {
  await flow.call();
  const [last] = await flow.kept();
  return `${last?.status} ${last?.data}`;
};

const renewalsSince = (start: number): number =>
  witness.tokenRequests.slice(start).filter(({ grant }) => grant === 'refresh_token').length;

describe('as documented, where n8n cannot follow', () => {
  beforeEach(() => {
    for (const vendor of ['vplan', 'nifty', 'vcita'] as const) sandbox.vendors[vendor].oauth.mode = 'strict';
  });

  test('vPlan is connected, but a renewal without redirect URI is refused, once, and says what to do', async () => {
    const { oauth } = sandbox.vendors.vplan;
    const flow = await connected('vplan');
    expect(await flow.call()).toHaveProperty('name');
    oauth.expireTokens();
    const before = witness.tokenRequests.length;
    const told = await toldBy(flow);
    expect(told).toMatch(/^error/);
    expect(told).toContain(
      'vPlan refused to renew the token of the credential (HTTP 400): Bad request: redirect_uri must',
    );
    expect(told).toMatch(/redirect URI to renew a token, which n8n does not send.*fill in Redirect URI in Renewals/);
    expect(told).toContain('(GRANT_LOST)');
    expect(renewalsSince(before)).toBe(1);
    // The refusal did not cost the refresh token.
    oauth.mode = 'lenient';
    expect(await flow.call()).toHaveProperty('name');
  });

  test("vPlan's renewals can carry the redirect URI on the address", async () => {
    const renewalRedirectUri = `${n8n.url}rest/oauth2-credential/callback`;
    const flow = await connected('vplan', { renewalRedirectUri });
    sandbox.vendors.vplan.oauth.expireTokens();
    await flow.call();
    expect(witness.tokenRequests.at(-1)).toMatchObject({
      grant: 'refresh_token',
      redirectInQuery: renewalRedirectUri,
    });
  });

  test.each([
    ['nifty', 'HTTP status 400', 'Personal Access Token'],
    ['vcita', 'invalid_request', 'API Token'],
  ] as const)(
    '%s takes no form: connecting does not succeed, and the node says what to use',
    async (vendor, said, instead) => {
      const credential = await credentialFor(vendor);
      expect((await connect(credential)).text).toContain(said);
      const told = await toldBy(await publish(vendor, credential));
      expect(told).toContain('account is not connected');
      expect(told).toMatch(new RegExp(`connect it; when that does not succeed, use a credential with ${instead}`));
    },
  );

  test("vcita's app asks for its token by itself, again when it has ended, and tests its secret", async () => {
    const { client_id, client_secret } = appOf('vcita');
    const data = { client_id, client_secret, baseUrl: baseUrlOf('vcita') };
    const credential = await owner.makeCredential('vcitaAppApi', data);
    const testOf = (changed: object) =>
      owner.ask('POST', '/rest/credentials/test', { credentials: { ...credential, data: { ...data, ...changed } } });
    expect(await testOf({})).toMatchObject({ status: 'OK' });
    expect(await testOf({ client_secret: 'wrong' })).toMatchObject({
      status: 'Error',
      message: expect.stringMatching(/client/i),
    });
    const invoices = { resource: 'invoice', operation: 'getAll' };
    const flow = await publish('vcita', credential, invoices, 'service');
    expect(await flow.call()).toHaveProperty('id');
    const asked = witness.tokenRequests.length;
    expect(await flow.call()).toHaveProperty('id');
    expect(witness.tokenRequests).toHaveLength(asked);
    sandbox.vendors.vcita.oauth.expireTokens();
    expect(await flow.call()).toHaveProperty('id');
    expect(witness.tokenRequests).toHaveLength(asked + 1);
  });
});

describe('where forms and renewals by the book are taken', () => {
  beforeEach(() => {
    for (const vendor of ['vplan', 'nifty', 'vcita'] as const) sandbox.vendors[vendor].oauth.mode = 'lenient';
  });

  test.each(['vplan', 'nifty'] as const)(
    '%s is connected, and renewed once after the token has ended',
    async (vendor) => {
      const { oauth } = sandbox.vendors[vendor];
      const flow = await connected(vendor);
      expect(await flow.call()).toHaveProperty('name');
      oauth.expireTokens();
      const before = witness.tokenRequests.length;
      expect(await flow.call()).toHaveProperty('name');
      expect(await flow.call()).toHaveProperty('name');
      expect(renewalsSince(before)).toBe(1);
      expect(oauth.reused).toBe(0);
    },
  );

  test('vcita is connected, with PKCE too; there is no renewal, and the node says to connect again', async () => {
    const { oauth } = sandbox.vendors.vcita;
    const credential = await credentialFor('vcita', { usePkce: true, scope: 'openid' });
    await connect(credential);
    const flow = await publish('vcita', credential);
    expect(await flow.call()).toHaveProperty('id');
    oauth.expireTokens();
    const before = witness.tokenRequests.length;
    const told = await toldBy(flow);
    expect(told).toMatch(
      /vcita answered 401 to .+Open the credential and connect it again|Open the credential and connect it again.+vcita answered 401/,
    );
    expect(witness.tokenRequests).toHaveLength(before);
    await connect(credential);
    expect(await flow.call()).toHaveProperty('id');
  });

  test.each(['nifty', 'vcita'] as const)(
    '%s takes the client in a header where the user chooses it',
    async (vendor) => {
      const flow = await connected(vendor, { authentication: 'header' });
      expect(witness.tokenRequests.at(-1)).toMatchObject({ basic: true });
      expect(await flow.call()).toHaveProperty('id');
    },
  );

  test('Nifty that cuts the state is not connected, as the form says', async () => {
    const { oauth } = sandbox.vendors.nifty;
    oauth.alterState = true;
    const credential = await credentialFor('nifty');
    expect((await connect(credential)).text).toContain('Invalid state format');
    oauth.alterState = false;
  });

  test('ten runs at once after the end of the token make one renewal', async () => {
    const { oauth } = sandbox.vendors.vplan;
    const flow = await connected('vplan');
    oauth.expireTokens();
    const before = witness.tokenRequests.length;
    const rows = await Promise.all(Array.from({ length: 10 }, () => flow.call()));
    for (const row of rows) expect(row).toHaveProperty('name');
    expect(renewalsSince(before)).toBe(1);
    expect(oauth.reused).toBe(0);
  });

  test('an outage while the account is connected is shown, and connecting works afterwards', async () => {
    const credential = await credentialFor('vplan');
    witness.instead = { status: 502, content: '<h1>Bad gateway</h1>' };
    expect((await connect(credential)).text).toContain('status code 502');
    witness.instead = undefined;
    await connect(credential);
    expect(await (await publish('vplan', credential)).call()).toHaveProperty('name');
  });

  test('an outage where tokens come from is told as such, asked once, and over when it is over', async () => {
    const flow = await connected('vplan');
    sandbox.vendors.vplan.oauth.expireTokens();
    const before = witness.tokenRequests.length;
    witness.instead = { status: 502, content: '<h1>Bad gateway</h1>' };
    const told = await toldBy(flow);
    expect(told).toContain('vPlan answered 502 when the token of the credential was to be renewed');
    expect(told).toContain('Try again later');
    expect(renewalsSince(before)).toBe(1);
    witness.instead = undefined;
    expect(await flow.call()).toHaveProperty('name');
  });

  test.each([
    [400, '{"error": "invalid_grant"}'],
    [409, '{"errors": [{"message": "Already used"}]}'],
  ])('a refresh token that is good no more (%i) is told with the way out', async (status, content) => {
    const flow = await connected('vplan');
    sandbox.vendors.vplan.oauth.expireTokens();
    witness.instead = { status, content };
    const told = await toldBy(flow);
    expect(told).toContain(
      'The connection to vPlan has ended: the refresh token was used elsewhere, is too old or was revoked',
    );
    expect(told).toContain('Open the credential and connect it again (GRANT_LOST)');
  });

  test('a file is uploaded in full after a renewal', async () => {
    const { rows, oauth } = sandbox.vendors.vplan;
    const credential = await credentialFor('vplan');
    await connect(credential);
    const flow = await publish('vplan', credential, {
      resource: 'attachment',
      operation: 'upload',
      collection_id: { __rl: true, mode: 'id', value: String(rows('collection')[0]?.id) },
      file: 'scan',
    });
    oauth.expireTokens();
    const before = witness.tokenRequests.length;
    const content = new FormData();
    content.append('scan', new Blob(['x'.repeat(200_000)], { type: 'image/png' }), 'frame 118.png');
    expect(await flow.call(content)).toMatchObject({ filename: 'frame 118.png' });
    expect(renewalsSince(before)).toBe(1);
  });

  test('pick lists, the trigger and Custom API Call work with a connected account', async () => {
    const { rows } = sandbox.vendors.vplan;
    const credential = await credentialFor('vplan');
    await connect(credential);
    const { results } = await owner.ask<{ results: { name: string }[] }>(
      'POST',
      '/rest/dynamic-node-parameters/resource-locator-results',
      {
        path: 'parameters.board_id',
        nodeTypeAndVersion: { name: '@patchbay/n8n-nodes-vplan.vplan', version: 1 },
        methodName: 'searchBoard',
        currentNodeParameters: { authentication: 'oauth', resource: 'board', operation: 'get' },
        credentials: { vplanOAuth2Api: { id: credential.id, name: credential.name } },
      },
    );
    expect(results.map(({ name }) => name)).toEqual(rows('board').map(({ name }) => name));
    const custom = { resource: 'customCall', operation: 'send', method: 'GET', path: '/board' };
    expect(JSON.stringify(await (await publish('vplan', credential, custom)).call())).toContain('Window frames');
    const end = await owner.listen(
      '@patchbay/n8n-nodes-vplan.vplanTrigger',
      { authentication: 'oauth', events: ['card.created'] },
      credential,
    );
    expect(rows('webhook')).toMatchObject([{ event_types: ['card.created'] }]);
    await end();
    await expect.poll(() => rows('webhook'), { timeout: 30_000 }).toEqual([]);
  });
});

test('no token, code or secret stands in a log, a database, a kept run, a page or an address', async () => {
  const kept = await Promise.all(flows.map((flow) => flow.kept()));
  const runs = kept.flat().map(({ data }) => data);
  expect(runs.length).toBeGreaterThan(20);
  expect(witness.secrets.size).toBeGreaterThan(20);
  const texts = { pages: pages.join('\n'), runs: runs.join('\n'), addresses: witness.addresses.join('\n') };
  const user = join(folder, 'user');
  expect(leaksOf(witness.secrets, user, texts)).toEqual([]);
  // What is no secret is found in all of these places.
  const found = leaksOf(new Set(['Window frames', 'redirect_uri']), user, texts).join();
  for (const place of ['database.sqlite', 'runs', 'addresses']) expect(found).toContain(place);
  expect(n8n.logs()).not.toContain('uncaught');
});
