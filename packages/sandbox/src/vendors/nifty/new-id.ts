import type { Random } from '../../random.ts';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const plain = `${letters}0123456789_!`;

const drawn = (random: Random, characters: string, count: number): string =>
  Array.from({ length: count }, () => characters[random.below(characters.length)]).join('');

/** A short random text as Nifty's identifiers are; those of documents have no hyphen, which the newer API would not take. */
export const newId = (resource: string, random: Random): string =>
  drawn(random, letters, 1) + drawn(random, resource === 'document' ? plain : `${plain}-`, 9 + random.below(5));

/** A long random text, such as a password or the secret of an app. It opens nothing. */
export const newSecret = (random: Random): string => `sandbox-${drawn(random, letters, 16)}`;
