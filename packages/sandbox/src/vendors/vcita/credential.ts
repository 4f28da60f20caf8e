import type { Random } from '../../random.ts';
import type { Twin } from '../../twin.ts';
import { newId } from './new-id.ts';

/** Which of the twin's tokens a request came with. */
export type TokenKind = 'token' | 'app_token' | 'directory_token';

const secret = (random: Random): string => `sandbox-${random.uuid().replaceAll('-', '')}`;

/** The tokens of the sandbox's only business, of an app that is installed in it and of its partner's directory. */
export const vcitaCredential = (random: Random): Readonly<Record<TokenKind, string>> => ({
  token: secret(random),
  app_token: secret(random),
  directory_token: secret(random),
});

const kinds: readonly TokenKind[] = ['token', 'app_token', 'directory_token'];

/** The credential behind a request; `undefined` when there is none, an unknown one, or one for another business. */
export const credentialOf = (headers: Headers, { credential, store }: Twin): string | undefined => {
  const given = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  const kind = kinds.find((name) => given !== undefined && credential[name] === given);
  return kind && actingFor(kind, headers, { store });
};

/** A credential with whether it names the business that it acts for; `undefined` when that is not known. */
export const actingFor = (name: string, headers: Headers, { store }: Pick<Twin, 'store'>): string | undefined => {
  const business = headers.get('x-on-behalf-of');
  if (business === null) return name;
  return store.find('business', business) ? `${name}:on-behalf` : undefined;
};

/** The token of a credential. */
export const tokenOf = (credential: string): TokenKind => credential.split(':')[0] as TokenKind;

/** The business of the sandbox; its identifier comes from the records' row of random numbers. */
export const ownBusinessId = ({ store }: Twin): string => store.rows('business')[0]?.id ?? '';

/** An opaque text as vcita's identifiers are, for a file or a token. */
export const newSecret = (random: Random): string => `${newId('token', random)}${newId('token', random)}`;
