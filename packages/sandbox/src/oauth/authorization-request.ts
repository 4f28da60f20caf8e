import type { Twin } from '../twin.ts';
import { type OAuthApp, redirectProblem } from './apps.ts';
import type { AuthorizationServer } from './authorization-server.ts';
import type { Code } from './codes.ts';

/** What an app asks a person for. */
export interface AuthorizationRequest {
  readonly app: OAuthApp;
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly scopes: readonly string[];
  readonly challenge: Code['challenge'];
}

const once = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
];

const challengeIn = (query: URLSearchParams): Code['challenge'] => {
  const value = query.get('code_challenge');
  return value ? { value, method: query.get('code_challenge_method') ?? 'plain' } : undefined;
};

/**
 * Reads the query of a consent page.
 * @returns a text that says what is wrong with it, for the person who stands before it
 */
export const readAuthorizationRequest = (
  { settings }: Twin,
  { apps, person }: AuthorizationServer,
  query: URLSearchParams,
): AuthorizationRequest | string => {
  const twice = once.find((name) => query.getAll(name).length > 1);
  if (twice !== undefined) return `${twice} stands in the address more than once.`;
  const app = apps.find(query.get('client_id') ?? '');
  if (!app) return 'The client ID is not known: check it in the credential of the app that sent you here.';
  const redirectUri = query.get('redirect_uri');
  if (!redirectUri) return 'The redirect URI is missing: the app has to say where to send you back to.';
  const problem = redirectProblem(app, redirectUri, settings.allowHosts);
  if (problem !== undefined) return `The redirect URI ${problem}.`;
  if (query.get('response_type') !== 'code') return 'response_type must be “code”.';
  const challenge = person.pkce === undefined ? undefined : challengeIn(query);
  if (challenge && challenge.method !== 'S256' && challenge.method !== 'plain')
    return 'code_challenge_method must be “S256”.';
  // Services take commas and spaces alike.
  const scopes = (query.get('scope') ?? '').split(/[\s,]+/).filter((scope) => scope !== '');
  return { app, redirectUri, state: query.get('state') ?? undefined, scopes, challenge };
};

const longestState = 64;

const withoutPlus = (state: string): string => state.replaceAll('+', ' ').slice(0, longestState);

/** Where the browser is sent back to. */
export const callbackUrl = (
  { alterState }: Pick<AuthorizationServer, 'alterState'>,
  { redirectUri, state }: Pick<AuthorizationRequest, 'redirectUri' | 'state'>,
  result: readonly [name: string, value: string],
): string => {
  const back = state !== undefined && alterState ? withoutPlus(state) : state;
  const pairs = [result, ...(back === undefined ? [] : [['state', back] as const])];
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`;
};
