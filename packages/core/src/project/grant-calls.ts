import type { AuthScheme, OAuthDialect } from '../define/auth-scheme.ts';
import type { Evidence } from '../define/operation.ts';
import type { Vendor } from '../define/vendor.ts';

/** A page or a call that an OAuth scheme gets its tokens by. Connecting makes it; it is no operation of a node. */
export interface GrantCall {
  readonly scheme: AuthScheme;
  readonly name: 'authorize' | 'token' | 'serviceToken';
  readonly method: 'GET' | 'POST';
  /** Below the base URL of a sandbox or a host of one's own */
  readonly path: string;
  /** As documented, for production; more than one where the documentation names more */
  readonly urls: readonly string[];
  readonly summary: string;
  readonly evidence: Evidence;
}

const callsOf = (scheme: AuthScheme, dialect: OAuthDialect): GrantCall[] => {
  const { token, evidence } = dialect;
  const post = {
    scheme,
    method: 'POST',
    evidence,
    path: token.path,
    urls: [token.url, ...(token.alternatives ?? [])],
  } as const;
  if (dialect.grant === 'service')
    return [{ ...post, name: 'serviceToken', summary: 'Ask for a token of the app itself' }];
  const { authorize, refresh } = dialect;
  const renews = refresh ? ', or a refresh token for a new pair' : '';
  return [
    {
      scheme,
      name: 'authorize',
      method: 'GET',
      path: authorize.path,
      urls: [authorize.url, ...(authorize.alternatives ?? [])],
      summary: 'Open the page where a person allows the connection',
      evidence,
    },
    { ...post, name: 'token', summary: `Exchange a code for tokens${renews}` },
  ];
};

/** The pages and calls of a vendor's OAuth schemes. */
export const grantCalls = (vendor: Vendor): GrantCall[] =>
  Object.values(vendor.auth).flatMap((scheme) => (scheme.oauth ? callsOf(scheme, scheme.oauth) : []));
