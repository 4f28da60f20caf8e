import type { TokenStore } from '@patchbay/core';
import type { Treatment, VirtualProcess, World } from './world.ts';

interface Kept {
  accessToken?: string;
  refreshToken?: string;
  sent?: string;
  lost?: string;
}

/** What happens in a store that somebody watches. */
export interface StoreWatch {
  written(before: Kept | undefined, after: Kept | undefined): void;
}

const keptIn = (content: string | undefined): Kept | undefined =>
  content === undefined ? undefined : (JSON.parse(content) as Kept);

/** One store for all processes of a world. It may be slow, fail, or do the work and lose the answer. */
export const virtualStore = (world: World, watch: StoreWatch) => {
  const entry = { revision: 0, content: undefined as string | undefined, fence: 0, leasedUntil: 0 };
  let downUntil = 0;

  const treatment = (): Treatment => {
    const delay = world.between(0, 8);
    if (world.quiet) return { delay };
    if (world.chance(0.002)) downUntil = world.now + world.between(500, 20_000);
    if (world.now < downUntil || world.chance(0.01)) {
      world.counts.storeFailures++;
      return { delay, fails: world.chance(0.4) ? 'after' : 'before' };
    }
    // Longer than the life cycle waits: the answer comes when nobody listens any more, and the work is done all the same.
    if (world.chance(0.004)) return { delay: world.between(4000, 9000) };
    return { delay };
  };
  const failure = (): Error => new Error('the store is down');

  const storeFor = (process: VirtualProcess): TokenStore => ({
    read: () => world.ask(process, treatment, () => ({ revision: entry.revision, content: entry.content }), failure),
    write: (_, revision, content, fence) =>
      world.ask(
        process,
        treatment,
        () => {
          const late = entry.revision !== revision || (fence !== undefined && entry.fence !== fence);
          if (late && world.plan.brokenStore !== 'writes over') return false;
          watch.written(keptIn(entry.content), keptIn(content));
          entry.revision++;
          entry.content = content;
          return true;
        },
        failure,
      ),
    lease: (_, milliseconds) =>
      world.ask(
        process,
        treatment,
        () => {
          if (entry.leasedUntil > world.now && world.plan.brokenStore === undefined) return undefined;
          entry.leasedUntil = world.now + milliseconds;
          return ++entry.fence;
        },
        failure,
      ),
    release: (_, fence) =>
      world.ask(
        process,
        treatment,
        () => {
          if (entry.fence === fence) entry.leasedUntil = 0;
        },
        failure,
      ),
  });
  return { storeFor, kept: () => keptIn(entry.content) };
};
