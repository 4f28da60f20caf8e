import type { Quota } from '../../define/quota.ts';

/** Told by a help article, not by the reference; every answer says what is left of it. */
export const quota: Quota = {
  headers: { limit: 'ratelimit-limit', remaining: 'ratelimit-remaining', reset: 'ratelimit-reset' },
  budgets: [{ requests: 10_000, seconds: 86_400 }],
  source: 'https://support.vplan.com',
};
