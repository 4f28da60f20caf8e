import type { Clock } from '../request/transport.ts';
import { sameText } from './same-text.ts';
import type { PendingAuthorization } from './start-authorization.ts';

/** The questions that wait for a browser to come back. */
export interface PendingAuthorizations<Kept> {
  add(pending: PendingAuthorization, kept: Kept): void;
  /** What belongs to a state, once: a second time, after the time limit and for any other state it is `undefined` */
  take(state: unknown): { readonly pending: PendingAuthorization; readonly kept: Kept } | undefined;
}

/** How long and how many. */
export interface PendingOptions {
  /** @default 600 */
  readonly seconds?: number;
  /** The oldest goes when there are more. @default 100 */
  readonly most?: number;
}

/** Keeps questions in memory; `Kept` is what the host needs beside, such as the account they are for. */
export const pendingAuthorizations = <Kept>(
  clock: Clock,
  { seconds = 600, most = 100 }: PendingOptions = {},
): PendingAuthorizations<Kept> => {
  let waiting: { readonly pending: PendingAuthorization; readonly kept: Kept; readonly until: number }[] = [];
  return {
    add: (pending, kept) => {
      const now = clock.now();
      const entry = { pending, kept, until: now + seconds * 1000 };
      waiting = [...waiting.filter(({ until }) => until > now), entry].slice(-most);
    },
    take: (state) => {
      if (typeof state !== 'string') return undefined;
      let found: (typeof waiting)[number] | undefined;
      // All are compared, so that the time tells nothing of which came close.
      for (const entry of waiting) if (sameText(entry.pending.state, state)) found = entry;
      waiting = waiting.filter((entry) => entry !== found);
      if (!found || found.until <= clock.now()) return undefined;
      return { pending: found.pending, kept: found.kept };
    },
  };
};
