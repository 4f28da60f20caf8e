import type { GrantReason } from '../errors/grant-error.ts';
import { parseJson } from '../request/parse-json.ts';
import type { TokenGrant } from './token-answer.ts';

/** A pair of tokens, and how far its renewal got. Instants are milliseconds since 1970. */
export interface StoredGrant {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly expiresAt?: number;
  /** From when on a new pair is asked for */
  readonly renewAt?: number;
  readonly scope?: readonly string[];
  /** Written before the refresh token goes out: name of the renewal whose answer is not saved yet */
  readonly sent?: string;
  /** The refresh token went out before, and no answer came: it may be spent */
  readonly unanswered?: boolean;
  /** There is no pair any more, and why */
  readonly lost?: GrantReason;
}

const longestMargin = 300_000;

/** A pair as it is kept. It is renewed five minutes ahead, a short-lived one a tenth of its life ahead. */
export const grantToStore = (
  { accessToken, refreshToken, expiresAt, scope }: TokenGrant,
  before: StoredGrant | undefined,
  now: number,
): StoredGrant => {
  const refresh = refreshToken ?? before?.refreshToken;
  const scopes = scope ?? before?.scope;
  return {
    accessToken,
    ...(refresh !== undefined && { refreshToken: refresh }),
    ...(expiresAt !== undefined && {
      expiresAt,
      renewAt: expiresAt - Math.min(longestMargin, (expiresAt - now) / 10),
    }),
    ...(scopes && { scope: scopes }),
  };
};

/** What is left of a pair that is no good any more: the reason. */
export const lostGrant = (reason: GrantReason): StoredGrant => ({ accessToken: '', lost: reason });

/** A grant as text. */
export const grantText = (grant: StoredGrant): string => JSON.stringify({ version: 1, ...grant });

const isOptional = (value: unknown, type: 'string' | 'number' | 'boolean'): boolean =>
  value === undefined || typeof value === type;

/** A grant from its text; a text of another shape is a lost grant. */
export const grantIn = (text: string): StoredGrant => {
  try {
    const { version, ...grant } = Object(parseJson(text)) as StoredGrant & { version?: unknown };
    const { accessToken, refreshToken, expiresAt, renewAt, scope, sent, unanswered, lost } = grant;
    const isGrant =
      version === 1 &&
      typeof accessToken === 'string' &&
      [refreshToken, sent, lost].every((value) => isOptional(value, 'string')) &&
      [expiresAt, renewAt].every((value) => isOptional(value, 'number')) &&
      isOptional(unanswered, 'boolean') &&
      (scope === undefined || (Array.isArray(scope) && scope.every((value) => typeof value === 'string'))) &&
      (accessToken !== '') === (lost === undefined);
    return isGrant ? grant : lostGrant('unreadable');
  } catch {
    return lostGrant('unreadable');
  }
};
