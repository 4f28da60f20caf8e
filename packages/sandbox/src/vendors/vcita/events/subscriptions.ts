import type { SubscriptionRules } from '../../../rules.ts';
import type { Twin } from '../../../twin.ts';
import { isOn } from '../settings.ts';

/** Names under which events arrive, where they differ from the subscribed ones. */
const deliveredAs = (event: string, { vendor }: Twin): string => vendor.webhooks.aliases?.[event] ?? event;

/**
 * vcita's deliveries: unsigned, `{entity_name, event_type, data}`, in a list when that is switched on. Nothing is published on
 * retries: there are none here.
 */
export const subscriptions: SubscriptionRules = {
  retryDelays: [],
  canSend: () => true,
  afterFailure: (row) => row,
  afterSuccess: (row) => row,
  payload({ event, data }, _, twin) {
    const [entity_name, event_type] = deliveredAs(event, twin).split('/');
    const delivery = { entity_name, event_type, data };
    return isOn('deliveries_in_list', twin) ? [delivery] : delivery;
  },
};
