import { credentialOfGrant } from '../../oauth/bearer.ts';
import { newJwt } from '../../oauth/new-token.ts';
import type { OAuthRules } from '../../oauth/oauth-rules.ts';
import { actingFor, ownBusinessId } from './credential.ts';

/**
 * vcita's OAuth beyond its dialects. Documented are `invalid_request` and `invalid_client`; the other codes are those of
 * RFC 6749. Scopes are not enforced, as the vendor says.
 */
export const oauth: OAuthRules = {
  tokenType: 'Bearer',
  // The vendor's example: about 20 years.
  tokenSeconds: 631_139_040,
  allows: [
    'See and change clients, appointments, payments and messages of this business',
    'Act as you, a member of staff',
  ],
  person: ({ store }) => ({
    name: String(store.rows('staff')[0]?.display_name ?? ''),
    place: String(store.rows('business')[0]?.name ?? ''),
  }),
  beside: ({ kind, scopes, who }, twin) => {
    const now = twin.scheduler.now();
    // A number of seconds with a code, a text with the app's own token: so the vendor's examples.
    if (kind === 'service') return { created_at: new Date(now).toISOString() };
    const iat = Math.floor(now / 1000);
    const claims = { iss: twin.url, sub: who, business_id: ownBusinessId(twin), iat, exp: iat + 3600 };
    return { created_at: iat, ...(scopes.includes('openid') && { id_token: newJwt(claims) }) };
  },
  refusals: {
    client: { status: 401, message: 'Client authentication failed', code: 'invalid_client' },
    request: { status: 400, message: 'The request is missing a required parameter', code: 'invalid_request' },
    grantType: { status: 400, message: 'The grant type is not supported', code: 'unsupported_grant_type' },
    invalid: { status: 400, message: 'The authorization grant is invalid or expired', code: 'invalid_grant' },
    spent: { status: 400, message: 'The authorization grant was used before', code: 'invalid_grant' },
    scope: { status: 400, message: 'The scope is invalid', code: 'invalid_scope' },
  },
  credentialOf: (grant, headers, twin) => {
    const kind = grant.kind === 'service' ? 'app_token' : 'token';
    return actingFor(`${kind}:${credentialOfGrant(grant)}`, headers, twin);
  },
};
