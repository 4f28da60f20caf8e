import type { Call } from '../../../rules.ts';
import { checkReferences } from './check-references.ts';
import { checkSent } from './check-sent.ts';
import { checkTargets } from './check-targets.ts';
import { checkToken } from './check-token.ts';

/** Refuses what Nifty would refuse before it does anything. */
export const checkQuery = (call: Call): void => {
  checkToken(call);
  checkSent(call);
  checkTargets(call);
  checkReferences(call);
};
