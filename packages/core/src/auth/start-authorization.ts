import type { AuthorizationCodeDialect } from '../define/auth-scheme.ts';
import { base64url } from './base64.ts';
import { filledIn, type OAuthClient } from './oauth-client.ts';

/** The host's cryptography. */
export interface CryptoPort {
  /** Bytes that nobody can guess */
  randomBytes(size: number): Uint8Array;
  sha256(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** A question that was put to a person in a browser, kept until the answer comes back. Holds secrets. */
export interface PendingAuthorization {
  readonly state: string;
  /** Secret of PKCE */
  readonly verifier?: string;
  readonly redirectUri: string;
}

/** Where the browser is to be sent, and what has to be known when it comes back. */
export interface StartedAuthorization {
  readonly url: string;
  readonly pending: PendingAuthorization;
}

const encoded = (query: Readonly<Record<string, string>>): string =>
  // Not URLSearchParams: it writes a space as `+`, which not every service reads as one.
  Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/**
 * Begins the authorization code grant.
 * @param crypto what makes `state` and the secret of PKCE
 */
export const startAuthorization = async (
  client: OAuthClient<AuthorizationCodeDialect>,
  crypto: CryptoPort,
): Promise<StartedAuthorization> => {
  const { authorize, stateBytes = 16 } = client.scheme.oauth;
  const state = base64url(crypto.randomBytes(stateBytes));
  const verifier = client.pkce ? base64url(crypto.randomBytes(32)) : undefined;
  const challenge = verifier && base64url(await crypto.sha256(new TextEncoder().encode(verifier)));
  const query = filledIn(authorize.query, {
    ...client.values,
    state,
    code_challenge: challenge,
    code_challenge_method: challenge && 'S256',
  });
  return {
    url: `${client.authorizeUrl}${client.authorizeUrl.includes('?') ? '&' : '?'}${encoded(query)}`,
    pending: { state, redirectUri: client.values.redirect_uri ?? '', ...(verifier && { verifier }) },
  };
};
