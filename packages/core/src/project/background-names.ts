import type { Background } from '../define/operation.ts';

/** Names of what a caller says about work in the background, and of what the record tells of it. */
export const backgroundNames = ({ what }: Background) =>
  ({
    /** Input: whether to wait */
    wait: `wait_for_${what}`,
    /** Input: how long at most */
    seconds: 'wait_seconds',
    /** In the record: whether nothing more came in the end; `false` when the time was up */
    settled: `${what}_settled`,
  }) as const;
