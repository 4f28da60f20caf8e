/** So many requests in so many seconds. */
export interface Budget {
  readonly requests: number;
  readonly seconds: number;
  /** HTTP methods that count. @default all */
  readonly methods?: readonly string[];
  /** `resource.operation`s that count. @default all */
  readonly operations?: readonly string[];
}

/** Response header names (lower case) that tell the state of a quota; `reset` in seconds. */
export interface QuotaHeaders {
  readonly limit: string;
  readonly remaining: string;
  readonly reset: string;
}

/** What a vendor allows a credential. */
export interface Quota {
  readonly headers?: QuotaHeaders;
  readonly budgets: readonly Budget[];
  /** Wait after a refusal that names no instant. @default a growing random delay */
  readonly waitSeconds?: number;
  readonly source: string;
}
