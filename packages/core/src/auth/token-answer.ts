import { HttpError } from '../errors/http-error.ts';
import { ResponseError } from '../errors/response-error.ts';
import { parseJson } from '../request/parse-json.ts';
import { retryAfterSecondsOf } from '../request/retry-after.ts';
import type { HttpRequest, HttpResponse } from '../request/transport.ts';
import type { OAuthClient } from './oauth-client.ts';
import { withoutSentSecrets } from './sent-secrets.ts';
import { lifetimeOf } from './token-expiry.ts';

/** What a vendor gave. Holds secrets. */
export interface TokenGrant {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Milliseconds since 1970 by this machine's clock; left out when nothing tells */
  readonly expiresAt?: number;
  /** What the token may be used for, where the vendor tells */
  readonly scope?: readonly string[];
}

/**
 * What an answer without tokens means for the code or the refresh token that was sent: `spent` is good no more; `client` and
 * `refused` leave it as it was, and asking again changes nothing; `later` leaves it as it was; `unclear` may have spent it.
 */
export type RefusalMeaning = 'spent' | 'client' | 'refused' | 'later' | 'unclear';

/** An answer without tokens. */
export interface TokenRefusal {
  readonly meaning: RefusalMeaning;
  readonly error: HttpError | ResponseError;
}

/** What came back from where tokens are given. */
export type TokenAnswer = { readonly grant: TokenGrant } | { readonly refusal: TokenRefusal };

type Answer = Readonly<Record<string, unknown>>;

const answerIn = (content: string): Answer => {
  try {
    const value = parseJson(content);
    return typeof value === 'object' && value !== null ? (value as Answer) : {};
  } catch {
    return {};
  }
};

// What cannot travel in a header is no token; Bearer tokens have no spaces.
const tokenIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\x21-\x7e]{1,65536}$/.test(value) ? value : undefined;

const scopeIn = (value: unknown): string[] | undefined => {
  const scopes = [value].flat().filter((entry): entry is string => typeof entry === 'string');
  return scopes.length > 0 ? scopes.flatMap((entry) => entry.split(/[\s,]+/)).filter(Boolean) : undefined;
};

const clientErrors = [
  'invalid_client',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_request',
  'invalid_scope',
];

const meaningOf = (status: number, code: string, spent: number | undefined): RefusalMeaning => {
  if (code === 'invalid_grant' || (spent !== undefined && status === spent)) return 'spent';
  if (clientErrors.includes(code)) return 'client';
  if (status === 429 || status === 503) return 'later';
  if (status < 400 || status >= 500) return 'unclear';
  return status === 401 ? 'client' : 'refused';
};

const wordsOf = ({ error, error_description, message, errors }: Answer): string => {
  const inner = Object([errors].flat()[0]) as Answer;
  const words = [error, error_description ?? message ?? inner.message, error_description ? '' : inner.description];
  return [...new Set(words)].filter((word) => typeof word === 'string' && word !== '').join(': ');
};

const adviceFor = (meaning: RefusalMeaning, known: string | undefined): string => {
  if (meaning === 'spent') return 'Connect the account again';
  if (meaning === 'later' || meaning === 'unclear') return 'Try again later';
  return (
    known ??
    'Check the client ID, the client secret and the addresses of the credential; if they are right, connect again'
  );
};

/**
 * Reads the answer to a token request. `token_type` is not looked at: the scheme of the header is the dialect's to say.
 * @param request what was asked; nothing secret of it is repeated in an error
 * @param now instant of the answer by this machine's clock
 */
export const readTokenAnswer = (
  client: OAuthClient,
  request: HttpRequest,
  response: HttpResponse,
  now: number,
): TokenAnswer => {
  const { vendor, scheme, tokenUrl } = client;
  const { token, accessToken: format } = scheme.oauth;
  const { status, content } = response;
  const answer = answerIn(content);
  const accessToken = tokenIn(answer.access_token);
  const succeeded = status >= 200 && status < 300;
  if (succeeded && accessToken !== undefined && answer.error === undefined) {
    const refreshToken = tokenIn(answer.refresh_token);
    const lifetime = lifetimeOf(accessToken, format === 'jwt', answer.expires_in, response, now);
    const scope = scopeIn(answer.scope);
    return {
      grant: {
        accessToken,
        ...(refreshToken !== undefined && { refreshToken }),
        ...(lifetime !== undefined && { expiresAt: now + lifetime }),
        ...(scope && { scope }),
      },
    };
  }
  const code = typeof answer.error === 'string' ? answer.error : '';
  const meaning = meaningOf(status, code, token.spent);
  const advice = adviceFor(meaning, token.advice[status]);
  if (succeeded && code === '')
    // Without an excerpt: what cannot be read may hold tokens all the same.
    return {
      refusal: {
        meaning,
        error: new ResponseError(`${vendor.label} answered ${status} without an access token`, '', {
          vendor: vendor.name,
          advice: 'Check the base URL and the token URL',
        }),
      },
    };
  const words = withoutSentSecrets(wordsOf(answer), request);
  const seconds = retryAfterSecondsOf(vendor, response, now);
  return {
    refusal: {
      meaning,
      error: new HttpError(`${vendor.label} answered ${status} to the request for a token${words && `: ${words}`}`, {
        vendor: vendor.name,
        status,
        target: `POST ${new URL(tokenUrl).pathname}`,
        advice,
        ...(/^[a-z_]{1,40}$/.test(code) && withoutSentSecrets(code, request) === code && { vendorCode: code }),
        ...(seconds !== undefined && { retryAfterSeconds: seconds }),
      }),
    },
  };
};
