import type { AuthorizationCodeDialect, OAuthScheme } from '../../define/auth-scheme.ts';
import { id, text, url } from '../../define/field.ts';

const authorizeUrl = 'https://nifty.pm/authorize';
const scopes = 'file,label,doc,milestone,message,subtask,project,task_group,task,subteam,member,folder';

/**
 * OAuth 2 of Nifty. `state` does not always come back as it was sent: `+` arrives as a space and long values were seen cut,
 * so it is 16 characters here. Lifetimes, rotation of refresh tokens and PKCE are not stated.
 */
export const oauth: OAuthScheme<AuthorizationCodeDialect> = {
  name: 'oauth',
  label: 'OAuth2',
  description:
    'Make an app in Nifty under Profile settings > App Center > Integrate with API, with the redirect URL of this host and ' +
    'the same scopes ticked. The API needs the Business plan or higher',
  fields: {
    client_id: id('Client ID of the app', { label: 'Client ID', required: true }),
    client_secret: text('Client secret of the app', { required: true, secret: true }),
    scope: text(
      'Scopes that are ticked on the app, separated by commas; Statuses are task_group, Portfolios are subteam',
      {
        label: 'Scopes',
        required: true,
        default: scopes,
      },
    ),
    authorize_url: url(
      'Page where the user allows it; a workspace may have its own: https://<workspace>.nifty.pm/authorize',
      {
        label: 'Authorization URL',
        default: authorizeUrl,
      },
    ),
  },
  headers: { Authorization: 'Bearer {access_token}' },
  test: 'user.me',
  source: 'https://developers.niftypm.com/ (Generate Token)',
  oauth: {
    grant: 'authorization_code',
    authorize: {
      url: authorizeUrl,
      path: '/authorize',
      query: {
        response_type: 'code',
        client_id: '{client_id}',
        redirect_uri: '{redirect_uri}',
        scope: '{scope}',
        state: '{state}',
      },
    },
    scopeSeparator: ',',
    stateBytes: 12,
    token: {
      url: 'https://openapi.niftypm.com/oauth/token',
      path: '/oauth/token',
      encoding: 'json',
      clientAuthentication: 'client_secret_basic',
      success: 201,
      advice: {
        401: 'Check the client ID and the client secret of the app; if they are right, connect again',
        403: 'Tick the scopes on the app in Nifty, check that its workspace has the Business plan, and connect again',
        405: 'Check the base URL: this address gives no tokens',
      },
    },
    code: { grant_type: 'authorization_code', code: '{code}', redirect_uri: '{redirect_uri}' },
    refresh: { fields: { grant_type: 'refresh_token', refresh_token: '{refresh_token}' } },
    evidence: 'documented',
  },
};
