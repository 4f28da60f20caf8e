import type { SubscriptionRules } from '../../../rules.ts';
import type { Told } from './events.ts';

/** Whether and when Nifty tries again is not known: here it does not. Nothing is signed. */
export const subscriptions: SubscriptionRules = {
  retryDelays: [],
  canSend: () => true,
  afterFailure: (row) => row,
  afterSuccess: (row) => row,
  payload({ event, data }) {
    const { data: content, by } = data as Told;
    return { eventType: event, data: content, triggeredBy: { id: by } };
  },
};
