import { createRing } from './ring.ts';

/** Who or what a line of the story tells of. */
export type StoryKind = 'request' | 'background' | 'delivery' | 'person' | 'sandbox';

/** One thing that happened, in plain words. */
export interface StoryLine {
  readonly id: number;
  /** RFC 3339 */
  readonly at: string;
  readonly vendor: string | undefined;
  readonly kind: StoryKind;
  readonly text: string;
  readonly failed: boolean;
}

/** The feed of all that happens in a sandbox. */
export interface Story {
  tell(kind: StoryKind, vendor: string | undefined, text: string, failed?: boolean): void;
  lines(): readonly StoryLine[];
  /** Calls a listener with every new line; what comes back ends that. */
  follow(listener: (line: StoryLine) => void): () => void;
  clear(): void;
}

const keptLines = 300;

/** An empty story. */
export const createStory = (stamp: () => string): Story => {
  const ring = createRing<StoryLine>(keptLines);
  const listeners = new Set<(line: StoryLine) => void>();
  let id = 0;
  return {
    tell(kind, vendor, text, failed = false) {
      const line: StoryLine = { id: ++id, at: stamp(), vendor, kind, text, failed };
      ring.add(line);
      for (const listener of listeners) listener(line);
    },
    lines: ring.all,
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: ring.clear,
  };
};
