import type { OAuthApp } from './apps.ts';

/** What an app was allowed to do, for whom. */
export interface Grant {
  readonly id: number;
  readonly app: OAuthApp;
  /** `service`: the app acts for itself */
  readonly kind: 'person' | 'service';
  /** Who allowed it */
  readonly who: string;
  readonly scopes: readonly string[];
  /** The one of the authorization; unknown for a grant that nobody asked for */
  readonly redirectUri: string | undefined;
  /** Milliseconds since 1970 */
  readonly since: number;
  /** Of the newest access token */
  expiresAt: number;
  renewals: number;
}

/** A refresh token as it is kept. */
export interface RefreshToken {
  readonly grant: Grant;
  readonly expiresAt: number;
  spent: boolean;
}

/** Grants with their tokens. */
export interface Grants {
  begin(grant: Omit<Grant, 'id' | 'since' | 'expiresAt' | 'renewals'>): Grant;
  /** Puts a token of a grant in force. Those before stay so until their own end. */
  access(grant: Grant, token: string, expiresAt: number): void;
  refresh(grant: Grant, token: string, expiresAt: number): void;
  /** The grant of an access token that is in force */
  behind(accessToken: string): Grant | undefined;
  refreshToken(token: string): RefreshToken | undefined;
  find(id: number): Grant | undefined;
  all(): readonly Grant[];
  /** Ends all access tokens. */
  expire(): void;
  /** Forgets all grants. */
  clear(): void;
}

/** Grants on the given clock. */
export const createGrants = (now: () => number): Grants => {
  const grants = new Map<number, Grant>();
  const accessTokens = new Map<string, { readonly grant: Grant; readonly expiresAt: number }>();
  const refreshTokens = new Map<string, RefreshToken>();
  let id = 0;
  return {
    begin(values) {
      const grant: Grant = { ...values, id: ++id, since: now(), expiresAt: now(), renewals: 0 };
      grants.set(grant.id, grant);
      return grant;
    },
    access(grant, token, expiresAt) {
      for (const [old, kept] of accessTokens) if (kept.expiresAt <= now()) accessTokens.delete(old);
      accessTokens.set(token, { grant, expiresAt });
      grant.expiresAt = expiresAt;
    },
    refresh(grant, token, expiresAt) {
      refreshTokens.set(token, { grant, expiresAt, spent: false });
    },
    behind(token) {
      const found = accessTokens.get(token);
      return found && found.expiresAt > now() ? found.grant : undefined;
    },
    refreshToken: (token) => refreshTokens.get(token),
    find: (wanted) => grants.get(wanted),
    all: () => [...grants.values()],
    expire() {
      accessTokens.clear();
      for (const grant of grants.values()) grant.expiresAt = Math.min(grant.expiresAt, now());
    },
    clear() {
      grants.clear();
      accessTokens.clear();
      refreshTokens.clear();
    },
  };
};
