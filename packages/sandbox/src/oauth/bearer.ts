import type { Twin } from '../twin.ts';
import type { Grant } from './grants.ts';

/** The grant whose access token a request brings; `undefined` when it brings none that is in force. */
export const grantBehind = ({ oauth }: Twin, headers: Headers): Grant | undefined => {
  const token = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  return token === undefined ? undefined : oauth?.grants.behind(token);
};

/** Identifier of the credential that a grant is. */
export const credentialOfGrant = ({ id }: Grant): string => `grant:${id}`;

/** The grant that a credential is; `undefined` for keys and tokens that people make. */
export const grantOf = ({ oauth }: Twin, credential: string): Grant | undefined => {
  const id = /(?:^|:)grant:(\d+)/.exec(credential)?.[1];
  return id === undefined ? undefined : oauth?.grants.find(Number(id));
};
