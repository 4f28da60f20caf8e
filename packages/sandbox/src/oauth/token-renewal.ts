import type { Grant } from './grants.ts';
import { noToken } from './no-token.ts';
import type { TokenNotes, TokenRequest } from './token-endpoint.ts';

/**
 * The grant of a refresh token, which is used up by this: each works once.
 * @throws ApiError
 */
export const renewed = ({ twin, server, app, sent }: TokenRequest, notes: TokenNotes): Grant => {
  const kept = server.grants.refreshToken(sent.refresh_token ?? '');
  if (kept?.grant.app !== app) throw noToken(server, 'invalid', 'The refresh token is not known');
  const { grant } = kept;
  if (kept.spent) {
    server.reused++;
    notes.told(`Refused a used refresh token of ${app.name}`);
    throw noToken(server, 'spent', 'The refresh token was used before');
  }
  if (kept.expiresAt <= twin.scheduler.now()) throw noToken(server, 'invalid', 'The refresh token has expired');
  const { redirect_uri } = sent;
  if (redirect_uri !== undefined && grant.redirectUri !== undefined && redirect_uri !== grant.redirectUri)
    throw noToken(server, 'invalid', 'redirect_uri is not the one of the authorization');
  kept.spent = true;
  grant.renewals++;
  server.renewals++;
  return grant;
};
