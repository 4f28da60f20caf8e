import type { Authorization } from '../auth/authorization.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { Gate } from '../quota/gate.ts';
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
  /** Lets requests through as the quota allows; shared by all that use a credential. @default one of the engine's own */
  readonly gate?: Gate;
}

/** What a long call is doing just now. */
export type Progress =
  | { readonly kind: 'waiting'; readonly milliseconds: number; readonly because: ErrorCode | 'QUOTA' }
  | { readonly kind: 'page'; readonly page: number; readonly rows: number; readonly total?: number }
  /** `settled: false` when the time to wait is up and more may come */
  | { readonly kind: 'background'; readonly what: string; readonly rows: number; readonly settled?: false };

/** How one call is to be made. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Longest time spent on waiting for the vendor, all tries of a request together. @default 60 */
  readonly maxWaitSeconds?: number;
  /** Hands out what definitions mark as secret too. @default false */
  readonly raw?: boolean;
  /** Who asks, such as a node: a shared quota is given to callers in turn */
  readonly caller?: string;
}
