import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, TransportError } from '@patchbay/core';

/** The time of this machine. */
export const systemClock: Clock = {
  now: Date.now,
  async sleep(milliseconds, signal) {
    try {
      await wait(milliseconds, undefined, signal && { signal });
    } catch (cause) {
      throw new TransportError('The call was cancelled while waiting', { code: 'ABORTED', cause });
    }
  },
};
