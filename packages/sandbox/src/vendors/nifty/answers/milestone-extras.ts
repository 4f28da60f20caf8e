import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import type { Values } from '../values.ts';

/** Counts of a milestone's tasks. The linked status is not always there. */
export const milestoneExtras = (row: Row, { store, scheduler }: Twin): Values => {
  const tasks = store.rows('task').filter(({ milestone }) => milestone === row.id);
  const now = scheduler.stamp();
  const late = ({ completed, due_date }: Row): boolean =>
    completed !== true && typeof due_date === 'string' && due_date < now;
  return {
    ...(row.task_group ? {} : { task_group: undefined }),
    statistic: {
      total: tasks.length,
      completed: tasks.filter(({ completed }) => completed === true).length,
      overdue: tasks.filter(late).length,
    },
  };
};
