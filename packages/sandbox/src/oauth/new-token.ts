import { createHmac } from 'node:crypto';
import type { Random } from '../random.ts';

/** An opaque token or code, which says of itself that it opens nothing but the sandbox. */
export const newToken = (random: Random): string => `sandbox-${`${random.uuid()}${random.uuid()}`.replaceAll('-', '')}`;

const part = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url');

/** A JSON Web Token, signed with a key that opens nothing but the sandbox. */
export const newJwt = (claims: Readonly<Record<string, unknown>>): string => {
  const content = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${content}.${createHmac('sha256', 'patchbay-sandbox').update(content).digest('base64url')}`;
};
