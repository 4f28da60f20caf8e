import type { VendorRules } from '../../rules.ts';
import { checkQuery } from './access/check-query.ts';
import { acts } from './acts/acts.ts';
import { acknowledge, beside, status } from './answers/acknowledge.ts';
import { envelope } from './answers/envelope.ts';
import { present } from './answers/present.ts';
import { errorBody, refuse } from './answers/refuse.ts';
import { credentialOf, niftyCredential } from './credential.ts';
import { eventsOf } from './events/events.ts';
import { subscriptions } from './events/subscriptions.ts';
import { handlers } from './handlers.ts';
import { newId } from './new-id.ts';
import { oauth } from './oauth.ts';
import { select } from './query/select.ts';
import { resources } from './resource-rules.ts';
import { seed } from './seed/seed.ts';

/** 200 rows are known to work and one integration asks for 1000; labels are documented with 100. */
const mostRows = 1000;

/** Nifty's behaviour, from what its reference and working clients show. What they leave open is said where it is decided. */
export const niftyRules: VendorRules = {
  vendor: 'nifty',
  basePath: '',
  authScheme: 'personalToken',
  credential: niftyCredential,
  credentialOf,
  oauth,
  seed,
  handlers,
  resources,
  // `page` and `per_page` are among them.
  ignoresUnknownQuery: true,
  pageSize: 25,
  longestPage: ({ resource }) => (resource.name === 'label' ? 100 : mostRows),
  checkQuery,
  select,
  present,
  envelope,
  beside,
  acknowledge,
  status,
  eventsOf,
  subscriptions,
  acts,
  refuse,
  errorBody,
  waitForm: 'seconds',
  newId,
};
