import type { Offer } from './group-offers.ts';
import type { Ungrouped } from './grouping.ts';

/** For the offers of each collection, by its key, the numbers of the groups that they are in. */
export type Grouping = Readonly<Record<string, readonly number[]>>;

const kept: Record<string, readonly number[]> = {};

/** Keeps how the offers of a vendor were grouped when its package was built. */
export const keepGrouping = (grouping: Grouping): void => {
  Object.assign(kept, grouping);
};

/** Takes the place of `grouping.ts` in a built package: to search for the groups takes far longer than all the rest of a form. */
export const groupsOf = ({ key, offers }: Pick<Ungrouped, 'key' | 'offers'>): (readonly Offer[])[] => {
  const groups: Offer[][] = [];
  for (const [at, offer] of offers.entries()) {
    const number = kept[key]?.[at] ?? at;
    groups[number] = [...(groups[number] ?? []), offer];
  }
  return groups;
};
