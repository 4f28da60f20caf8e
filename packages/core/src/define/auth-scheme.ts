import type { Fields } from './field.ts';
import type { Evidence } from './operation.ts';

/**
 * A way to authenticate, as data. `headers` are templates over the credential's fields: `{field}` stands for its value,
 * and a header whose field was left empty is not sent.
 */
export interface AuthScheme {
  /** Identifier in camelCase: `apiKey` */
  readonly name: string;
  readonly label: string;
  /** Where the user finds these values, and what they may do */
  readonly description: string;
  readonly fields: Fields;
  readonly headers: Readonly<Record<string, string>>;
  /** `resource.operation` that proves a credential without changing anything */
  readonly test: string;
  readonly source: string;
  /** How the `{access_token}` in `headers` is got; left out where the fields are all that is needed */
  readonly oauth?: OAuthDialect;
}

/** A scheme whose access token is asked for and expires. */
export interface OAuthScheme<Dialect extends OAuthDialect = OAuthDialect> extends AuthScheme {
  readonly oauth: Dialect;
}

/** How a vendor speaks OAuth 2. */
export type OAuthDialect = AuthorizationCodeDialect | ServiceDialect;

/** Where a page or a call is. */
export interface OAuthEndpoint {
  /** As documented, for the production address of the vendor */
  readonly url: string;
  /** Other addresses that the documentation names for the same thing */
  readonly alternatives?: readonly string[];
  /** Path below a base URL of one's own, such as a sandbox */
  readonly path: string;
}

/**
 * What is sent, by wire name: `{client_id}`, `{client_secret}`, `{redirect_uri}`, `{scope}`, `{state}`, `{code}`,
 * `{refresh_token}`, `{code_challenge}` and `{code_verifier}` stand for their values. What has no value is not sent.
 */
export type OAuthFields = Readonly<Record<string, string>>;

/** The call that gives tokens. */
export interface TokenEndpoint extends OAuthEndpoint {
  readonly encoding: 'form' | 'json';
  /** `client_secret_basic`: in a Basic header. `client_secret_post`: the fields of each request name id and secret */
  readonly clientAuthentication: 'client_secret_basic' | 'client_secret_post';
  /** Documented status of an answer with tokens; any other 2xx that holds them is taken too */
  readonly success: number;
  /** Status that says that a code or a refresh token was used before */
  readonly spent?: number;
  /** What to do after a status that refuses */
  readonly advice: Readonly<Record<number, string>>;
}

interface Dialect {
  readonly token: TokenEndpoint;
  /** `jwt`: the `exp` inside counts, whatever `expires_in` says. @default 'opaque' */
  readonly accessToken?: 'opaque' | 'jwt';
  readonly evidence: Evidence;
}

/** A person allows it in a browser (RFC 6749, section 4.1). */
export interface AuthorizationCodeDialect extends Dialect {
  readonly grant: 'authorization_code';
  readonly authorize: OAuthEndpoint & { readonly query: OAuthFields };
  /** Separator of scopes in the request; left out where there are no scopes */
  readonly scopeSeparator?: ' ' | ',';
  /** Random bytes in `state`, three for four characters. @default 16 */
  readonly stateBytes?: number;
  /** RFC 7636 with S256. `whenAsked`: only when the credential's `pkce` is set. Left out where the vendor tells nothing of it */
  readonly pkce?: 'always' | 'whenAsked';
  /** The redirect URI must start with https:// */
  readonly secureRedirect?: boolean;
  /** How long a code lives, where the vendor tells */
  readonly codeSeconds?: number;
  /** Fields of the request that gives tokens for a code */
  readonly code: OAuthFields;
  /** Left out where tokens cannot be renewed */
  readonly refresh?: {
    readonly fields: OAuthFields;
    /** Each refresh token works once. Left out where the vendor does not tell */
    readonly singleUse?: boolean;
    /** Lifetime of an unused refresh token, where the vendor tells */
    readonly seconds?: number;
  };
}

/** An app asks for itself, with its own secret, and asks again when the token ends. */
export interface ServiceDialect extends Dialect {
  readonly grant: 'service';
  readonly request: OAuthFields;
}
