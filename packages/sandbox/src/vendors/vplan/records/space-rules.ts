import type { ResourceRules } from '../../../rules.ts';

/** Boards under one roof. How a board gets into a space is not documented: the seed and nobody else puts them there. */
export const spaceRules: ResourceRules = { defaults: () => ({ name: '', boards: [] }) };
