import { type AuthorizationCodeDialect, sameText } from '@patchbay/core';
import type { OAuthApp } from './apps.ts';
import type { AuthorizationServer } from './authorization-server.ts';

/** Fields of a token request, as a dialect names them. */
export type DocumentedFields = AuthorizationCodeDialect['code'];

interface Given {
  readonly id: string;
  readonly secret: string;
}

/** How an app proves who it is. */
export type ClientAuthentication = 'client_secret_basic' | 'client_secret_post';

const basicOf = (header: string | null): Given | undefined => {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { id: text.slice(0, colon), secret: text.slice(colon + 1) };
};

/** Name under which a value travels: `service_id` for `{client_id}`. */
const nameOf = (fields: DocumentedFields, value: string): string =>
  Object.entries(fields).find(([, template]) => template === `{${value}}`)?.[0] ?? value;

const fieldsOf = (sent: Readonly<Record<string, string>>, documented: DocumentedFields): Given | undefined => {
  const id = sent[nameOf(documented, 'client_id')];
  return id === undefined ? undefined : { id, secret: sent[nameOf(documented, 'client_secret')] ?? '' };
};

/**
 * The app behind a token request; `undefined` when it is not known, its secret is wrong, or it says so in another place than
 * the documented one and the server is strict.
 * @param documented fields of the request by the dialect
 */
export const clientOf = (
  { apps, mode }: AuthorizationServer,
  authentication: ClientAuthentication,
  header: string | null,
  sent: Readonly<Record<string, string>>,
  documented: DocumentedFields,
): OAuthApp | undefined => {
  const ways = {
    client_secret_basic: () => basicOf(header),
    client_secret_post: () => fieldsOf(sent, documented),
  };
  const given =
    ways[authentication]() ??
    (mode === 'lenient' ? (ways.client_secret_basic() ?? ways.client_secret_post()) : undefined);
  const app = given && apps.find(given.id);
  return app && sameText(app.clientSecret, given.secret) ? app : undefined;
};
