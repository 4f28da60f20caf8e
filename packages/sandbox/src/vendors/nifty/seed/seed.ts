import type { Twin } from '../../../twin.ts';
import { seedLibrary } from './seed-library.ts';
import { seedProjects } from './seed-projects.ts';
import { seedTalk } from './seed-talk.ts';
import { seedWorkspace } from './seed-workspace.ts';

const dayMilliseconds = 86_400_000;
const apart = 3 * 60_000;

/** Days before today on which records of a kind begin to appear; the others are from the day the workspace was made. */
const beginnings: Readonly<Record<string, number>> = { task: 40, milestone: 40, document: 30, file: 30, message: 12 };
const firstDay = 90;

/** Spreads the rows over the past, each table in its order. */
const spread = ({ store, scheduler }: Twin): void => {
  for (const table of store.tables())
    for (const [index, row] of store.rows(table).entries()) {
      const begin = scheduler.now() - (beginnings[table] ?? firstDay) * dayMilliseconds;
      const at = new Date(begin + index * apart).toISOString();
      const done = row.completed_on
        ? { completed_on: new Date(Date.parse(at) + 5 * dayMilliseconds).toISOString() }
        : {};
      store.put(table, { ...row, ...done, created_at: at, updated_at: at });
    }
};

/** Fills a twin with a design studio: nine people, six projects, their tasks, talk and files. */
export const seed = (twin: Twin): void => {
  seedWorkspace(twin);
  seedProjects(twin);
  seedTalk(twin);
  seedLibrary(twin);
  spread(twin);
};
