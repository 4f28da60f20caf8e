import type { Offer } from './group-offers.ts';

type Group = readonly Offer[];

/** What the collection of a group costs in bytes. */
export type CostOf = (group: Group) => number;

/** What may leave a group together: an operation, those of a resource, those of one name, all of it. */
const partsOf = (group: Group): Group[] => {
  const parts = new Map<string, Group>([['', group]]);
  for (const offer of group)
    for (const key of [`${offer.resource}.${offer.operation}`, `${offer.resource}.`, `.${offer.operation}`])
      parts.set(key, [...(parts.get(key) ?? []), offer]);
  return [...parts.values()];
};

const without = (group: Group, part: Group): Group => group.filter((offer) => !part.includes(offer));

/** A part of a group that goes to another one, and what is saved by it. */
interface Move {
  readonly saved: number;
  readonly from: Group;
  readonly to: Group;
  readonly part: Group;
}

const remembered = <Result>(find: (one: Group, other: Group) => Result) => {
  const known = new WeakMap<Group, WeakMap<Group, Result>>();
  return (one: Group, other: Group): Result => {
    const ofOne = known.get(one) ?? new WeakMap<Group, Result>();
    known.set(one, ofOne);
    const result = ofOne.get(other) ?? find(one, other);
    ofOne.set(other, result);
    return result;
  };
};

/**
 * Groups from which no part can move to another group, or become one, so that the form gets smaller. `groupOffers` joins them by
 * an estimate, which is fast and leaves some bytes lying about.
 */
export const settledGroups = (groups: readonly Group[], cost: CostOf): Group[] => {
  const none: Group = [];
  const costs = new Map<string, number>();
  const numbers = new Map(groups.flat().map((offer, number) => [offer, number]));
  const costOf = (group: Group): number => {
    if (group.length === 0) return 0;
    const key = Uint16Array.from(group, (offer) => numbers.get(offer) ?? 0)
      .sort()
      .join();
    const known = costs.get(key) ?? cost(group);
    costs.set(key, known);
    return known;
  };
  const bestBetween = remembered((from, to): Move => {
    let best: Move = { saved: 0, from, to, part: none };
    for (const part of partsOf(from)) {
      const freed = costOf(from) + costOf(to) - costOf(without(from, part));
      const saved = freed > best.saved ? freed - costOf([...to, ...part]) : 0;
      if (saved > best.saved) best = { saved, from, to, part };
    }
    return best;
  });
  const settled = new Set(groups);
  const bestMove = (): Move => {
    let best: Move = { saved: 0, from: none, to: none, part: none };
    for (const from of settled)
      for (const to of [none, ...settled]) {
        const move = to === from ? best : bestBetween(from, to);
        if (move.saved > best.saved) best = move;
      }
    return best;
  };
  for (let move = bestMove(); move.saved > 0; move = bestMove()) {
    const { from, to, part } = move;
    const rest = without(from, part);
    settled.delete(from);
    settled.delete(to);
    settled.add([...to, ...part]);
    if (rest.length > 0) settled.add(rest);
  }
  return [...settled];
};
