import type { VendorRules } from '../../rules.ts';
import { acts } from './acts/acts.ts';
import { vplanCredential } from './credential.ts';
import { eventsOf } from './events/events.ts';
import { subscriptions } from './events/subscriptions.ts';
import { handlers } from './handlers.ts';
import { oauth } from './oauth.ts';
import { plain } from './query/plain.ts';
import { checkQuery, present, select } from './query/reading.ts';
import { resources } from './resource-rules.ts';
import { seed } from './seed/seed.ts';

/** vPlan's behaviour, from its documentation of June 2026. What that leaves open is said where it is decided. */
export const vplanRules: VendorRules = {
  vendor: 'vplan',
  basePath: '/v1',
  authScheme: 'apiKey',
  credential: vplanCredential,
  oauth,
  seed,
  handlers,
  resources,
  // All are in vPlan's own sample bodies.
  alsoTaken: {
    'card.create': ['collection_id'],
    'card.update': ['collection_id'],
    'comment.create': ['collection_id'],
    'comment.update': ['collection_id'],
    'cardChecklist.update': ['collection_id', 'card_id'],
    'orderRow.create': ['order_id'],
    'orderRow.update': ['order_id'],
  },
  // Its page gives webhooks a minimum of 1 and others none. What 0 means there is not documented any more; it once was no
  // limit. The usual page is what a caller gets that names none.
  takesLimitZero: ({ key }) => key !== 'webhook.list',
  checkQuery,
  select,
  present,
  plain,
  eventsOf,
  subscriptions,
  acts,
};
