import { createRandom } from '../random.ts';
import { type Fault, type FaultKind, type FaultSequence, faultKinds, faultOf } from './fault.ts';

/** Names of all kinds of faults, in the order of the page. */
export const allFaultKinds = Object.keys(faultKinds) as FaultKind[];

/**
 * Draws the fault of one request after the other. Each request takes two numbers, struck or not: what the n-th request
 * meets depends on the seed, the rate and the kinds alone.
 */
export const createSequence = ({ seed, rate, kinds = allFaultKinds, seconds }: FaultSequence) => {
  const random = createRandom(seed);
  return (): Fault | undefined => {
    const struck = random.next() < rate;
    const drawn = random.next();
    const kind = kinds[Math.floor(drawn * kinds.length)];
    return struck && kind ? faultOf(kind, seconds) : undefined;
  };
};
