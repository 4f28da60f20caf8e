import type { ResourceRules } from '../../../rules.ts';
import { meOf } from '../people.ts';

/** A portfolio; its projects stay when it goes. */
export const subteamRules: ResourceRules = {
  defaults: (_, twin) => ({ description: '', color: '#93c5fd', members: [meOf(twin).id] }),
  remove(row, { store, records }, actor) {
    for (const project of store.rows('project').filter(({ subteam }) => subteam === row.id))
      store.put('project', { ...project, subteam: null });
    records.remove('subteam', row.id, actor);
  },
};
