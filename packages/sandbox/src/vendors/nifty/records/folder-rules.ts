import type { ResourceRules } from '../../../rules.ts';

/** A folder. How one looks in an answer is not known: its name comes back under both names that clients read. */
export const folderRules: ResourceRules = {
  prepare: ({ type: _, ...values }) => ({
    ...values,
    ...(values.folder_name !== undefined && { name: values.folder_name }),
  }),
  remove(row, { store, records }, actor) {
    // What was in it moves up.
    const up = row.parent_folder ?? null;
    for (const below of store.rows('folder').filter(({ parent_folder }) => parent_folder === row.id))
      store.put('folder', { ...below, parent_folder: up });
    for (const table of ['file', 'document'])
      for (const one of store.rows(table).filter(({ folder }) => folder === row.id))
        store.put(table, { ...one, folder: up });
    records.remove('folder', row.id, actor);
  },
};
