import type { AuthorizationCodeDialect, OAuthScheme } from '../../define/auth-scheme.ts';
import { choice, id, text } from '../../define/field.ts';

const tokenUrl = 'https://developer.mostwanted.io/api/v1/oauth/token';
const sampleTokenUrl = 'https://api.vplan.com/v1/oauth/token';

// Id and secret travel as fields; the redirect URI is wanted for a renewal too.
const client = { client_id: '{client_id}', client_secret: '{client_secret}', redirect_uri: '{redirect_uri}' };

/**
 * OAuth 2 of vPlan. `token_type` of an answer reads `access_token`, the scheme of the header is Bearer all the same. No
 * scopes, no PKCE and no call to revoke are documented; whether `GET /me` answers under OAuth is not known.
 */
export const oauth: OAuthScheme<AuthorizationCodeDialect> = {
  name: 'oauth',
  label: 'OAuth2',
  description:
    'Make an app at developer.vplan.com; its secret is shown once. Who connects becomes the author of comments and ' +
    'attachments: connect as a user made for that',
  fields: {
    client_id: id('Client ID of the app', { label: 'Client ID', required: true }),
    client_secret: text('Client secret of the app', { required: true, secret: true }),
    token_url: choice(
      [tokenUrl, sampleTokenUrl],
      "Where tokens come from: vPlan's text names the first, its sample the second",
      {
        label: 'Token URL',
        default: tokenUrl,
      },
    ),
  },
  headers: { Authorization: 'Bearer {access_token}' },
  test: 'me.get',
  source: 'https://docs.api.vplan.com/token-exchange-3589291e0',
  oauth: {
    grant: 'authorization_code',
    authorize: {
      url: 'https://developer.mostwanted.io/api/v1/oauth/authorize',
      path: '/oauth/authorize',
      query: {
        response_type: 'code',
        client_id: '{client_id}',
        redirect_uri: '{redirect_uri}',
        state: '{state}',
      },
    },
    secureRedirect: true,
    codeSeconds: 600,
    token: {
      url: tokenUrl,
      alternatives: [sampleTokenUrl],
      path: '/oauth/token',
      encoding: 'form',
      clientAuthentication: 'client_secret_post',
      success: 200,
      spent: 409,
      advice: { 401: 'Check the client ID and the client secret: vPlan does not know them' },
    },
    code: { ...client, grant_type: 'authorization_code', code: '{code}', state: '{state}' },
    refresh: {
      fields: { ...client, grant_type: 'refresh_token', refresh_token: '{refresh_token}' },
      singleUse: true,
      seconds: 31_536_000,
    },
    accessToken: 'jwt',
    evidence: 'documented',
  },
};
