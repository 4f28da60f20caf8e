import type { Quota } from '../../define/quota.ts';

/**
 * The first counts all calls; whether for each token or for each app is not said. The others count single operations. No
 * header tells what is left, and a refusal names no instant.
 */
export const quota: Quota = {
  budgets: [
    { requests: 8, seconds: 1 },
    { requests: 60, seconds: 60, operations: ['search.search'] },
    { requests: 10, seconds: 600, operations: ['file.upload'] },
    { requests: 1, seconds: 5, operations: ['business.getUsage'] },
  ],
  source: 'https://developers.vcita.com/docs/api-policies-conventions',
};
