import { expect, test } from 'vitest';
import type { Offer } from './group-offers.ts';
import { type CostOf, settledGroups } from './settled-groups.ts';

const offer = (key: string): Offer => {
  const [resource, operation] = key.split('.') as [string, string];
  return { resource, operation, properties: [] };
};
const offers = ['card.create', 'card.update', 'board.create'].map(offer) as [Offer, Offer, Offer];
const keysIn = (groups: readonly (readonly Offer[])[]) =>
  groups.map((group) => group.map(({ resource, operation }) => `${resource}.${operation}`).sort()).sort();

/** What each group costs by the names in it; all others cost much. */
const priced =
  (prices: Readonly<Record<string, number>>): CostOf =>
  (group) =>
    prices[keysIn([group])[0]?.join() ?? ''] ?? 100;

test('operations that are cheaper in another group move there', () => {
  const cost = priced({
    'card.create,card.update': 50,
    'board.create': 40,
    'card.update': 30,
    'board.create,card.create': 45,
  });
  const [create, update, other] = offers;
  expect(keysIn(settledGroups([[create, update], [other]], cost))).toEqual([
    ['board.create', 'card.create'],
    ['card.update'],
  ]);
});

test('groups that are cheaper as one are joined, and one that is cheaper as two is parted', () => {
  const [create, update, other] = offers;
  const one = priced({ 'board.create,card.create,card.update': 60, 'card.create,card.update': 50, 'board.create': 40 });
  expect(settledGroups([[create, update], [other]], one)).toHaveLength(1);
  const two = priced({ 'board.create,card.create,card.update': 95, 'card.create,card.update': 50, 'board.create': 40 });
  expect(settledGroups([[create, update, other]], two)).toHaveLength(2);
});

test('where nothing is saved, groups stay as they are', () => {
  const groups = offers.map((each) => [each]);
  expect(settledGroups(groups, () => Number.POSITIVE_INFINITY)).toEqual(groups);
});
