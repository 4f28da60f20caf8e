import { type Answer, jsonAnswer } from '../api/answer.ts';
import type { Incoming } from '../api/incoming.ts';
import { refusal } from '../api-error.ts';
import { readContent } from '../read-content.ts';
import type { Twin } from '../twin.ts';
import type { OAuthApp } from './apps.ts';
import type { AuthorizationServer } from './authorization-server.ts';
import { clientOf, type DocumentedFields } from './client-authentication.ts';
import { redeemed } from './code-exchange.ts';
import type { Grant } from './grants.ts';
import { noToken } from './no-token.ts';
import { readTokenContent } from './token-content.ts';
import { renewed } from './token-renewal.ts';

/** A token request, read and from a known app. */
export interface TokenRequest {
  readonly twin: Twin;
  readonly server: AuthorizationServer;
  readonly app: OAuthApp;
  readonly sent: Readonly<Record<string, string>>;
}

/** Told of a token request for the log: its content, and in plain words what became of it. */
export interface TokenNotes {
  content(content: string): void;
  told(words: string): void;
}

/** Whether tokens are given at a path. */
export const givesTokens = ({ oauth }: Twin, path: string): boolean => oauth?.tokenPaths.has(path) === true;

const optional = ['state', 'code_verifier', 'client_id', 'client_secret'];

/**
 * Refuses a request that lacks what the vendor asks for.
 * @param documented fields by the dialect
 * @throws ApiError
 */
const checkFields = (
  { server, sent }: Pick<TokenRequest, 'server' | 'sent'>,
  documented: DocumentedFields,
  more: readonly string[],
): void => {
  const left = [...optional, ...more].map((name) => `{${name}}`);
  const missing = Object.entries(documented).filter(([name, template]) => !left.includes(template) && !sent[name]);
  if (missing.length > 0) throw noToken(server, 'request', `${missing.map(([name]) => name).join(', ')} must be there`);
};

const grantFor = (request: TokenRequest, notes: TokenNotes): Grant => {
  const { server, sent, app } = request;
  const { code, refresh } = server.person;
  if (sent.grant_type === 'refresh_token' && refresh) {
    // Hosts that renew by the book of RFC 6749 leave the redirect URI out.
    checkFields(request, refresh.fields, server.mode === 'lenient' ? ['redirect_uri'] : []);
    const grant = renewed(request, notes);
    notes.told(`Renewed the tokens of ${app.name} (${grant.who})`);
    return grant;
  }
  if (sent.grant_type !== undefined && sent.grant_type !== 'authorization_code')
    throw noToken(server, 'grantType', `grant_type must be authorization_code${refresh ? ' or refresh_token' : ''}`);
  checkFields(request, code, []);
  const grant = redeemed(request);
  notes.told(`Gave tokens to ${app.name} (${grant.who})`);
  return grant;
};

const answered = (
  twin: Twin,
  server: AuthorizationServer,
  incoming: Incoming,
  content: string,
  notes: TokenNotes,
): Answer => {
  const { headers } = incoming.request;
  const isService = incoming.path === server.service?.token.path;
  const { token } = isService ? server.service : server.person;
  const documented = isService ? server.service.request : server.person.code;
  const read = readTokenContent(content, headers.get('content-type') ?? '', token.encoding, server.mode);
  if ('problem' in read) throw noToken(server, 'request', read.problem);
  const sent = read.fields;
  const app = clientOf(server, token.clientAuthentication, headers.get('authorization'), sent, documented);
  if (!app) throw noToken(server, 'client', 'The client is not known, or its secret is wrong or in the wrong place');
  const grant = isService ? server.serviceGrant(app) : grantFor({ twin, server, app, sent }, notes);
  if (isService) notes.told(`Gave a token to ${app.name} for itself`);
  const { access_token, ...more } = server.give(grant);
  const { tokenType, beside } = server.rules;
  twin.touched();
  return jsonAnswer(
    token.success,
    { access_token, token_type: tokenType, ...more, ...beside?.(grant, twin) },
    { 'cache-control': 'no-store' },
  );
};

/**
 * Answers a token request.
 * @throws ApiError for what the vendor would refuse
 */
export const giveTokens = async (twin: Twin, incoming: Incoming, notes: TokenNotes): Promise<Answer> => {
  const { oauth: server } = twin;
  if (!server) throw new Error(`${twin.vendor.label} has no OAuth here`);
  if (incoming.method !== 'POST')
    throw refusal(405, 'Method not allowed', `${incoming.path} takes POST, not ${incoming.method}`, { allow: 'POST' });
  const content = await readContent(incoming.request);
  notes.content(content);
  notes.told('Gave no tokens');
  return answered(twin, server, incoming, content, notes);
};
