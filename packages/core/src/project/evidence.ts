import type { Evidence } from '../define/operation.ts';
import type { Vendor } from '../define/vendor.ts';

/** What an evidence mark means, as the reference says it. */
export const evidenceText = (evidence: Evidence, { label }: Vendor): string => {
  if (evidence === 'documented') return `Documented by ${label}.`;
  if (evidence === 'partly')
    return `Partly documented: the path is proven, details come from neighbouring pages of ${label}.`;
  return `Not confirmed by ${label}'s documentation.`;
};

/** What an editor adds to the name of something that is not certain; `undefined` where nothing needs to be said. */
export const doubtAbout = (evidence: Evidence, { label }: Vendor): string | undefined =>
  evidence === 'inferred' ? `not confirmed by ${label}'s documentation` : undefined;
