import type { Random } from '../../random.ts';
import type { Twin } from '../../twin.ts';

/** Which of the twin's tokens a request came with. All are of the same person. */
export type TokenKind = 'token' | 'readOnlyToken' | 'customToken';

const token = (random: Random): string => `nft_user_sandbox${random.uuid().replaceAll('-', '').slice(-16)}`;

/** Personal access tokens: with full access, for reading only, and a fine-grained one. They open nothing but the sandbox. */
export const niftyCredential = (random: Random): Readonly<Record<TokenKind, string>> => ({
  token: token(random),
  readOnlyToken: token(random),
  customToken: token(random),
});

/** The token behind a request; `undefined` when there is none, or an unknown one. */
export const credentialOf = (headers: Headers, { credential }: Twin): string | undefined => {
  const given = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  return Object.keys(credential).find((kind) => given !== undefined && credential[kind] === given);
};
