import type { Call, VendorRules } from '../../rules.ts';
import { acts } from './acts/acts.ts';
import { credentialOf, vcitaCredential } from './credential.ts';
import { eventsOf } from './events/events.ts';
import { subscriptions } from './events/subscriptions.ts';
import { handlers } from './handlers.ts';
import { newId } from './new-id.ts';
import { oauth } from './oauth.ts';
import { resources } from './resource-rules.ts';
import { seed } from './seed/seed.ts';
import { checkAccess } from './wire/access.ts';
import { acknowledge, beside, envelope } from './wire/envelope.ts';
import { present } from './wire/present.ts';
import { checkReferences } from './wire/references.ts';
import { errorBody, missingWrapping, refuse } from './wire/refusals.ts';
import { select } from './wire/select.ts';
import { status } from './wire/statuses.ts';

const checkQuery = (call: Call): void => {
  checkAccess(call);
  checkReferences(call);
};

/** vcita's behaviour, from its descriptions of up to August 2026. What they leave open is said where it is decided. */
export const vcitaRules: VendorRules = {
  vendor: 'vcita',
  basePath: '',
  authScheme: 'token',
  credential: vcitaCredential,
  credentialOf,
  oauth,
  seed,
  handlers,
  resources,
  pageSize: 25,
  waitForm: 'none',
  newId,
  checkQuery,
  select,
  present,
  beside,
  envelope,
  acknowledge,
  status,
  eventsOf,
  subscriptions,
  acts,
  refuse,
  errorBody,
  missingWrapping,
};
