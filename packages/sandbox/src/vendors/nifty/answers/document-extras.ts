import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import type { Values } from '../values.ts';

/** Comments and threads of a document. */
export const documentExtras = (row: Row, { store }: Twin): Values => {
  const messages = store.rows('message').filter(({ document }) => document === row.id);
  return {
    comments: messages.length,
    discussion_keys: [...new Set(messages.flatMap(({ entity_key }) => (entity_key ? [entity_key] : [])))],
    hasAccess: true,
  };
};
