import { createHash } from 'node:crypto';
import { sameText } from '@patchbay/core';
import type { AuthorizationServer } from './authorization-server.ts';
import type { Code } from './codes.ts';
import type { Grant } from './grants.ts';
import { noToken } from './no-token.ts';
import type { TokenRequest } from './token-endpoint.ts';

const proves = ({ value, method }: NonNullable<Code['challenge']>, verifier: string): boolean =>
  sameText(value, method === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier);

/** A verifier where no challenge came is refused too: without that a code could be swapped for one of the attacker's (RFC 9700). */
const checkProof = (server: AuthorizationServer, { challenge }: Code, verifier: string | undefined): void => {
  if (server.person.pkce === undefined) return;
  if (!challenge && verifier === undefined) return;
  if (!challenge)
    throw noToken(server, 'invalid', 'There is a code_verifier, but no code_challenge came to the consent page');
  if (verifier === undefined || !proves(challenge, verifier))
    throw noToken(server, 'invalid', 'The code_verifier is missing or does not fit the code_challenge');
};

/**
 * The grant that a code stands for. A request that is wrong otherwise leaves the code as it was.
 * @throws ApiError
 */
export const redeemed = ({ twin, server, app, sent }: TokenRequest): Grant => {
  const code = server.codes.find(sent.code ?? '');
  if (code?.app !== app) throw noToken(server, 'invalid', 'The code is not known');
  if (code.spent) throw noToken(server, 'spent', 'The code was used before');
  if (code.expiresAt <= twin.scheduler.now()) throw noToken(server, 'invalid', 'The code has expired');
  if (sent.redirect_uri !== code.redirectUri)
    throw noToken(server, 'invalid', 'redirect_uri is not the one of the authorization');
  if (sent.state !== undefined && sent.state !== code.state)
    throw noToken(server, 'invalid', 'state is not the one of the authorization');
  checkProof(server, code, sent.code_verifier);
  const { scopes } = app;
  const beyond = scopes ? code.scopes.filter((scope) => !scopes.includes(scope)) : [];
  if (beyond.length > 0) throw noToken(server, 'scope', `The app does not have the scope ${beyond.join(', ')}`);
  code.spent = true;
  const { name } = server.rules.person(twin);
  return server.grants.begin({
    app,
    kind: 'person',
    who: name,
    scopes: code.scopes.length > 0 ? code.scopes : (scopes ?? []),
    redirectUri: code.redirectUri,
  });
};
