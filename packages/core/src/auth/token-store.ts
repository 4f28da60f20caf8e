import type { Clock } from '../request/transport.ts';

/** What is kept under a key. */
export interface StoredContent {
  /** Raised by one with every write, and never set back; 0 when nothing was ever written */
  readonly revision: number;
  /** `undefined` when nothing is kept. Holds secrets */
  readonly content: string | undefined;
}

/**
 * Where tokens are kept. All processes that use a grant share one. A store only has to be atomic in each call; what the content
 * means is the life cycle's.
 */
export interface TokenStore {
  read(key: string): Promise<StoredContent>;
  /**
   * Writes when nobody wrote since `revision` was read, and, where `fence` is given, nobody was given the lease since.
   * @param content `undefined` forgets it; the revision goes on counting, so that a late writer cannot bring it back
   * @returns whether it was written
   */
  write(key: string, revision: number, content: string | undefined, fence?: number): Promise<boolean>;
  /**
   * Lets one holder in for a while, by the store's own clock.
   * @returns a number that is higher than all before it, or `undefined` while somebody else holds the lease
   */
  lease(key: string, milliseconds: number): Promise<number | undefined>;
  /** Ends a lease, if it is still the newest. */
  release(key: string, fence: number): Promise<void>;
}

interface Entry {
  revision: number;
  content: string | undefined;
  fence: number;
  leasedUntil: number;
}

/** Tokens in the memory of one process: gone with it. */
export const memoryTokenStore = (clock: Pick<Clock, 'now'>): TokenStore => {
  const entries = new Map<string, Entry>();
  const entryOf = (key: string): Entry => {
    const entry = entries.get(key) ?? { revision: 0, content: undefined, fence: 0, leasedUntil: 0 };
    entries.set(key, entry);
    return entry;
  };
  return {
    read: async (key) => {
      const { revision, content } = entryOf(key);
      return { revision, content };
    },
    write: async (key, revision, content, fence) => {
      const entry = entryOf(key);
      if (entry.revision !== revision || (fence !== undefined && entry.fence !== fence)) return false;
      entry.revision++;
      entry.content = content;
      return true;
    },
    lease: async (key, milliseconds) => {
      const entry = entryOf(key);
      if (entry.leasedUntil > clock.now()) return undefined;
      entry.leasedUntil = clock.now() + milliseconds;
      return ++entry.fence;
    },
    release: async (key, fence) => {
      const entry = entryOf(key);
      if (entry.fence === fence) entry.leasedUntil = 0;
    },
  };
};
