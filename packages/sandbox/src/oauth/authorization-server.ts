import type { AuthorizationCodeDialect, OAuthDialect, ServiceDialect, Vendor } from '@patchbay/core';
import { createRandom } from '../random.ts';
import type { Scheduler } from '../scheduler.ts';
import { type Apps, createApps, type OAuthApp } from './apps.ts';
import { type Codes, createCodes } from './codes.ts';
import { createGrants, type Grant, type Grants } from './grants.ts';
import { newJwt, newToken } from './new-token.ts';
import type { OAuthRules } from './oauth-rules.ts';

/** Whether token requests have to be exactly as documented, or may be as other clients send them. */
export type OAuthMode = 'strict' | 'lenient';

/** Tokens as they are given. */
export interface GivenTokens {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
}

/** Where a vendor's tokens come from. */
export interface AuthorizationServer {
  readonly rules: OAuthRules;
  readonly person: AuthorizationCodeDialect;
  /** How an app asks for itself, where it can */
  readonly service: ServiceDialect | undefined;
  /** Where tokens are given, below the base URL */
  readonly tokenPaths: ReadonlySet<string>;
  readonly apps: Apps;
  readonly codes: Codes;
  readonly grants: Grants;
  mode: OAuthMode;
  /** `state` comes back with spaces for `+`, and with 64 characters at most */
  alterState: boolean;
  /** Lifetime of access tokens from now on; `undefined` is the vendor's own */
  tokenSeconds: number | undefined;
  /** Refresh requests that were granted, and that came with a used-up token */
  renewals: number;
  reused: number;
  /** Tokens of a grant: an access token and, where the vendor has them, a new refresh token. */
  give(grant: Grant): GivenTokens;
  /** Grant of an app for itself */
  serviceGrant(app: OAuthApp): Grant;
  /** Grants, codes, further apps and counts are gone. */
  reset(): void;
}

const dialectOf = <Name extends OAuthDialect['grant']>(
  { auth }: Vendor,
  grant: Name,
): Extract<OAuthDialect, { grant: Name }> | undefined =>
  Object.values(auth)
    .map(({ oauth }) => oauth)
    .find((oauth): oauth is Extract<OAuthDialect, { grant: Name }> => oauth?.grant === grant);

/** Where tokens are given, below the base URL. */
export const tokenPathsOf = ({ auth }: Vendor): ReadonlySet<string> =>
  new Set(Object.values(auth).flatMap(({ oauth }) => (oauth ? [oauth.token.path] : [])));

const usualCodeSeconds = 600;
/** Where the vendor tells nothing of the end of a refresh token, it has none. */
const never = Number.POSITIVE_INFINITY;
const serviceSeconds = 3600;

/** What an authorization server is made of. */
export interface ServerParts {
  readonly vendor: Vendor;
  readonly rules: OAuthRules | undefined;
  readonly seed: number;
  readonly mode: OAuthMode;
  readonly scheduler: Pick<Scheduler, 'now'>;
  readonly issuer: string;
}

/** The authorization server of a vendor; `undefined` where OAuth is not played. */
export const createAuthorizationServer = ({
  vendor,
  rules,
  seed,
  mode,
  scheduler: { now },
  issuer,
}: ServerParts): AuthorizationServer | undefined => {
  const person = dialectOf(vendor, 'authorization_code');
  if (!rules || !person) return undefined;
  const random = createRandom(seed ^ 0x0a07);
  const secret = (): string => newToken(random);
  const grants = createGrants(now);
  const apps = createApps(vendor.name, seed, rules.scopes);
  const codes = createCodes(now, secret, person.codeSeconds ?? rules.codeSeconds ?? usualCodeSeconds);

  const accessToken = ({ app, who, kind }: Grant, expiresAt: number): string => {
    const format = kind === 'person' ? person.accessToken : undefined;
    if (format !== 'jwt' && app.tokenFormat !== 'jwt') return secret();
    const seconds = (instant: number): number => Math.floor(instant / 1000);
    return newJwt({ iss: issuer, sub: who, iat: seconds(now()), exp: seconds(expiresAt), jti: secret() });
  };

  const server: AuthorizationServer = {
    rules,
    person,
    service: dialectOf(vendor, 'service'),
    tokenPaths: tokenPathsOf(vendor),
    apps,
    codes,
    grants,
    mode,
    alterState: false,
    tokenSeconds: undefined,
    renewals: 0,
    reused: 0,
    give(grant) {
      const own = grant.kind === 'service' ? serviceSeconds : rules.tokenSeconds;
      const expires_in = server.tokenSeconds ?? own;
      const expiresAt = now() + expires_in * 1000;
      const access_token = accessToken(grant, expiresAt);
      grants.access(grant, access_token, expiresAt);
      if (grant.kind === 'service' || !person.refresh) return { access_token, expires_in };
      const refresh_token = secret();
      const { seconds } = person.refresh;
      grants.refresh(grant, refresh_token, seconds === undefined ? never : now() + seconds * 1000);
      return { access_token, refresh_token, expires_in };
    },
    serviceGrant(app) {
      const known = grants.all().find((grant) => grant.kind === 'service' && grant.app === app);
      return known ?? grants.begin({ app, kind: 'service', who: app.name, scopes: [], redirectUri: undefined });
    },
    reset() {
      grants.clear();
      codes.clear();
      apps.reset();
      server.renewals = 0;
      server.reused = 0;
    },
  };
  return server;
};
