/** Pages that are on their way, oldest first. */
export interface Ahead<Page> {
  /** Asks for a page, if it is not asked for already */
  ask(position: number): void;
  /** Waits for a page, asking for it if need be */
  take(position: number): Promise<Page>;
  /** Forgets all pages and cancels their requests */
  drop(): void;
}

/** Fetches pages by position before they are wanted; whoever takes them gets them in their own order. */
export const createAhead = <Page>(
  fetch: (position: number, signal: AbortSignal) => Promise<Page>,
  signal: AbortSignal | undefined,
): Ahead<Page> => {
  const asked = new Map<number, { readonly page: Promise<Page>; readonly stop: AbortController }>();
  const ask: Ahead<Page>['ask'] = (position) => {
    if (asked.has(position)) return;
    const stop = new AbortController();
    const page = fetch(position, signal ? AbortSignal.any([signal, stop.signal]) : stop.signal);
    // It may be dropped before anybody waits for it.
    page.catch(() => undefined);
    asked.set(position, { page, stop });
  };
  return {
    ask,
    take: (position) => {
      ask(position);
      const { page } = asked.get(position) as { readonly page: Promise<Page> };
      asked.delete(position);
      return page;
    },
    drop: () => {
      for (const { stop } of asked.values()) stop.abort();
      asked.clear();
    },
  };
};
