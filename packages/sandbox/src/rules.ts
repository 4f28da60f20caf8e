import type { Operation } from '@patchbay/core';
import type { ApiError, Problem } from './api-error.ts';
import type { WaitForm } from './faults/waiting.ts';
import type { OAuthRules } from './oauth/oauth-rules.ts';
import type { Random } from './random.ts';
import type { Row } from './store.ts';
import type { Twin } from './twin.ts';

/** Who did it: a program through the API, or a person in the vendor's product (the sandbox's page). */
export type Actor = 'api' | 'user';

/** An authorised, checked call of an operation. */
export interface Call {
  readonly twin: Twin;
  readonly operation: Operation;
  /** Decoded path parameters by name */
  readonly path: Readonly<Record<string, string>>;
  /** Query values in the kinds of their fields */
  readonly query: Readonly<Record<string, unknown>>;
  /** Names of the query parameters as they were sent, those of paging and unknown ones too */
  readonly sent: ReadonlySet<string>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Identifier of the credential that the request came with */
  readonly credential: string;
  /** Rows asked for, where the list is paged */
  readonly page: { readonly limit: number; readonly offset: number } | undefined;
  readonly actor: Actor;
}

/** What a handler found or did; it is presented (relations, `show`, `hide`) and sent by the API. */
export type Outcome =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'row'; readonly row: Row; readonly status?: number }
  | { readonly kind: 'nothing' }
  /** JSON that is sent as it is */
  | { readonly kind: 'content'; readonly content: unknown; readonly status?: number };

/** Behaviour of one operation that its definition cannot tell. */
export type Handler = (call: Call) => Outcome;

/** A change of a stored record, as events are made from it. */
export interface Change {
  readonly resource: string;
  readonly kind: 'created' | 'updated' | 'deleted';
  /** The record after it; for `deleted`, as it was */
  readonly row: Row;
  readonly before: Row | undefined;
  readonly actor: Actor;
}

/** An event with the vendor's own name, and the `data` of its delivery. */
export interface TwinEvent {
  readonly event: string;
  readonly data: unknown;
  /** Name of the record it speaks of */
  readonly about: string;
}

/** Behaviour of one kind of record beyond its definition. */
export interface ResourceRules {
  /** Values of a new record that the caller did not give */
  readonly defaults?: (
    values: Row | Readonly<Record<string, unknown>>,
    twin: Twin,
  ) => Readonly<Record<string, unknown>>;
  /** What is wrong with a body (and path) beyond the kinds of its values */
  readonly check?: (values: Readonly<Record<string, unknown>>, before: Row | undefined, twin: Twin) => Problem[];
  /** Values as they are stored: links are reduced, lists merged with what is stored */
  readonly prepare?: (
    values: Readonly<Record<string, unknown>>,
    before: Row | undefined,
    call: Pick<Call, 'twin' | 'query'> & Partial<Pick<Call, 'credential'>>,
  ) => Readonly<Record<string, unknown>>;
  /** Body fields that are kept as records of their own */
  readonly nested?: readonly string[];
  /** Stores those; called after the record itself was stored */
  readonly storeNested?: (
    row: Row,
    lists: Readonly<Record<string, unknown>>,
    call: Pick<Call, 'twin' | 'query' | 'actor'>,
    before?: Row,
  ) => void;
  /** Removes the record with all that hangs on it. @default the record alone */
  readonly remove?: (row: Row, twin: Twin, actor: Actor) => void;
  /** Fields whose change does not move `updated_at` */
  readonly unstamped?: readonly string[];
}

/** One input of an act on the page. */
export interface ActInput {
  readonly name: string;
  readonly label: string;
  /** A text to type, or a record of this table to choose */
  readonly choose?: string;
}

/** Something that a person would do in the vendor's product. */
export interface Act {
  readonly name: string;
  readonly label: string;
  /** On its button */
  readonly verb: string;
  readonly inputs: readonly ActInput[];
  /** @throws ApiError when it cannot be done */
  readonly run: (input: Readonly<Record<string, string>>, twin: Twin) => Row | undefined;
}

/** The vendor's habits on failed deliveries. The row is the subscription's. */
export interface SubscriptionRules {
  /** Waits before the second, third, … attempt of a delivery, in milliseconds */
  readonly retryDelays: readonly number[];
  /** Whether deliveries may be sent to it now */
  readonly canSend: (row: Row, now: number) => boolean;
  /** The row after a failed or successful attempt */
  readonly afterFailure: (row: Row, now: number) => Row;
  readonly afterSuccess: (row: Row) => Row;
  /** The JSON that is posted */
  readonly payload: (event: TwinEvent, actor: Actor, twin: Twin) => unknown;
}

/** All that a vendor's twin does beyond its definition. */
export interface VendorRules {
  /** Name of the vendor */
  readonly vendor: string;
  /** Where the API is mounted below `/<vendor>` */
  readonly basePath: string;
  /** Name of the scheme in `vendor.auth` that the twin accepts */
  readonly authScheme: string;
  readonly credential: (random: Random) => Readonly<Record<string, string>>;
  /** OAuth beyond the definition's dialects. @default access tokens are not played */
  readonly oauth?: OAuthRules;
  readonly seed: (twin: Twin) => void;
  readonly handlers: Readonly<Record<string, Handler>>;
  readonly resources: Readonly<Record<string, ResourceRules>>;
  /** Body fields that the vendor takes although the definition leaves them out, by operation */
  readonly alsoTaken?: Readonly<Record<string, readonly string[]>>;
  /** Query parameters that nobody knows are overlooked. @default refused */
  readonly ignoresUnknownQuery?: boolean;
  /** Rows of a page when the request does not say. @default 100, or the longest page when that is shorter */
  readonly pageSize?: number;
  /** Most rows that a list gives at once, where the vendor gives more than the definition asks for. @default `maxPageSize` */
  readonly longestPage?: (operation: Operation) => number | undefined;
  /** Lists that take a page of 0 rows, which stands for the usual page. @default refused */
  readonly takesLimitZero?: (operation: Operation) => boolean;
  /** Refuses a query that the vendor would refuse, before anything is done */
  readonly checkQuery?: (call: Call) => void;
  /** Narrows and orders the rows of a list. @default those whose fields equal the query's values of the same name */
  readonly select?: (call: Call, rows: readonly Row[]) => readonly Row[];
  /** A row as the vendor shows it. @default as it is stored */
  readonly present?: (call: Call, row: Row) => Readonly<Record<string, unknown>>;
  /** A row as it stands in events and on the page. @default as it is stored */
  readonly plain?: (resource: string, row: Row, twin: Twin) => Readonly<Record<string, unknown>>;
  /** What stands beside the record or the rows in an answer. @default limit and offset where a list tells its total */
  readonly beside?: (call: Call) => Readonly<Record<string, unknown>>;
  /**
   * Answer of a list, where it is not put together as the definition's first paths say.
   * @param rows of the page, as they are shown
   * @param more further rows follow
   */
  readonly envelope?: (call: Call, rows: readonly unknown[], more: boolean) => unknown;
  /** Answer of what returns no record, and of updates that are read back always. @default nothing, or the record */
  readonly acknowledge?: (call: Call, outcome: Outcome) => unknown;
  /** Status of a success. @default 201 for what was created, else 200 */
  readonly status?: (call: Call, outcome: Outcome) => number;
  readonly eventsOf: (change: Change, twin: Twin) => TwinEvent[];
  readonly subscriptions: SubscriptionRules;
  readonly acts: readonly Act[];
  /**
   * A refusal of the sandbox as this vendor would give it: with another status, with its codes. @default as it is
   * @param path of the request below the base URL
   */
  readonly refuse?: (error: ApiError, path: string) => ApiError;
  /**
   * A text is sent as plain text. @default the first of the definition's error shapes
   * @param path of the request below the base URL
   */
  readonly errorBody?: (error: ApiError, reference: string, path: string) => unknown;
  /** Refusal of content without the object around its fields. @default as if it were empty */
  readonly missingWrapping?: (name: string) => ApiError;
  /**
   * Identifier of the credential behind a request; `undefined` when it is not logged in. Budgets count by it.
   * @default the twin's only credential, proved by the headers of `authScheme`
   */
  readonly credentialOf?: (headers: Headers, twin: Twin) => string | undefined;
  /** How a refusal for an exhausted budget names the instant. @default the quota's reset header, or nothing without one */
  readonly waitForm?: WaitForm | 'none';
  /** A new record's identifier. @default shaped like a UUID */
  readonly newId?: (resource: string, random: Random) => string;
}
