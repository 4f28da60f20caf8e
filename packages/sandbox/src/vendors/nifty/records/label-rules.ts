import type { ResourceRules } from '../../../rules.ts';
import { meOf, teamOf } from '../people.ts';
import { withoutEntries } from '../values.ts';

const words = ['others', 'member'] as const;

/** A label of the workspace: its kind is sent as a number and told as a word. */
export const labelRules: ResourceRules = {
  defaults: (_, twin) => ({ type: words[0], team: teamOf(twin).id, default: false, created_by: meOf(twin).id }),
  prepare: ({ type, ...values }) => ({ ...values, ...(type !== undefined && { type: words[Number(type)] }) }),
  remove(row, { store, records }, actor) {
    for (const table of ['task', 'document', 'file'])
      for (const one of store.rows(table)) store.put(table, { ...one, labels: withoutEntries(one.labels, [row.id]) });
    records.remove('label', row.id, actor);
  },
};
