import type { Actor } from '../../../rules.ts';
import type { Twin } from '../../../twin.ts';

const tagsOn = (twin: Twin, matter: string): string[] => {
  const tags = twin.store.find('matter', matter)?.tags;
  return Array.isArray(tags) ? tags.map(String) : [];
};

/** Puts tags on matters; one that is there already stays. */
export const addTags = (matters: readonly string[], tags: readonly string[], twin: Twin, actor: Actor): void => {
  for (const matter of matters)
    twin.records.update('matter', matter, { tags: [...new Set([...tagsOn(twin, matter), ...tags])] }, actor);
};

/** Takes tags off matters. */
export const removeTags = (matters: readonly string[], tags: readonly string[], twin: Twin, actor: Actor): void => {
  for (const matter of matters)
    twin.records.update('matter', matter, { tags: tagsOn(twin, matter).filter((tag) => !tags.includes(tag)) }, actor);
};
