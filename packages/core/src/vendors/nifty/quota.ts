import type { Quota } from '../../define/quota.ts';

/** By method. The reference counts for each token, the author of one client for the whole workspace. */
export const quota: Quota = {
  budgets: [
    { requests: 200, seconds: 60, methods: ['GET'] },
    { requests: 50, seconds: 60, methods: ['POST'] },
    { requests: 50, seconds: 60, methods: ['PUT'] },
    { requests: 10, seconds: 60, methods: ['DELETE'] },
  ],
  waitSeconds: 60,
  source: 'https://developers.niftypm.com/',
};
