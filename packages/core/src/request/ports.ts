import type { Authorization } from '../auth/authorization.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { Clock, Transport } from './transport.ts';

/** What a host supplies. */
export interface Ports {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly authorization: Authorization;
  /** @default the vendor's production address */
  readonly baseUrl?: string;
  /** Numbers in [0, 1) for jitter. @default Math.random */
  readonly random?: () => number;
}

/** What a long call is doing just now. */
export type Progress =
  | { readonly kind: 'waiting'; readonly milliseconds: number; readonly because: ErrorCode }
  | { readonly kind: 'page'; readonly page: number; readonly rows: number; readonly total?: number };

/** How one call is to be made. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Longest time spent on waiting for the vendor, all tries of a request together. @default 60 */
  readonly maxWaitSeconds?: number;
}
