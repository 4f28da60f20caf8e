import type { Problem } from '../../../api-error.ts';
import type { ResourceRules } from '../../../rules.ts';
import { meOf } from '../people.ts';
import { renamed } from '../values.ts';

const problem = (field: string, text: string): Problem => ({
  message: `${field}: ${text}`,
  description: `The field ${field} ${text}`,
  field,
});

/** A milestone with start and end, or a plain list without them. */
export const milestoneRules: ResourceRules = {
  defaults: (_, twin) => ({ is_list: false, archived: false, created_by: meOf(twin).id }),
  check(values, before) {
    const { start, end, is_list } = { ...before, ...values };
    if (is_list === true) return [];
    if (!start) return [problem('start', 'is missing: a milestone needs it')];
    if (!end) return [problem('end', 'is missing: a milestone needs it')];
    return Date.parse(String(start)) > Date.parse(String(end)) ? [problem('start', 'must not be after end')] : [];
  },
  prepare: (values) => renamed(values, { project_id: 'project', task_group_id: 'task_group' }),
  remove(row, { store, records }, actor) {
    for (const task of store.rows('task').filter(({ milestone }) => milestone === row.id))
      store.put('task', { ...task, milestone: null });
    records.remove('milestone', row.id, actor);
  },
};
