import type { ResourceRules } from '../../../rules.ts';
import { renamed } from '../values.ts';

/** An uploaded file; its content goes with it. */
export const fileRules: ResourceRules = {
  prepare: (values) => renamed(values, { folder_id: 'folder' }),
  remove(row, { store, records, files }, actor) {
    for (const message of store.rows('message').filter(({ file }) => file === row.id))
      store.drop('message', message.id);
    if (typeof row.stored === 'string') files.drop(row.stored);
    records.remove('file', row.id, actor);
  },
};
