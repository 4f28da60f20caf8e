import { notFound } from '../../../api-error.ts';
import type { Handler } from '../../../rules.ts';

/** The person behind the token. */
export const me: Handler = ({ twin }) => {
  const [row] = twin.store.rows('user');
  if (!row) throw notFound('user', 'me');
  return { kind: 'row', row };
};
