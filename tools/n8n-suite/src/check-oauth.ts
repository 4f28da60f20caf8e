import type { N8nEngine } from '@patchbay/n8n-engine';
import { type Sandbox, startSandbox, type VendorSandbox } from '@patchbay/sandbox';
import type { INodeParameters } from 'n8n-workflow';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { engineWith, type Subject } from './subject.ts';

type Twin = VendorSandbox<Readonly<Record<string, string>>>;

/** A list of the vendor that every account may read. */
export interface OAuthStory {
  /** Its resource, and what a pick list of it is called */
  readonly resource: string;
  readonly search: string;
  /** What the trigger's form asks besides the events */
  needs?(twin: Twin): INodeParameters;
}

/**
 * A package's nodes with an account that somebody connected, against the vendor's twin; connecting and renewing is n8n's own
 * work, and tried in a real n8n.
 */
export const checkOAuth = (subject: Subject, { resource, search, needs }: OAuthStory): void => {
  const { vendor, nodes, trigger } = subject;
  const [node] = nodes as [Subject['nodes'][0]];
  const type = node.description.name;
  const parameters = { authentication: 'oauth', resource, operation: 'getAll' };
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ allowHosts: ['n8n.test'], schedule: () => () => undefined });
  });
  beforeEach(() => sandbox.twin(vendor.name).reset());
  afterAll(() => sandbox.close());

  const connectedWith = (oauthTokenData: object): N8nEngine =>
    engineWith(
      subject,
      sandbox.twin(vendor.name).baseUrl,
      { grantType: 'authorizationCode', oauthTokenData: oauthTokenData as never },
      'oauth',
    );
  const issued = () => {
    const { access_token } = sandbox.twin(vendor.name).oauth.issue();
    // As vPlan calls it: n8n would put the token into the address.
    return { access_token, token_type: 'access_token' };
  };

  test('a connected account reads records, and its token stands in no address', async () => {
    const tokens = issued();
    const { error, outputs } = await connectedWith(tokens).runNode({ type, parameters });
    expect(error).toBeUndefined();
    expect(outputs[0]?.length).toBeGreaterThan(0);
    const { requests } = sandbox.twin(vendor.name);
    expect(JSON.stringify(requests.map(({ path, query }) => [path, query]))).not.toMatch(/access_token/);
  });

  test('pick lists and the trigger take the connected account too', async () => {
    const n8n = connectedWith(issued());
    const { results } = await n8n.searchList({ type, parameters, method: search });
    expect(results.length).toBeGreaterThan(0);
    const call = (method: 'checkExists') =>
      n8n.callWebhookMethod({
        type: trigger.description.name,
        parameters: {
          authentication: 'oauth',
          events: [vendor.events[0]?.name ?? ''],
          ...needs?.(sandbox.twin(vendor.name)),
        },
        webhookId: 'hook-1',
        method,
      });
    expect(await call('checkExists')).toBe(false);
  });

  test('a token that ended and cannot be renewed is told with the way out, and nothing is sent twice', async () => {
    const twin = sandbox.twin(vendor.name);
    const tokens = issued();
    twin.oauth.expireTokens();
    const { error } = await connectedWith(tokens).runNode({ type, parameters });
    expect(`${error?.message} ${error?.description}`).toMatch(/Open the credential and connect it again/);
    expect(JSON.stringify(error)).not.toContain(tokens.access_token);
    expect(twin.requests.filter(({ status }) => status === 401)).toHaveLength(1);
  });

  test('an account that nobody connected sends nothing, and says what to do', async () => {
    const { error } = await connectedWith({}).runNode({ type, parameters });
    expect(error).toMatchObject({
      message: `The ${vendor.label} account is not connected`,
      description: expect.stringContaining('Open the credential and connect it'),
    });
    expect(sandbox.twin(vendor.name).requests).toEqual([]);
  });
};
