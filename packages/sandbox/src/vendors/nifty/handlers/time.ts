import type { Handler } from '../../../rules.ts';
import { isVisible } from '../access/visible.ts';
import { textsIn } from '../values.ts';

/** Seconds tracked in a period. Neither the shape of the answer nor the unit is published: both are ours. */
export const duration: Handler = ({ query, twin }) => {
  const { start, end, project_id, task_id, user_id, user_ids } = query;
  const users = [...textsIn(user_ids), ...(typeof user_id === 'string' ? [user_id] : [])];
  const entries = twin.store
    .rows('time')
    .filter(
      (row) =>
        isVisible('time', row, twin) &&
        String(row.start) >= String(start) &&
        String(row.start) <= String(end) &&
        (project_id === undefined || row.project === project_id) &&
        (task_id === undefined || row.task === task_id) &&
        (users.length === 0 || users.includes(String(row.user))),
    );
  return { kind: 'content', content: { duration: entries.reduce((sum, entry) => sum + Number(entry.duration), 0) } };
};
