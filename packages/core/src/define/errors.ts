/** Where a vendor's own words stand in an answer that tells of a failure. */
export interface ErrorShape {
  /** Dotted path of a list of errors; the other paths then start in each of them */
  readonly list?: string;
  /** A text, or a list of texts */
  readonly message: string;
  readonly detail?: string;
  readonly code?: string;
  readonly field?: string;
}

/** How a vendor tells of failures, and what to tell the user on top. */
export interface Errors {
  /** The first whose message is there counts */
  readonly shapes: readonly ErrorShape[];
  /** Dotted path of the reference that the vendor's support asks for */
  readonly reference?: string;
  /** Marks of a failure within an answer of status 2xx: the value at the path is this one, or there is a text at all */
  readonly inside?: readonly { readonly path: string; readonly equals?: unknown }[];
  /** Next step by the vendor's code, by its whole message, or by HTTP status, in this order */
  readonly advice: Readonly<Record<string, string>>;
}
