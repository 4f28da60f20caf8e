import type { AuthorizationCodeDialect, OAuthScheme, ServiceDialect } from '../../define/auth-scheme.ts';
import { flag, id, text, url } from '../../define/field.ts';

const authorizeUrl = 'https://app.vcita.com/app/oauth/authorize';
const tokenUrl = 'https://api.vcita.biz/oauth/token';
const directTokenUrl = 'https://api2.vcita.com/oauth/token';

const app = {
  client_id: id('Client ID of the app', { label: 'Client ID', required: true }),
  client_secret: text('Client secret of the app, shown once', { required: true, secret: true }),
};
const partnersOnly =
  'Only a partner can make an app, with a directory token (POST /platform/v1/apps): ask vcita or your partner for one';
const headers = { Authorization: 'Bearer {access_token}' };
const invalidClient = 'Check the client ID and the client secret: vcita does not know them';

/**
 * OAuth 2 of a signed-in member of staff. The token lives about 20 years by the vendor's example and cannot be renewed.
 * PKCE is left to the user: a `code_verifier` is accepted, but that the consent page keeps a `code_challenge` is uncertain,
 * and a verifier without one may be refused.
 */
export const oauth: OAuthScheme<AuthorizationCodeDialect> = {
  name: 'oauth',
  label: 'OAuth2',
  description: partnersOnly,
  fields: {
    ...app,
    scope: text('Scopes with spaces between them; vcita asks for none', { label: 'Scopes', example: 'openid' }),
    authorize_url: url(
      'Page where the user allows it; a partner has its own: https://{brand_host}/app/oauth/authorize',
      {
        label: 'Authorization URL',
        default: authorizeUrl,
      },
    ),
    pkce: flag('Protect the code with PKCE; vcita does not say that its page supports it', { label: 'Use PKCE' }),
  },
  headers,
  test: 'user.getMe',
  source: 'vcita/developers-hub:swagger/platform_administration/legacy/oauth.json',
  oauth: {
    grant: 'authorization_code',
    authorize: {
      url: authorizeUrl,
      path: '/app/oauth/authorize',
      query: {
        response_type: 'code',
        client_id: '{client_id}',
        redirect_uri: '{redirect_uri}',
        scope: '{scope}',
        state: '{state}',
        code_challenge: '{code_challenge}',
        code_challenge_method: '{code_challenge_method}',
      },
    },
    scopeSeparator: ' ',
    pkce: 'whenAsked',
    codeSeconds: 30,
    token: {
      url: tokenUrl,
      alternatives: [directTokenUrl],
      path: '/oauth/token',
      encoding: 'json',
      clientAuthentication: 'client_secret_post',
      success: 200,
      advice: { 401: invalidClient },
    },
    code: {
      grant_type: 'authorization_code',
      client_id: '{client_id}',
      client_secret: '{client_secret}',
      code: '{code}',
      redirect_uri: '{redirect_uri}',
      code_verifier: '{code_verifier}',
    },
    evidence: 'documented',
  },
};

/** Token of the app itself, for the operations that are open to apps only. It lives an hour and is asked for again. */
export const service: OAuthScheme<ServiceDialect> = {
  name: 'service',
  label: 'App Token',
  description: `For operations that only an app may call. ${partnersOnly}`,
  fields: app,
  headers,
  test: 'invoice.list',
  source: 'vcita/developers-hub:swagger/apps/legacy/legacy_token.json',
  oauth: {
    grant: 'service',
    token: {
      url: 'https://api.vcita.biz/oauth/service/token',
      path: '/oauth/service/token',
      encoding: 'json',
      clientAuthentication: 'client_secret_post',
      success: 200,
      advice: { 401: invalidClient },
    },
    request: { service_id: '{client_id}', service_secret: '{client_secret}' },
    evidence: 'documented',
  },
};
