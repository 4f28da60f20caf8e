import type { Twin } from '../twin.ts';
import type { Grant } from './grants.ts';

/**
 * Why no token is given: `client` is not known or its secret is wrong, `request` is not as documented, `grantType` is not
 * played, `invalid` is a code or refresh token that is unknown or has ended, `spent` one that was used before, `scope` is more
 * than the app has.
 */
export type RefusalKind = 'client' | 'request' | 'grantType' | 'invalid' | 'spent' | 'scope';

/** How a vendor words a refusal of its token endpoint. */
export interface OAuthRefusal {
  readonly status: number;
  readonly message: string;
  readonly code?: string;
}

/** What a vendor's OAuth does beyond the dialects of its definition. */
export interface OAuthRules {
  /** `token_type` of an answer */
  readonly tokenType: string;
  /** Lifetime of access tokens of a person, in seconds */
  readonly tokenSeconds: number;
  /** Lifetime of a code where the dialect tells none */
  readonly codeSeconds?: number;
  /** Scopes that the seeded app has; left out where there are none, or any will do */
  readonly scopes?: readonly string[];
  /** What connecting allows, as the consent page tells it; beside the scopes where there are some */
  readonly allows: readonly string[];
  /** Who is signed in when the consent page opens: name, and where */
  readonly person: (twin: Twin) => { readonly name: string; readonly place: string };
  /** What stands in an answer beside the tokens, their type and their lifetime */
  readonly beside?: (grant: Grant, twin: Twin) => Readonly<Record<string, unknown>>;
  readonly refusals: Readonly<Record<RefusalKind, OAuthRefusal>>;
  /**
   * Identifier of the credential behind an access token; `undefined` when the request is not logged in all the same.
   * @default that of the grant
   */
  readonly credentialOf?: (grant: Grant, headers: Headers, twin: Twin) => string | undefined;
  /** Choices beyond the vendor's documentation, told on the page */
  readonly assumptions?: string;
  /** `state` was seen to come back altered: the page offers that */
  readonly altersState?: boolean;
}
