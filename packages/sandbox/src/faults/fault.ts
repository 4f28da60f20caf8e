/** When a fault strikes: in place of the work, after it, or on the rows that a list is cut from. */
type Stage = 'instead' | 'after' | 'rows';

interface FaultAbout {
  /** As the page names it */
  readonly label: string;
  readonly stage: Stage;
  /** What `seconds` means to it; it takes none where this is left out */
  readonly seconds?: string;
}

/** Everything that can go wrong on purpose. */
export const faultKinds = {
  tooManySeconds: { label: '429, Retry-After in seconds', stage: 'instead', seconds: 'to wait for' },
  tooManyDate: { label: '429, Retry-After as a date', stage: 'instead', seconds: 'to wait for' },
  tooManyReset: { label: '429, only the vendor’s reset header', stage: 'instead', seconds: 'to wait for' },
  tooManyBare: { label: '429 without any hint', stage: 'instead' },
  unavailable: { label: '503', stage: 'instead', seconds: 'in Retry-After; none without' },
  badGateway: { label: '502 in plain text', stage: 'instead' },
  redirect: { label: '303 to an HTML page', stage: 'instead' },
  html: { label: 'HTML with status 200', stage: 'instead' },
  errorInside: { label: '200 with an error inside', stage: 'instead' },
  resetBefore: { label: 'Connection cut, nothing done', stage: 'instead' },
  resetAfter: { label: 'Connection cut after the work was done', stage: 'after' },
  slow: { label: 'Slow answer', stage: 'after', seconds: 'until the answer' },
  truncated: { label: 'Answer cut off in the middle', stage: 'after' },
  rowsInserted: { label: 'A row appears in front after a page', stage: 'rows' },
  rowsRemoved: { label: 'A row of the page disappears after it', stage: 'rows' },
} as const satisfies Readonly<Record<string, FaultAbout>>;

/** Name of something that can go wrong. */
export type FaultKind = keyof typeof faultKinds;

/** A fault to switch on. */
export interface FaultSwitch {
  readonly kind: FaultKind;
  /** How many requests it strikes before it ends. @default 1 */
  readonly times?: number | 'always';
  /** Requests of its kind that pass unharmed first. @default 0 */
  readonly skip?: number;
  /** Only requests with this HTTP method */
  readonly method?: string;
  /** Only requests whose path below the base URL begins so: `/card` */
  readonly path?: string;
  /**
   * Seconds that 429 and 503 ask to wait, or that a slow answer takes.
   * @default 2 for 429 and 5 for `slow`; a 503 then names none
   */
  readonly seconds?: number;
}

/** Faults by chance that repeat: the n-th request meets the same fault for the same seed. */
export interface FaultSequence {
  readonly seed: number;
  /** Share of requests that meet a fault, 0 to 1 */
  readonly rate: number;
  /** Kinds to draw from. @default all */
  readonly kinds?: readonly FaultKind[];
  /** As in a switch. */
  readonly seconds?: number;
}

/** A fault that strikes a request now. */
export interface Fault {
  readonly kind: FaultKind;
  readonly seconds: number | undefined;
}

/** What a fault needs to know of a request to tell whether it is meant. */
export interface FaultTarget {
  readonly method: string;
  /** Below the base URL, still encoded */
  readonly path: string;
  /** It asks for a page of a list */
  readonly paged: boolean;
  /** `card.list`; `undefined` when no operation has this route */
  readonly operation: string | undefined;
  /** Identifier of the credential that it was sent with */
  readonly credential: string;
}

/** When a kind of fault strikes. */
export const stageOf = (kind: FaultKind): Stage => faultKinds[kind].stage;

const defaultSeconds: Partial<Readonly<Record<FaultKind, number>>> = {
  tooManySeconds: 2,
  tooManyDate: 2,
  tooManyReset: 2,
  slow: 5,
};

/** A fault with the seconds it was given, or its own. */
export const faultOf = (kind: FaultKind, seconds: number | undefined): Fault => ({
  kind,
  seconds: 'seconds' in faultKinds[kind] ? (seconds ?? defaultSeconds[kind]) : undefined,
});
