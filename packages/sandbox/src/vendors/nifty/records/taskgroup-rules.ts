import { refusal } from '../../../api-error.ts';
import type { ResourceRules } from '../../../rules.ts';
import { meOf } from '../people.ts';

/** A status. What becomes of the tasks of a deleted one is not known: here one with tasks stays. */
export const taskgroupRules: ResourceRules = {
  defaults: ({ project }, twin) => ({
    color: '#94a3b8',
    order: (twin.store.rows('taskgroup').filter((other) => other.project === project).length + 1) * 100,
    archived: false,
    completed_group: null,
    created_by: meOf(twin).id,
  }),
  prepare({ project_id, isCompletionGroup, ...values }, _, { twin }) {
    const done =
      isCompletionGroup === undefined ? {} : { completed_group: isCompletionGroup ? { completed: true } : null };
    return { ...values, ...done, ...(twin.store.find('project', project_id) && { project: project_id }) };
  },
  remove(row, { store, records }, actor) {
    const tasks = store.rows('task').filter(({ task_group }) => task_group === row.id);
    if (tasks.length > 0) throw refusal(400, 'Status is in use', `The status still has ${tasks.length} tasks`);
    records.remove('taskgroup', row.id, actor);
  },
};
