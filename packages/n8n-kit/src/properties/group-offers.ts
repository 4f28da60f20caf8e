import { oneConditionAmong, type Place } from './conditions.ts';

/** An operation with what a collection would offer for it: numbers that stand for properties. */
export interface Offer extends Place {
  readonly properties: readonly number[];
}

/** In how many operations of a group a property is, and the ways in which these are combined over resources. */
interface Use {
  readonly count: number;
  readonly patterns: readonly string[];
}

/** Operations that share one collection. */
interface Group {
  readonly offers: readonly Offer[];
  /** Where it is only one */
  readonly resource: string | undefined;
  readonly uses: ReadonlyMap<number, Use>;
  readonly cost: number;
}

// What the parts cost in bytes, about: enough to see which operations should share a collection.
const collectionCost = 190;
const conditionCost = 40;
const resourceCost = 5;
const nameCost = 10;

const headCost = (offers: number): number => collectionCost + Math.min(offers, 6) * nameCost;

const useCost = ({ count, patterns }: Use, offers: number, isSingle: boolean, size: number): number => {
  if (count === offers) return size;
  // Written down once for each pattern: a condition names resources and operations apart.
  return (isSingle ? size + conditionCost : patterns.length * (size + conditionCost + resourceCost)) + count * nameCost;
};

const bothUses = (one: Use, other: Use, isSingle: boolean): Use => ({
  count: one.count + other.count,
  patterns: isSingle
    ? [`${one.patterns[0]},${other.patterns[0]}`]
    : one.patterns.length === 1 && other.patterns.length === 1 && one.patterns[0] === other.patterns[0]
      ? one.patterns
      : [...new Set([...one.patterns, ...other.patterns])],
});

const isSingle = (one: Group, other: Group): boolean => one.resource !== undefined && one.resource === other.resource;

/** What one collection for both would cost. */
const costTogether = (one: Group, other: Group, sizes: readonly number[]): number => {
  const offers = one.offers.length + other.offers.length;
  const single = isSingle(one, other);
  let cost = headCost(offers);
  for (const [property, use] of one.uses) {
    const too = other.uses.get(property);
    cost += useCost(too ? bothUses(use, too, single) : use, offers, single, sizes[property] as number);
  }
  for (const [property, use] of other.uses)
    if (!one.uses.has(property)) cost += useCost(use, offers, single, sizes[property] as number);
  return cost;
};

const together = (one: Group, other: Group, sizes: readonly number[]): Group => {
  const single = isSingle(one, other);
  const uses = new Map(one.uses);
  for (const [property, use] of other.uses) {
    const known = uses.get(property);
    uses.set(property, known ? bothUses(known, use, single) : use);
  }
  return {
    offers: [...one.offers, ...other.offers],
    resource: single ? one.resource : undefined,
    uses,
    cost: costTogether(one, other, sizes),
  };
};

const groupOf = (offer: Offer, sizes: readonly number[]): Group => {
  const use: Use = { count: 1, patterns: [offer.operation] };
  const cost = offer.properties.reduce((sum, property) => sum + (sizes[property] as number), headCost(1));
  return {
    offers: [offer],
    resource: offer.resource,
    uses: new Map(offer.properties.map((property) => [property, use])),
    cost,
  };
};

interface Gain {
  readonly gain: number;
  readonly one: Group;
  readonly other: Group;
}

/**
 * Joins the two groups that gain most by it, until none gains.
 * @param mayGain tells cheaply of most pairs that they cannot gain
 * @param isAllowed asked only of the pair that gains most
 */
const joined = (
  groups: readonly Group[],
  sizes: readonly number[],
  mayGain: (one: Group, other: Group) => boolean,
  isAllowed: (offers: readonly Offer[]) => boolean,
): Group[] => {
  const left = new Set(groups);
  let gains: Gain[] = [];
  const consider = (one: Group, other: Group): void => {
    if (!mayGain(one, other)) return;
    const gain = one.cost + other.cost - costTogether(one, other, sizes);
    if (gain > 0) gains.push({ gain, one, other });
  };
  for (const [index, one] of groups.entries()) for (const other of groups.slice(index + 1)) consider(one, other);
  while (gains.length > 0) {
    const best = gains.reduce((most, each) => (each.gain > most.gain ? each : most));
    const { one, other } = best;
    if (!isAllowed([...one.offers, ...other.offers])) {
      gains = gains.filter((each) => each !== best);
      continue;
    }
    const both = together(one, other, sizes);
    left.delete(one);
    left.delete(other);
    gains = gains.filter((each) => left.has(each.one) && left.has(each.other));
    for (const rest of left) consider(rest, both);
    left.add(both);
  }
  return [...left];
};

/** Whether two groups could gain by sharing a collection: what they have in common outweighs the conditions on the rest. */
const mayGainIn =
  (sizes: readonly number[]) =>
  (one: Group, other: Group): boolean => {
    const [few, many] = one.uses.size < other.uses.size ? [one, other] : [other, one];
    let common = 0;
    let saved = 0;
    for (const property of few.uses.keys())
      if (many.uses.has(property)) {
        common++;
        saved += sizes[property] as number;
      }
    const rest = few.uses.size + many.uses.size - 2 * common;
    return common > 0 && saved + collectionCost > (rest * conditionCost) / 2;
  };

const costOfAll = (groups: readonly Group[]): number => groups.reduce((sum, { cost }) => sum + cost, 0);

const partitioned = (offers: readonly Offer[], part: keyof Place): Offer[][] => {
  const parts = new Map<string, Offer[]>();
  for (const offer of offers) {
    const known = parts.get(offer[part]);
    if (known) known.push(offer);
    else parts.set(offer[part], [offer]);
  }
  return [...parts.values()];
};

/**
 * Which operations share a collection, so that the form is small: those of a resource, or those of the same name, and more
 * of them where that gains. A collection that several conditions are needed for would be written down as often, so
 * operations of several resources share one only where a single condition tells them from all others.
 * @param sizes bytes of each property
 * @param all the operations that the form is for
 */
export const groupOffers = (
  offers: readonly Offer[],
  sizes: readonly number[],
  all: readonly Place[],
): (readonly Offer[])[] => {
  const hasOneCondition = oneConditionAmong(all);
  const always = (): boolean => true;
  const alone = (same: readonly Offer[]): Group[] => same.map((offer) => groupOf(offer, sizes));
  const ofResources = partitioned(offers, 'resource').flatMap((same) => joined(alone(same), sizes, always, always));
  const ofOperations = partitioned(offers, 'operation').map((same) =>
    alone(same).reduce((one, other) => together(one, other, sizes)),
  );
  const groupings = [ofResources, ofOperations].map((groups) =>
    joined(groups, sizes, mayGainIn(sizes), hasOneCondition),
  );
  const [byResource, byOperation] = groupings as [Group[], Group[]];
  return (costOfAll(byOperation) < costOfAll(byResource) ? byOperation : byResource).map((group) => group.offers);
};
