import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import type { Values } from '../values.ts';

/** Subtasks have a parent and no milestone, other tasks count theirs; only completed ones tell when and by whom. */
export const taskExtras = (row: Row, { store }: Twin): Values => {
  const comments = store.rows('message').filter(({ task }) => task === row.id).length;
  const open = row.completed ? {} : { completed_on: undefined, completed_by: undefined };
  if (row.task)
    return { ...open, comments, milestone: undefined, total_subtasks: undefined, completed_subtasks: undefined };
  const subtasks = store.rows('task').filter(({ task }) => task === row.id);
  return {
    ...open,
    comments,
    task: undefined,
    total_subtasks: subtasks.length,
    completed_subtasks: subtasks.filter(({ completed }) => completed === true).length,
  };
};
