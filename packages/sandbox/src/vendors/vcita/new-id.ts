import type { Random } from '../../random.ts';

const characters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Entities of v3 whose examples show UUIDs. */
const withUuid = new Set(['file', 'fileRelation', 'importJob', 'importJobItem', 'activityMessage', 'paymentPlan']);

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, (_, index) => (index === 0 ? 1 + random.below(9) : random.below(10))).join('');

/** An identifier: opaque lower-case text of 16 characters, a UUID for some of v3, a number for subscriptions. */
export const newId = (resource: string, random: Random): string => {
  if (withUuid.has(resource)) return random.uuid();
  if (resource === 'webhook') return digits(random, 8);
  return Array.from({ length: 16 }, () => characters[random.below(characters.length)]).join('');
};
