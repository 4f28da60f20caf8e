import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import type { Values } from '../values.ts';

const points = (tasks: readonly Row[]): number =>
  tasks.reduce((sum, { story_points }) => sum + Number(story_points ?? 0), 0);

/** Progress and estimates of a project, from its tasks. */
export const projectExtras = (row: Row, { store }: Twin): Values => {
  const tasks = store.rows('task').filter(({ project, archived }) => project === row.id && archived !== true);
  const done = tasks.filter(({ completed }) => completed === true);
  return {
    progress: tasks.length === 0 ? 0 : Math.round((done.length / tasks.length) * 100) / 100,
    total_story_points: points(tasks),
    completed_story_points: points(done),
  };
};
