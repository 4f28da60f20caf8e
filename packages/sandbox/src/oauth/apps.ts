import { isLoopbackHost } from '../loopback.ts';
import { createRandom } from '../random.ts';

/** An app that may ask for tokens. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  /** Redirect URIs that are registered; left out for any on this machine */
  readonly redirectUris?: () => readonly string[];
  /** Scopes that it may ask for; left out for any */
  readonly scopes?: readonly string[] | undefined;
  /** The consent page is skipped */
  readonly trusted?: () => boolean;
  readonly tokenFormat?: 'opaque' | 'jwt';
}

/** The apps that a vendor knows. */
export interface Apps {
  readonly seeded: OAuthApp;
  find(clientId: string): OAuthApp | undefined;
  add(app: OAuthApp): void;
  /** Only the seeded one is left. */
  reset(): void;
}

/** The seeded app and those to come; the same seed gives the same one. */
export const createApps = (vendor: string, seed: number, scopes: readonly string[] | undefined): Apps => {
  const random = createRandom(seed ^ 0xa990);
  const word = (): string => random.uuid().replaceAll('-', '').slice(-16);
  const seeded: OAuthApp = {
    clientId: `${vendor}-app-${word()}`,
    clientSecret: `sandbox-${word()}${word()}`,
    name: 'Patchbay',
    scopes,
  };
  const apps = new Map([[seeded.clientId, seeded]]);
  return {
    seeded,
    find: (clientId) => apps.get(clientId),
    add(app) {
      apps.set(app.clientId, app);
    },
    reset() {
      apps.clear();
      apps.set(seeded.clientId, seeded);
    },
  };
};

/**
 * What is wrong with a redirect URI; `undefined` when codes may be sent there.
 * @param hosts allowed beside this machine
 */
export const redirectProblem = (app: OAuthApp, text: string, hosts: readonly string[]): string | undefined => {
  if (!URL.canParse(text)) return 'is not an absolute URL';
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return 'must start with http:// or https://';
  if (text.includes('#') || username || password) return 'must have no fragment and no user in it';
  const registered = app.redirectUris?.();
  if (registered) return registered.includes(text) ? undefined : 'is not one of those registered on the app';
  if (isLoopbackHost(hostname) || hosts.includes(hostname)) return undefined;
  return 'is not on this machine: start the sandbox with that host allowed';
};
