import type { OAuthRules } from '../../oauth/oauth-rules.ts';
import { integrationUser } from './records/user-rules.ts';

/**
 * vPlan's OAuth beyond its dialect. Documented are 409 for what was used before and one hour; the other refusals are those that
 * the API has for such cases.
 */
export const oauth: OAuthRules = {
  tokenType: 'access_token',
  tokenSeconds: 3600,
  allows: [
    'Read and change all planning of this environment: boards, collections, cards, orders, resources',
    'Write comments and attachments in your name',
  ],
  person: (twin) => ({
    name: String(integrationUser(twin)?.fullname ?? 'Koppeling ERP'),
    place: 'Kozijnfabriek De Linden',
  }),
  refusals: {
    client: { status: 401, message: 'Invalid client' },
    request: { status: 400, message: 'Bad request' },
    grantType: { status: 400, message: 'Unsupported grant type' },
    invalid: { status: 400, message: 'Invalid grant' },
    spent: { status: 409, message: 'Already used' },
    scope: { status: 403, message: 'Forbidden' },
  },
};
