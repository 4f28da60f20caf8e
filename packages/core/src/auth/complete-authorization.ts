import type { AuthorizationCodeDialect } from '../define/auth-scheme.ts';
import { isConnectorError } from '../errors/connector-error.ts';
import { GrantError, type GrantReason } from '../errors/grant-error.ts';
import type { Clock, Transport } from '../request/transport.ts';
import type { OAuthClient } from './oauth-client.ts';
import { sameText } from './same-text.ts';
import type { PendingAuthorization } from './start-authorization.ts';
import { readTokenAnswer, type TokenGrant } from './token-answer.ts';
import { codeRequest } from './token-request.ts';

/** What the browser brought to the redirect URI: a query, read by the host or not. */
export type CallbackQuery = URLSearchParams | Readonly<Record<string, unknown>>;

const valuesOf = (query: CallbackQuery, name: string): unknown[] =>
  query instanceof URLSearchParams ? query.getAll(name) : name in query ? [query[name]].flat() : [];

/** A parameter that came once, as RFC 6749 wants it. */
const only = (query: CallbackQuery, name: string): string | undefined => {
  const [value, ...more] = valuesOf(query, name);
  return typeof value === 'string' && value !== '' && more.length === 0 ? value : undefined;
};

/** Finds a question by what came back: `pendingAuthorizations().take(stateOf(query))`. */
export const stateOf = (query: CallbackQuery): string | undefined => only(query, 'state');

const failed = (
  { vendor }: OAuthClient,
  message: string,
  reason: GrantReason,
  advice = 'Connect the account again',
  cause?: unknown,
): GrantError =>
  new GrantError(message, {
    code: 'AUTHORIZATION_FAILED',
    reason,
    vendor: vendor.name,
    advice,
    ...(cause ? { cause } : {}),
  });

// Words from the address bar: anybody can have written them, so only what RFC 6749 names is repeated.
const callbackErrors: Readonly<Record<string, string>> = {
  access_denied: 'the connection was not allowed there',
  unauthorized_client: 'the app may not connect accounts this way',
  unsupported_response_type: 'the app may not connect accounts this way',
  invalid_request: 'it did not accept the request; check the client ID and the redirect URI of the app',
  invalid_scope: 'it does not know one of the scopes, or the app does not have it',
  server_error: 'it failed',
  temporarily_unavailable: 'it is down for the moment',
};

/**
 * The code in what the browser brought back.
 * @throws GrantError `AUTHORIZATION_FAILED` when it is not the answer to this question, or says no
 */
export const readCallback = (client: OAuthClient, pending: PendingAuthorization, query: CallbackQuery): string => {
  const { label } = client.vendor;
  if (!sameText(stateOf(query) ?? '', pending.state))
    throw failed(
      client,
      `What came back is not ${label}'s answer to a connection that was started here: its state is not the one that was sent`,
      'not-asked',
      'Start again with the connect button, in one browser and within ten minutes',
    );
  const [error] = valuesOf(query, 'error');
  if (error !== undefined) {
    const known = typeof error === 'string' && Object.hasOwn(callbackErrors, error) ? callbackErrors[error] : undefined;
    throw failed(
      client,
      `${label} did not connect the account: ${known ?? 'it said no without a known reason'}`,
      error === 'access_denied' ? 'denied' : 'refused',
    );
  }
  const code = only(query, 'code');
  if (code === undefined || code.length > 8192)
    throw failed(client, `${label} sent the browser back without a code`, 'refused');
  return code;
};

/** What the exchange of a code needs of the host. */
export interface ExchangePorts {
  readonly transport: Transport;
  readonly clock: Clock;
}

/**
 * Second half of the authorization code grant: checks what the browser brought back and asks for tokens, once, since a code works
 * once. Call it at once: some codes live for 30 seconds.
 * @throws GrantError `AUTHORIZATION_FAILED`
 */
export const completeAuthorization = async (
  client: OAuthClient<AuthorizationCodeDialect>,
  pending: PendingAuthorization,
  query: CallbackQuery,
  { transport, clock }: ExchangePorts,
): Promise<TokenGrant> => {
  const request = codeRequest(client, pending, readCallback(client, pending, query));
  const { label } = client.vendor;
  const response = await transport(request, { anonymous: true }).catch((cause: unknown) => {
    const why = isConnectorError(cause) ? `: ${cause.summary}` : '';
    throw failed(client, `No tokens came from ${label}${why}`, 'answer-lost', 'Connect again', cause);
  });
  const answer = readTokenAnswer(client, request, response, clock.now());
  if ('grant' in answer) return answer.grant;
  const { meaning, error } = answer.refusal;
  const { codeSeconds } = client.scheme.oauth;
  if (meaning === 'spent')
    throw failed(
      client,
      `${label} did not take the code: it was used before or is too old${codeSeconds ? ` (it lives for ${codeSeconds} s)` : ''}`,
      'spent',
      'Connect again',
      error,
    );
  throw failed(client, error.summary, 'refused', error.advice, error);
};
