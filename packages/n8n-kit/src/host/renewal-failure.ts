import {
  type AuthorizationCodeDialect,
  type ConnectorError,
  GrantError,
  type GrantReason,
  TransportError,
  type Vendor,
} from '@patchbay/core';
import { refusalAdvice } from '../credential/host-limits.ts';

/** What n8n and its OAuth client throw. */
interface Thrown {
  readonly message?: unknown;
  /** `EAUTH` for an answer with an `error`, `ESTATUS` for any other refusal */
  readonly code?: unknown;
  readonly status?: unknown;
  readonly body?: unknown;
  readonly failure?: { readonly cause?: unknown };
  readonly response?: { readonly status?: unknown };
  readonly config?: { readonly url?: unknown };
}

const reconnect = 'Open the credential and connect it again';
const longest = 200;

/** Words of an answer that may be shown: a text of its own, in one line. Answers to renewals that were refused hold no token. */
const wordsIn = (body: unknown): string => {
  const answer = typeof body === 'string' ? parsed(body) : body;
  const { error, error_description, message, errors } = Object(answer) as Record<string, unknown>;
  const { message: title, description } = Object([errors].flat()[0]) as Record<string, unknown>;
  const words = [error_description ?? message ?? title ?? error, description].filter(
    (word) => typeof word === 'string',
  );
  // What looks like a token is none of the words.
  return words
    .join(': ')
    .replace(/[\w.~+/-]{24,}=*/g, '***')
    .replace(/\s+/g, ' ')
    .slice(0, longest);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const samePlace = (one: unknown, other: string): boolean =>
  typeof one === 'string' && one.split('?')[0] === other.split('?')[0];

/** Recognises what n8n throws instead of an answer when it could not renew a token. */
export const renewalFailures = (vendor: Vendor, dialect: AuthorizationCodeDialect, tokenUrl: string) => {
  const { name, label } = vendor;
  const lost = (reason: GrantReason, message: string, advice: string): GrantError =>
    new GrantError(message, { code: 'GRANT_LOST', reason, vendor: name, advice });
  const spent = (): GrantError =>
    lost(
      'spent',
      `The connection to ${label} has ended: the refresh token was used elsewhere, is too old or was revoked`,
      reconnect,
    );

  const refused = ({ status, body }: Thrown): GrantError => {
    const words = wordsIn(body);
    const answer = typeof status === 'number' ? ` (HTTP ${status})` : '';
    return lost(
      'refused',
      `${label} refused to renew the token of the credential${answer}${words && `: ${words}`}`,
      refusalAdvice(vendor, dialect),
    );
  };

  const unclear = ({ response }: Thrown): TransportError =>
    new TransportError(
      response
        ? `${label} answered ${response.status} when the token of the credential was to be renewed`
        : `No answer came when the token of the credential was to be renewed at ${label}`,
      { code: 'UNREACHABLE', vendor: name, retryable: true, advice: `Try again later; if it stays so: ${reconnect}` },
    );

  /** @returns `undefined` for what is not about a renewal */
  return (thrown: object): ConnectorError | undefined => {
    const { code, status, body, failure, message, config } = thrown as Thrown;
    if (code === 'EAUTH')
      return (Object(body) as { error?: unknown }).error === 'invalid_grant' ? spent() : refused(thrown);
    if (code === 'ESTATUS') return status === dialect.token.spent ? spent() : refused(thrown);
    if (config && samePlace(config.url, tokenUrl)) return unclear(thrown);
    if (typeof message !== 'string') return undefined;
    if (failure?.cause === 'credential-invalid' && message.includes('reconnected')) return spent();
    if (message.includes('no refresh token is available'))
      return lost(
        'not-renewable',
        `The connection to ${label} has ended, and there is nothing to renew it with`,
        reconnect,
      );
    return undefined;
  };
};
