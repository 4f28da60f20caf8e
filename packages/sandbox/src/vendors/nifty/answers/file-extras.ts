import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import type { Values } from '../values.ts';

/** Comments on a file. */
export const fileExtras = (row: Row, { store }: Twin): Values => ({
  comments: store.rows('message').filter(({ file }) => file === row.id).length,
});
