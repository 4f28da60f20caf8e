import type { OAuthDialect, OAuthEndpoint, OAuthFields, OAuthScheme } from '../define/auth-scheme.ts';
import type { Vendor } from '../define/vendor.ts';
import { InputError, type InputIssue } from '../errors/input-error.ts';

/** An app at a vendor: who asks, where, and in which dialect. Holds the client secret. */
export interface OAuthClient<Dialect extends OAuthDialect = OAuthDialect> {
  readonly vendor: Vendor;
  readonly scheme: OAuthScheme<Dialect>;
  /** Empty in a `service` dialect */
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly pkce: boolean;
  /** `client_id`, `client_secret`, `redirect_uri` and `scope` as they are sent; empty ones are not */
  readonly values: Readonly<Record<string, string>>;
}

/** Where the app lives, beside the credential's fields. */
export interface OAuthPlace {
  /** @default the vendor's production address */
  readonly baseUrl?: string | undefined;
  /** Address of this host that the browser comes back to, exactly as registered. Not needed by a `service` dialect */
  readonly redirectUri?: string | undefined;
}

const isLoopback = ({ hostname }: URL): boolean => /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** What is wrong with an address that secrets are sent to, or come back to. */
const addressProblem = (text: string, insecure: (address: URL) => boolean): string | undefined => {
  if (!URL.canParse(text)) return 'must be an absolute URL';
  const address = new URL(text);
  if (text.includes('#') || address.username || address.password) return 'must have no fragment and no user in it';
  if (address.protocol === 'https:' || (address.protocol === 'http:' && insecure(address))) return undefined;
  return 'must start with https://';
};

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

/** The credential's own address first, else the documented one; beside a base URL of one's own, the path below that. */
const addressOf = (endpoint: OAuthEndpoint, chosen: string, baseUrl: string, production: string): string => {
  const documented = [endpoint.url, ...(endpoint.alternatives ?? [])].includes(chosen);
  if (baseUrl !== production) return chosen && !documented ? chosen : baseUrl + endpoint.path;
  return chosen || endpoint.url;
};

const textOf = (value: unknown, separator: string): string =>
  typeof value === 'string' || Array.isArray(value)
    ? [value]
        .flat()
        .join(separator)
        .trim()
        .replace(/[\s,]+/g, separator)
    : '';

/**
 * Reads a credential of an OAuth scheme.
 * @param values the scheme's fields by name; empty ones take their default
 * @throws InputError that names everything that is missing or wrong, without its value
 */
export const oauthClient = <Dialect extends OAuthDialect>(
  vendor: Vendor,
  scheme: OAuthScheme<Dialect>,
  values: Readonly<Record<string, unknown>>,
  { baseUrl = vendor.baseUrl, redirectUri = '' }: OAuthPlace = {},
): OAuthClient<Dialect> => {
  // Widened: the members of a type parameter cannot be told apart.
  const dialect: OAuthDialect = scheme.oauth;
  const given = (name: string): unknown => values[name] || scheme.fields[name]?.default;
  const plain = (name: string): string => String(given(name) ?? '').trim();
  const base = withoutSlash(baseUrl.trim() || vendor.baseUrl);
  const issues: InputIssue[] = Object.entries(scheme.fields)
    .filter(([name, { required }]) => required && !plain(name))
    .map(([field]) => ({ field, problem: 'is missing' }));
  const check = (field: string, text: string, insecure: (address: URL) => boolean): void => {
    const problem = addressProblem(text, insecure);
    if (problem) issues.push({ field, problem });
  };

  const tokenUrl = addressOf(dialect.token, plain('token_url'), base, withoutSlash(vendor.baseUrl));
  check('token_url', tokenUrl, isLoopback);
  let authorizeUrl = '';
  let separator = ' ';
  if (dialect.grant === 'authorization_code') {
    authorizeUrl = addressOf(dialect.authorize, plain('authorize_url'), base, withoutSlash(vendor.baseUrl));
    check('authorize_url', authorizeUrl, isLoopback);
    const secure = dialect.secureRedirect && !(URL.canParse(tokenUrl) && isLoopback(new URL(tokenUrl)));
    if (redirectUri === '') issues.push({ field: 'redirect_uri', problem: 'is missing' });
    else check('redirect_uri', redirectUri, () => !secure);
    separator = dialect.scopeSeparator ?? ' ';
  }
  if (dialect.token.clientAuthentication === 'client_secret_basic' && plain('client_id').includes(':'))
    issues.push({ field: 'client_id', problem: 'must not have a colon' });
  if (issues.length > 0)
    throw new InputError(`The ${vendor.label} ${scheme.label} credential is not complete`, issues, {
      vendor: vendor.name,
    });
  return {
    vendor,
    scheme,
    authorizeUrl,
    tokenUrl,
    pkce:
      dialect.grant === 'authorization_code' &&
      (dialect.pkce === 'always' || (dialect.pkce === 'whenAsked' && given('pkce') === true)),
    values: {
      client_id: plain('client_id'),
      client_secret: plain('client_secret'),
      redirect_uri: redirectUri,
      scope: textOf(given('scope'), separator),
    },
  };
};

/** Fields with their values in place; what has no value is left out. */
export const filledIn = (
  fields: OAuthFields,
  values: Readonly<Record<string, string | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([name, template]) => [name, /^\{\w+\}$/.test(template) ? values[template.slice(1, -1)] : template] as const)
      .filter((pair): pair is readonly [string, string] => Boolean(pair[1])),
  );
