import {
  type AuthorizationCodeDialect,
  nifty,
  type OAuthScheme,
  oauthClient,
  type Vendor,
  vcita,
  vplan,
} from '@patchbay/core';
import type { INode, INodeParameters, INodeTypes } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';
import { credentialProperties } from './credential-type.ts';

type Case = readonly [vendor: Vendor, scheme: OAuthScheme<AuthorizationCodeDialect>];
const cases: readonly Case[] = [
  [vplan, vplan.auth.oauth],
  [nifty, nifty.auth.oauth],
  [vcita, vcita.auth.oauth],
];

const propertiesOf = ([vendor, scheme]: Case) => credentialProperties(vendor, scheme);
const property = (which: Case, name: string) => propertiesOf(which).find((one) => one.name === name);

/** A credential as n8n hands it out: defaults filled in, expressions worked out over the credential itself. */
const workedOut = (which: Case, values: INodeParameters = {}): INodeParameters => {
  const defaults = propertiesOf(which).map(({ name, default: value }) => [name, value]);
  const stored = { ...Object.fromEntries(defaults), ...values } as INodeParameters;
  const nodeTypes = { getByNameAndVersion: () => ({ description: { properties: [] } }) } as unknown as INodeTypes;
  const node = { name: 'Node', type: 'x', typeVersion: 1, position: [0, 0], parameters: {}, id: '1' } as INode;
  const { expression } = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
  return expression.getComplexParameterValue(
    node,
    stored,
    'internal',
    {},
    undefined,
    undefined,
    stored,
  ) as INodeParameters;
};

const addresses = [
  {},
  { baseUrl: 'http://127.0.0.1:4711/twin' },
  { baseUrl: ' http://127.0.0.1:4711/twin/ ' },
  { baseUrl: '' },
];

describe.each(cases)('$label', (...which) => {
  const [vendor, scheme] = which;
  const read = (values: Readonly<Record<string, string>>) => {
    const { baseUrl, authorizeUrl = '', tokenUrl = '' } = values;
    const { authorizeUrl: page, tokenUrl: endpoint } = oauthClient(
      vendor,
      scheme,
      { client_id: 'c', client_secret: 's', authorize_url: authorizeUrl, token_url: tokenUrl },
      { ...(baseUrl !== undefined && { baseUrl }), redirectUri: 'https://n8n.example/callback' },
    );
    return { authUrl: page, accessTokenUrl: endpoint };
  };

  const chosen = [
    ...addresses,
    ...addresses.flatMap((one) =>
      [scheme.oauth.authorize.url, 'https://own.example/authorize'].flatMap((authorizeUrl) =>
        property(which, 'authorizeUrl') ? [{ ...one, authorizeUrl }] : [],
      ),
    ),
    ...addresses.flatMap((one) =>
      [scheme.oauth.token.url, ...(scheme.oauth.token.alternatives ?? [])].flatMap((tokenUrl) =>
        property(which, 'tokenUrl') ? [{ ...one, tokenUrl }] : [],
      ),
    ),
  ];

  test.each(chosen)('with %j, page and token endpoint are where the core has them', (values) => {
    expect(workedOut(which, values)).toMatchObject(read(values));
  });

  test('id and secret stand under the names of n8n, the secret masked', () => {
    expect(property(which, 'clientId')).toMatchObject({ displayName: 'Client ID', required: true });
    expect(property(which, 'clientSecret')).toMatchObject({ required: true, typeOptions: { password: true } });
  });

  test('what a key or a token is better for is said, and that it is the first choice', () => {
    const [first] = Object.values(vendor.auth);
    expect(property(which, 'serverUrl')?.displayName).toContain(
      `a credential with ${first?.label} is the first choice`,
    );
  });
});

test('both token addresses of vPlan can be chosen, and its redirect URI be put where a renewal carries it', () => {
  const which = cases[0] as Case;
  expect(property(which, 'tokenUrl')?.options?.map(({ name }) => name)).toEqual([
    'https://developer.mostwanted.io/api/v1/oauth/token',
    'https://api.vplan.com/v1/oauth/token',
  ]);
  expect(
    workedOut(which, { renewalRedirectUri: ' https://n8n.example/rest/oauth2-credential/callback ' }).accessTokenUrl,
  ).toBe(
    'https://developer.mostwanted.io/api/v1/oauth/token?redirect_uri=https%3A%2F%2Fn8n.example%2Frest%2Foauth2-credential%2Fcallback',
  );
  expect(cases.map((each) => property(each, 'renewalRedirectUri') !== undefined)).toEqual([true, false, false]);
});

test('where n8n cannot send what is documented, the client can be proved in two ways; vPlan takes one', () => {
  expect(cases.map((which) => property(which, 'authentication'))).toMatchObject([
    { type: 'hidden', default: 'body' },
    { type: 'options', default: 'body' },
    { type: 'options', default: 'body' },
  ]);
});

test("scopes are the dialect's, and none are asked for where there are none", () => {
  expect(cases.map((which) => property(which, 'scope'))).toMatchObject([
    { type: 'hidden', default: '' },
    { type: 'string', default: expect.stringContaining('task_group,task,') },
    { type: 'string', default: '', placeholder: 'e.g. openid' },
  ]);
});

test('the notice names what n8n cannot do for each vendor', () => {
  expect(cases.map((which) => property(which, 'serverUrl')?.displayName)).toMatchInlineSnapshot(`
    [
      "vPlan wants the redirect URI to renew a token, which n8n does not send: a renewal may be refused. In n8n, a credential with API Key is the first choice. Make an app at developer.vplan.com; its secret is shown once. Who connects becomes the author of comments and attachments: connect as a user made for that.",
      "Nifty documents requests for tokens as JSON, n8n sends them as a form: Nifty may refuse them. Nifty was seen to cut the long state that n8n sends: connecting then ends with an invalid state. In n8n, a credential with Personal Access Token is the first choice. Make an app in Nifty under Profile settings &gt; App Center &gt; Integrate with API, with the redirect URL of this host and the same scopes ticked. The API needs the Business plan or higher.",
      "vcita documents requests for tokens as JSON, n8n sends them as a form: vcita may refuse them. vcita gives nothing to renew a token with: connect again when it has ended. In n8n, a credential with API Token is the first choice. Only a partner can make an app, with a directory token (POST /platform/v1/apps): ask vcita or your partner for one.",
    ]
  `);
});
