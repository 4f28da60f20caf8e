import type { Vendor } from '@patchbay/core';
import { collectionGroups } from './collections.ts';
import { conditionsAmong } from './conditions.ts';
import type { Grouping } from './kept-grouping.ts';
import { operationsFor } from './node-properties.ts';
import { placeOf } from './placement.ts';

/** How the offers of a vendor's forms are grouped, for its package to keep. */
export const groupingOf = (vendor: Vendor): Grouping => {
  const forms = ([1, 2] as const).map((tier) => operationsFor(vendor, tier)).filter((all) => all.length > 1);
  return Object.fromEntries(
    forms
      .flatMap((all) => collectionGroups(all, conditionsAmong(all.map(placeOf))))
      .map(({ key, offers, groups }) => [
        key,
        offers.map((offer) => groups.findIndex((group) => group.includes(offer))),
      ]),
  );
};
