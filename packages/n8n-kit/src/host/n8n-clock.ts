import { type Clock, TransportError } from '@patchbay/core';
import { sleep } from 'n8n-workflow';

/** n8n has no wait that can be cancelled: it is made of short ones. */
const slice = 200;

/** n8n's time. Timers of JavaScript are closed to community nodes. */
export const n8nClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    for (let left = milliseconds; left > 0; left -= slice) {
      if (signal?.aborted) break;
      await sleep(Math.min(left, slice));
    }
    if (signal?.aborted) throw new TransportError('The call was cancelled while waiting', { code: 'ABORTED' });
  },
};
