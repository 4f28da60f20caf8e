import type { Row } from '../../store.ts';
import type { Twin } from '../../twin.ts';

/** The member whose tokens the twin takes. */
export const meOf = ({ store }: Twin): Row => {
  const [user] = store.rows('user');
  const me = store.rows('member').find(({ user_id }) => user_id === user?.id);
  if (!me) throw new Error('The studio has no member for its user');
  return me;
};

/** The workspace: it is no resource of the API, but records name it. */
export const teamOf = ({ store }: Twin): Row => {
  const [team] = store.rows('team');
  if (!team) throw new Error('The studio has no workspace');
  return team;
};
