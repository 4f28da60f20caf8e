import { type AuthScheme, labelOf, operationOf, type Vendor } from '@patchbay/core';
import type { IAuthenticateGeneric, ICredentialTestRequest, IHttpRequestMethods, INodeProperties } from 'n8n-workflow';

/** The form of a credential: the scheme's fields, and the base URL for a sandbox or a host of one's own. */
export const credentialProperties = (vendor: Vendor, scheme: AuthScheme): INodeProperties[] => [
  ...Object.entries(scheme.fields).map(
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

/** The request that proves a credential, with the vendor's advice for the answers that it may get. */
export const credentialTest = (vendor: Vendor, scheme: AuthScheme): ICredentialTestRequest => {
  const { method, path } = operationOf(vendor, scheme.test);
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
