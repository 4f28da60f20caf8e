import { StoreError, type TokenStore } from '@patchbay/core';

/** A place for JSON values under names, such as `RED.settings`. */
export interface SettingsPlace {
  get(name: string): unknown;
  /** Resolves when the value will survive a crash */
  set(name: string, value: unknown): Promise<unknown> | unknown;
}

interface Kept {
  readonly revision: number;
  readonly content?: string;
}

interface Lease {
  readonly fence: number;
  readonly until: number;
}

const keptIn = (value: unknown): Kept => {
  if (value === undefined || value === null) return { revision: 0 };
  const { revision, content } = Object(value) as Record<string, unknown>;
  if (typeof revision === 'number' && (content === undefined || typeof content === 'string'))
    return { revision, ...(content !== undefined && { content }) };
  throw new StoreError('What the settings keep for this connection is not what was written there', {
    retryable: false,
    advice: 'Connect the account again',
  });
};

interface Shared {
  readonly leases: Map<string, Lease>;
  queue: Promise<unknown>;
}

// By place, not by store: a flow that is deployed anew makes a second store beside the first.
const places = new WeakMap<SettingsPlace, Shared>();

/**
 * Tokens among the settings of one process. Nobody else may write them: leases are known in this process only, and end with it.
 * All stores of a process have to be given the same `place`. The content is as readable as the settings are; wrap it in `sealedStore`.
 */
export const settingsStore = (place: SettingsPlace, prefix = 'patchbay:grant:'): TokenStore => {
  const shared = places.get(place) ?? { leases: new Map(), queue: Promise.resolve() };
  places.set(place, shared);
  const { leases } = shared;
  // Writes wait for each other: `set` may still be busy with the last one.
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = shared.queue.then(work);
    shared.queue = result.catch(() => undefined);
    return result;
  };
  return {
    read: (key) =>
      inTurn(async () => {
        const { revision, content } = keptIn(place.get(prefix + key));
        return { revision, content };
      }),
    write: (key, revision, content, fence) =>
      inTurn(async () => {
        const kept = keptIn(place.get(prefix + key));
        if (kept.revision !== revision || (fence !== undefined && (leases.get(prefix + key)?.fence ?? 0) !== fence))
          return false;
        await place.set(prefix + key, { revision: revision + 1, ...(content !== undefined && { content }) });
        return true;
      }),
    lease: async (key, milliseconds) => {
      const last = leases.get(prefix + key);
      const now = performance.now();
      if (last && last.until > now) return undefined;
      const fence = (last?.fence ?? 0) + 1;
      leases.set(prefix + key, { fence, until: now + milliseconds });
      return fence;
    },
    release: async (key, fence) => {
      if (leases.get(prefix + key)?.fence === fence) leases.set(prefix + key, { fence, until: 0 });
    },
  };
};
