import { type AuthScheme, headerAuthorization, labelOf, type Vendor } from '@patchbay/core';
import type {
  IAuthenticateGeneric,
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  IHttpRequestMethods,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { oauthProperties } from './oauth-properties.ts';

const plainProperties = ({ fields, oauth }: AuthScheme): INodeProperties[] => [
  ...Object.entries(fields).map(
    ([name, { label, description, required, secret }]): INodeProperties => ({
      displayName: label ?? labelOf(name),
      name,
      type: 'string',
      default: '',
      description,
      ...(required && { required }),
      ...(secret && { typeOptions: { password: true } }),
    }),
  ),
  // Filled in by `preAuthentication` when it is empty, and again after a 401.
  ...(oauth
    ? [
        {
          displayName: 'Access Token',
          name: 'access_token',
          type: 'hidden',
          typeOptions: { expirable: true, password: true },
          default: '',
        } satisfies INodeProperties,
      ]
    : []),
];

/** The form of a credential: the scheme's fields, and the base URL for a sandbox or a host of one's own. */
export const credentialProperties = (vendor: Vendor, scheme: AuthScheme): INodeProperties[] => [
  ...(scheme.oauth?.grant === 'authorization_code'
    ? oauthProperties(vendor, scheme, scheme.oauth)
    : plainProperties(scheme)),
  {
    displayName: 'Base URL',
    name: 'baseUrl',
    type: 'string',
    default: vendor.baseUrl,
    placeholder: `e.g. ${vendor.baseUrl}`,
    description: `Address of the API, to be changed only for a sandbox or a host of your own`,
  },
];

/** How n8n adds a credential to a request: the scheme's header templates as expressions. */
export const genericAuthentication = ({ headers }: AuthScheme): IAuthenticateGeneric => ({
  type: 'generic',
  properties: {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, template]) => [
        name,
        `=${template.replace(/\{(\w+)\}/g, '{{ $credentials.$1.trim() }}')}`,
      ]),
    ),
  },
});

/**
 * How n8n adds a credential to a request where a field may be empty: its header is left out then. An expression of n8n would
 * send an empty one.
 * @throws InputError when a value is missing or cannot travel in a header
 */
export const authenticated = async (
  scheme: AuthScheme,
  values: ICredentialDataDecryptedObject,
  options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> => {
  const none = { method: 'GET', url: options.url, headers: {} } as const;
  const { headers } = await headerAuthorization(scheme, values).authorize(none);
  return { ...options, headers: { ...options.headers, ...headers } };
};

/** The request that proves a credential, with the vendor's advice for the answers that it may get. */
export const credentialTest = (vendor: Vendor, scheme: AuthScheme): ICredentialTestRequest => {
  const [resource, name] = scheme.test.split('.') as [string, string];
  const definition = vendor.resources[resource]?.operations[name];
  // From the definition: to make all operations would be half of the time in which a package loads.
  const [method, path] = definition && 'route' in definition ? definition.route.split(' ') : [];
  if (!path) throw new Error(`${scheme.test}, the test of ${vendor.label}'s credential, is no operation`);
  return {
    request: {
      baseURL: '={{ $credentials.baseUrl }}',
      url: path,
      method: method as IHttpRequestMethods,
      disableFollowRedirect: true,
    },
    rules: Object.entries(vendor.errors.advice)
      .filter(([code]) => /^[345]\d\d$/.test(code))
      .map(([code, message]) => ({ type: 'responseCode', properties: { value: Number(code), message } })),
  };
};
