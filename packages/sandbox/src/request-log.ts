import type { FaultKind } from './faults/fault.ts';
import { createRing, type Ring } from './ring.ts';

/** One request to a vendor's twin and its answer, secrets masked. */
export interface RequestRecord {
  readonly id: number;
  /** RFC 3339 */
  readonly at: string;
  readonly vendor: string;
  /** `card.list`; `undefined` when no operation has this route */
  readonly operation: string | undefined;
  readonly method: string;
  /** Below the base URL, still encoded: `/collection/…` */
  readonly path: string;
  /** Decoded */
  readonly query: Readonly<Record<string, string>>;
  /** Path with query, as it was sent */
  readonly target: string;
  /** `content-type` and what the vendor authenticates by; secrets show their last four characters */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; text when it is none; `undefined` when there was no content */
  readonly body: unknown;
  /** 0 when the connection was cut before there was an answer */
  readonly status: number;
  readonly milliseconds: number;
  /** Parsed JSON of the answer, or the beginning of its text; `undefined` when it was empty */
  readonly answer: unknown;
  /** Faults that struck it; `held` when it came before an instant that was asked to wait for */
  readonly faults: readonly (FaultKind | 'held')[];
  /** It came before an instant that its sender can have known of */
  readonly early: boolean;
}

const keptRequests = 500;
const keptCharacters = 20_000;

/** The log of a twin: the last 500 requests. */
export const createRequestLog = (): Ring<RequestRecord> => createRing(keptRequests);

/** A secret as the log shows it: its last four characters. */
export const masked = (secret: string): string => `…${secret.length > 8 ? secret.slice(-4) : ''}`;

/** Content as the log keeps it: parsed when it is short JSON, else the beginning of the text. */
export const keptContent = (content: string): unknown => {
  if (content === '') return undefined;
  if (content.length > keptCharacters) return `${content.slice(0, keptCharacters)}… (${content.length} characters)`;
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
};
