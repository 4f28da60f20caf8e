import { oneConditionAmong, type Place } from './conditions.ts';
import { groupOffers, type Offer } from './group-offers.ts';
import { type CostOf, settledGroups } from './settled-groups.ts';

/** What there is to be grouped. */
export interface Ungrouped {
  /** Tells the collections of all forms apart */
  readonly key: string;
  readonly offers: readonly Offer[];
  /** Bytes of each property */
  readonly sizes: readonly number[];
  /** The operations that the form is for */
  readonly all: readonly Place[];
  readonly costOf: CostOf;
}

/**
 * Which operations share a collection, so that the form is small. It is found out when a package is built; there
 * `kept-grouping.ts` stands in its place.
 */
export const groupsOf = ({ offers, sizes, all, costOf }: Ungrouped): (readonly Offer[])[] => {
  const hasOneCondition = oneConditionAmong(all);
  // A collection that several conditions are needed for would be written down as often.
  const cost: CostOf = (group) => (hasOneCondition(group) ? costOf(group) : Number.POSITIVE_INFINITY);
  const groups = settledGroups(groupOffers(offers, sizes, all), cost);
  const at = new Map(offers.map((offer, index) => [offer, index]));
  const place = (offer: Offer | undefined): number => (offer && at.get(offer)) ?? 0;
  return groups
    .map((group) => group.toSorted((one, other) => place(one) - place(other)))
    .toSorted(([one], [other]) => place(one) - place(other));
};
