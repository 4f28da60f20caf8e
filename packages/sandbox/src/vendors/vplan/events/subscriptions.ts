import type { SubscriptionRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';

const suspendAfter = 250;
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const instant = (now: number): string => new Date(now).toISOString();

/** Whether vPlan sends to a subscription: it is switched on and not suspended. */
export const canSend = (row: Row, now: number): boolean =>
  row.active !== false && !(typeof row.disabled_until === 'string' && Date.parse(row.disabled_until) > now);

/** Values of a subscription without failures. */
export const healthy = {
  fail_streak: 0,
  fail_streak_started_at: null,
  last_failed_at: null,
  disabled_until: null,
} as const;

/**
 * vPlan's habits on deliveries: suspended after 250 failures (help article). When it tries again and how long a suspension
 * lasts is not published: the waits and the day are ours.
 */
export const subscriptions: SubscriptionRules = {
  retryDelays: [second, 5 * second, 30 * second, 2 * minute, 10 * minute, hour, 6 * hour],
  canSend,
  afterFailure(row, now) {
    const streak = Number(row.fail_streak ?? 0) + 1;
    return {
      ...row,
      fail_streak: streak,
      fail_streak_started_at: row.fail_streak_started_at ?? instant(now),
      last_failed_at: instant(now),
      disabled_until: streak >= suspendAfter ? instant(now + 24 * hour) : null,
    };
  },
  afterSuccess: (row) => ({ ...row, ...healthy, last_failed_at: row.last_failed_at ?? null }),
  payload: ({ event, data }, actor, { credential }) => ({
    environment: credential.environment,
    trigger: actor,
    event,
    data,
  }),
};
