import type { INodeProperties } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { conditionsAmong, type Place } from './conditions.ts';
import { share } from './share.ts';

const property = (name: string): INodeProperties => ({ displayName: name, name, type: 'string', default: '' });
const at = (...keys: string[]): Place[] =>
  keys.map((key) => {
    const [resource, operation] = key.split('.') as [string, string];
    return { resource, operation };
  });
const all = at('board.get', 'board.update', 'card.get', 'card.update', 'me.get', 'card.move');

const conditions = (places: Place[], among = all, root?: string) =>
  share(
    places.map((place) => ({ ...place, property: property('name') })),
    conditionsAmong(among),
    root,
  ).map(({ displayOptions }) => displayOptions?.show);

/** What n8n would show under these conditions. */
const shownFor = (found: ReturnType<typeof conditions>) =>
  all.filter((place) =>
    found.some((show) =>
      Object.entries(show ?? {}).every(([part, values]) => (values as unknown[]).includes(place[part as keyof Place])),
    ),
  );

test('what every operation has needs no condition', () => {
  expect(conditions(all)).toEqual([undefined]);
});

test('what an operation has in every resource is not tied to resources', () => {
  expect(conditions(at('board.update', 'card.update'))).toEqual([{ operation: ['update'] }]);
});

test('resources with the same operations share one condition', () => {
  expect(conditions(at('board.get', 'card.get'))).toEqual([{ resource: ['board', 'card'], operation: ['get'] }]);
});

test.each([
  [['board.get', 'board.update', 'card.get']],
  [['board.get', 'board.update', 'card.get', 'card.update', 'card.move']],
  [['me.get', 'card.move']],
  [['board.update', 'card.move', 'me.get', 'card.get', 'board.get']],
])('%j: exactly these are shown', (keys) => {
  expect(shownFor(conditions(at(...keys)))).toEqual(
    all.filter(({ resource, operation }) => keys.includes(`${resource}.${operation}`)),
  );
});

test('within a collection, conditions point to the root of the form', () => {
  expect(conditions(at('card.get'), at('card.get', 'card.update'), '/')).toEqual([{ '/operation': ['get'] }]);
});

test('different properties are not merged', () => {
  const [place] = at('board.get') as [Place];
  expect(
    share(
      [
        { ...place, property: property('a') },
        { ...place, property: property('b') },
      ],
      conditionsAmong(all),
    ),
  ).toHaveLength(2);
});
