import type { Twin } from '../twin.ts';
import type { AuthorizationServer, GivenTokens, OAuthMode } from './authorization-server.ts';

/** The OAuth of a twin as a test or a demo uses it. */
export interface OAuthSandbox {
  /** The seeded app. Any redirect URI on this machine will do for it */
  readonly app: { readonly client_id: string; readonly client_secret: string };
  /**
   * `strict`: token requests have to be as the vendor documents them. `lenient`: content as form or JSON, the client in a
   * Basic header or in the content, a renewal without redirect URI. Rotation, single use and expiry hold in both.
   */
  mode: OAuthMode;
  /** `state` comes back with spaces for `+`, and cut after 64 characters. @default false */
  alterState: boolean;
  /** Seconds that access tokens live from now on; `undefined` is as long as the vendor's */
  tokenSeconds: number | undefined;
  /** Refresh requests that were granted */
  readonly renewals: number;
  /** Refresh requests that came with a used-up token */
  readonly reused: number;
  /** All access tokens have expired; refresh tokens stay. */
  expireTokens(): void;
  /** All grants are gone, with all their tokens. */
  revoke(): void;
  /** A code as if somebody had allowed the seeded app to connect, and the browser had come back with it. */
  code(redirectUri: string): string;
  /** Tokens as if somebody had allowed the seeded app to have them. */
  issue(): GivenTokens;
}

/** Ends all access tokens of a twin. */
export const expireTokens = (twin: Twin, { grants }: AuthorizationServer): void => {
  grants.expire();
  twin.tell('sandbox', 'All access tokens have expired');
  twin.touched();
};

/** Ends all grants of a twin. */
export const revoke = (twin: Twin, { grants, codes }: AuthorizationServer): void => {
  grants.clear();
  codes.clear();
  twin.tell('sandbox', 'All connections were revoked');
  twin.touched();
};

/** @throws Error for a twin without OAuth */
export const oauthSandbox = (twin: Twin): OAuthSandbox => {
  const { oauth: server } = twin;
  if (!server) throw new Error(`The sandbox plays no OAuth of ${twin.vendor.label}`);
  const { clientId, clientSecret } = server.apps.seeded;
  return {
    app: { client_id: clientId, client_secret: clientSecret },
    get mode() {
      return server.mode;
    },
    set mode(mode) {
      server.mode = mode;
      twin.touched();
    },
    get alterState() {
      return server.alterState;
    },
    set alterState(alterState) {
      server.alterState = alterState;
      twin.touched();
    },
    get tokenSeconds() {
      return server.tokenSeconds;
    },
    set tokenSeconds(seconds) {
      server.tokenSeconds = seconds;
    },
    get renewals() {
      return server.renewals;
    },
    get reused() {
      return server.reused;
    },
    expireTokens: () => expireTokens(twin, server),
    revoke: () => revoke(twin, server),
    code: (redirectUri) =>
      server.codes.give({
        app: server.apps.seeded,
        redirectUri,
        state: undefined,
        scopes: [],
        challenge: undefined,
      }),
    issue() {
      const app = server.apps.seeded;
      const { name } = server.rules.person(twin);
      const tokens = server.give(
        server.grants.begin({ app, kind: 'person', who: name, scopes: app.scopes ?? [], redirectUri: undefined }),
      );
      twin.touched();
      return tokens;
    },
  };
};
