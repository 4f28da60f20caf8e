import type { VendorRules } from '../../rules.ts';
import { acts } from './acts.ts';
import { boardRules } from './board-rules.ts';
import { cardRules } from './card-rules.ts';
import { collectionRules } from './collection-rules.ts';
import { vplanCredential } from './credential.ts';
import { eventsOf } from './events.ts';
import { me } from './me.ts';
import { moveToBacklog, moveToBoard } from './plan.ts';
import { checkQuery, plain, present, select } from './reading.ts';
import { seed } from './seed.ts';
import { subscriptions } from './subscriptions.ts';
import { webhookRules } from './webhook-rules.ts';

/** vPlan's behaviour, from its documentation of June 2026. What that leaves open is said where it is decided. */
export const vplanRules: VendorRules = {
  vendor: 'vplan',
  basePath: '/v1',
  authScheme: 'apiKey',
  credential: vplanCredential,
  seed,
  handlers: { 'me.get': me, 'collection.moveToBoard': moveToBoard, 'collection.moveToBacklog': moveToBacklog },
  resources: { board: boardRules, card: cardRules, collection: collectionRules, webhook: webhookRules },
  // Both are in vPlan's own sample bodies.
  alsoTaken: { 'card.create': ['collection_id'], 'card.update': ['collection_id'] },
  checkQuery,
  select,
  present,
  plain,
  eventsOf,
  subscriptions,
  acts,
  errorBody: ({ status, problems }, reference) => ({
    reference,
    errors: problems.map(({ message, description }) => ({ code: status, message, description })),
  }),
};
