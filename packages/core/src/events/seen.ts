/** Remembers what came, so that a repetition can be dropped. */
export interface Seen {
  /** Whether this identifier is new; it is known from now on */
  isNew(id: string, now: number): boolean;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Remembers identifiers for 24 hours, and the newest `most` of them if there are more than that.
 * @param most bounds the memory: about 100 bytes each. @default 50,000
 */
export const createSeen = (most = 50_000): Seen => {
  const instants = new Map<string, number>();
  return {
    isNew: (id, now) => {
      // Oldest first: a Map keeps the order in which keys came.
      for (const [oldest, instant] of instants) {
        if (now - instant < day && instants.size < most) break;
        instants.delete(oldest);
      }
      if (instants.has(id)) return false;
      instants.set(id, now);
      return true;
    },
  };
};
