import { parseJson } from '../request/parse-json.ts';
import type { HttpResponse } from '../request/transport.ts';
import { fromBase64url } from './base64.ts';

const longest = 100 * 365 * 86_400_000;

/** The `exp` of a JWT in milliseconds since 1970, without a check of its signature: only its issuer can do that. */
export const jwtExpiry = (token: string): number | undefined => {
  const claims = fromBase64url(token.split('.')[1] ?? '');
  if (!claims) return undefined;
  try {
    const { exp } = Object(parseJson(claims)) as { exp?: unknown };
    return typeof exp === 'number' && Number.isFinite(exp) ? exp * 1000 : undefined;
  } catch {
    return undefined;
  }
};

const secondsOf = (value: unknown): number =>
  typeof value === 'number' || typeof value === 'string' ? Number(value) : 0;

/**
 * Milliseconds that a new access token lives from now on; `undefined` when nothing tells, and only a refusal will. What a JWT
 * says is an instant of the vendor's clock, so it is held against the vendor's own `Date`.
 * @param now instant of the answer by this machine's clock
 */
export const lifetimeOf = (
  accessToken: string,
  isJwt: boolean,
  expiresIn: unknown,
  { headers }: Pick<HttpResponse, 'headers'>,
  now: number,
): number | undefined => {
  const expiry = isJwt ? jwtExpiry(accessToken) : undefined;
  const byExpiry = expiry === undefined ? 0 : expiry - (Date.parse(headers.date ?? '') || now);
  const lifetime = byExpiry > 0 ? byExpiry : secondsOf(expiresIn) * 1000;
  return lifetime > 0 ? Math.min(lifetime, longest) : undefined;
};
