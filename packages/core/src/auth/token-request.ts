import type { AuthorizationCodeDialect, OAuthFields, ServiceDialect } from '../define/auth-scheme.ts';
import type { HttpRequest } from '../request/transport.ts';
import { base64 } from './base64.ts';
import { filledIn, type OAuthClient } from './oauth-client.ts';
import type { PendingAuthorization } from './start-authorization.ts';

const tokenRequest = (
  client: OAuthClient,
  fields: OAuthFields,
  own: Readonly<Record<string, string | undefined>>,
): HttpRequest => {
  const { encoding, clientAuthentication } = client.scheme.oauth.token;
  const { client_id = '', client_secret = '' } = client.values;
  const body = filledIn(fields, { ...client.values, ...own });
  return {
    method: 'POST',
    url: client.tokenUrl,
    headers: {
      accept: 'application/json',
      'content-type': encoding === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      ...(clientAuthentication === 'client_secret_basic' && {
        Authorization: `Basic ${base64(new TextEncoder().encode(`${client_id}:${client_secret}`))}`,
      }),
    },
    content: encoding === 'json' ? JSON.stringify(body) : new URLSearchParams(body).toString(),
  };
};

/** The request that gives tokens for a code. */
export const codeRequest = (
  client: OAuthClient<AuthorizationCodeDialect>,
  pending: PendingAuthorization,
  code: string,
): HttpRequest =>
  tokenRequest(client, client.scheme.oauth.code, {
    code,
    state: pending.state,
    redirect_uri: pending.redirectUri,
    code_verifier: pending.verifier,
  });

/** The request that gives new tokens for a refresh token; `undefined` where the vendor has none. */
export const refreshRequest = (
  client: OAuthClient<AuthorizationCodeDialect>,
  refreshToken: string,
): HttpRequest | undefined => {
  const { refresh } = client.scheme.oauth;
  return refresh && tokenRequest(client, refresh.fields, { refresh_token: refreshToken });
};

/** The request by which an app asks for a token of its own. */
export const serviceRequest = (client: OAuthClient<ServiceDialect>): HttpRequest =>
  tokenRequest(client, client.scheme.oauth.request, {});
