import { type AuthorizationCodeDialect, type AuthScheme, type Field, labelOf, type Vendor } from '@patchbay/core';
import type { INodeProperties } from 'n8n-workflow';
import { descriptionBeside, shownText, whether } from '../properties/wording.ts';
import { limitsNotice } from './host-limits.ts';
import { authorizeAddress, renewalRedirect, tokenAddress, wantsRedirectToRenew } from './oauth-addresses.ts';

/** What n8n's OAuth 2 calls a field of a scheme. */
const namesInN8n: Readonly<Record<string, string>> = { pkce: 'usePkce' };
const nameInN8n = (name: string): string =>
  namesInN8n[name] ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const widgetOf = ({ kind, values = [], default: value, secret, example }: Field): Partial<INodeProperties> => {
  if (kind === 'flag') return { type: 'boolean', default: false };
  if (kind === 'choice')
    return { type: 'options', default: String(value), options: values.map((each) => ({ name: each, value: each })) };
  return {
    default: typeof value === 'string' ? value : '',
    ...(secret && { typeOptions: { password: true } }),
    ...(typeof example === 'string' && { placeholder: `e.g. ${example}` }),
  };
};

const propertyOf = ([name, field]: [string, Field]): INodeProperties => {
  const displayName = field.label ?? labelOf(name);
  const text = field.kind === 'flag' ? whether(field.description) : field.description;
  return {
    displayName,
    name: nameInN8n(name),
    type: 'string',
    default: '',
    ...widgetOf(field),
    ...descriptionBeside(displayName, shownText(text)),
    ...(field.required && { required: true }),
  };
};

const hidden = (displayName: string, name: string, value: string): INodeProperties => ({
  displayName,
  name,
  type: 'hidden',
  default: value,
});

const clientAuthentication = ({ token }: AuthorizationCodeDialect): INodeProperties => {
  if (token.encoding === 'form')
    return hidden(
      'Authentication',
      'authentication',
      token.clientAuthentication === 'client_secret_post' ? 'body' : 'header',
    );
  return {
    displayName: 'Client Authentication',
    name: 'authentication',
    type: 'options',
    options: [
      { name: 'Body', value: 'body', description: 'Client ID and client secret as fields of the form' },
      { name: 'Header', value: 'header', description: 'Client ID and client secret in a Basic header' },
    ],
    // What n8n sends is not what is documented, whichever it is; this is known to be used by others.
    default: 'body',
    description: 'How the app proves itself where tokens come from; try the other way when connecting does not succeed',
  };
};

/**
 * The form of a credential that somebody connects in a browser, on top of n8n's own OAuth 2: the scheme's fields under n8n's
 * names, addresses that follow the base URL, and a word on what n8n cannot do.
 */
export const oauthProperties = (
  vendor: Vendor,
  { fields, description }: AuthScheme,
  dialect: AuthorizationCodeDialect,
): INodeProperties[] => {
  const chosen = (name: string): string | undefined => (Object.hasOwn(fields, name) ? nameInN8n(name) : undefined);
  return [
    {
      displayName: shownText(`${limitsNotice(vendor, dialect)} ${description}`),
      // In the place of a field of n8n's that only dynamic registration has: what is new would stand at the end of the form.
      name: 'serverUrl',
      type: 'notice',
      default: '',
    },
    hidden('Grant Type', 'grantType', 'authorizationCode'),
    hidden('Authorization URL', 'authUrl', authorizeAddress(vendor, dialect, chosen('authorize_url'))),
    hidden('Access Token URL', 'accessTokenUrl', tokenAddress(vendor, dialect, chosen('token_url'))),
    hidden('Auth URI Query Parameters', 'authQueryParameters', ''),
    ...Object.entries(fields).map(propertyOf),
    ...(chosen('scope') ? [] : [hidden('Scope', 'scope', '')]),
    clientAuthentication(dialect),
    ...(wantsRedirectToRenew(dialect)
      ? [
          {
            displayName: 'Redirect URI in Renewals',
            name: renewalRedirect,
            type: 'string',
            default: '',
            placeholder: 'e.g. https://n8n.example.com/rest/oauth2-credential/callback',
            description: `Put the OAuth Redirect URL from above here when ${vendor.label} refuses to renew tokens: it is then added to the token URL, which ${vendor.label} does not document`,
          } satisfies INodeProperties,
        ]
      : []),
  ];
};
