import { choice, dateTime, id, integer, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';

/** Tokens for apps; only partners can make an app. */
export const auth = defineResource({
  name: 'auth',
  label: 'Token',
  description: 'Tokens for apps; they are shown only where secrets are asked for',
  key: 'access_token',
  title: 'token_type',
  fields: {
    access_token: text('Token', { secret: true, readOnly: true }),
    token_type: text('Kind of token', { readOnly: true }),
    expires_in: integer('Lifetime', { unit: 'seconds', readOnly: true }),
    created_at: dateTime('When it was made; a number of seconds from the code', { readOnly: true }),
  },
  operations: {
    token: {
      route: 'POST /oauth/token',
      summary: 'Exchange a code for a token',
      body: {
        fields: {
          grant_type: choice(['authorization_code'], 'Kind of grant', {
            required: true,
            default: 'authorization_code',
          }),
          client_id: id('Client ID of the app', { label: 'Client ID', required: true }),
          client_secret: text('Client secret of the app', { required: true, secret: true }),
          code: text('Code: lives 30 seconds, works once', { required: true, secret: true }),
          redirect_uri: url('The redirect URI of the authorization', { label: 'Redirect URI', required: true }),
          code_verifier: text('Only with PKCE', { secret: true }),
        },
      },
      returns: 'one',
      itemPath: '',
      tier: 2,
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/platform_administration/legacy/oauth.json',
    },
    serviceToken: {
      route: 'POST /oauth/service/token',
      summary: 'Get a token of an app',
      description: 'Lives an hour',
      body: {
        fields: {
          service_id: id('Client ID of the app', { label: 'Client ID', required: true }),
          service_secret: text('Client secret of the app', { label: 'Client Secret', required: true, secret: true }),
        },
      },
      returns: 'one',
      itemPath: '',
      tier: 2,
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/apps/legacy/legacy_token.json',
    },
  },
});
