import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { newSecret } from '../new-id.ts';
import { createProject } from '../records/project-writer.ts';
import { createTask } from '../records/task-writer.ts';
import { found, given, idOf, inDays, peopleOf } from './found.ts';
import { projects, type SeedProject, type SeedTask } from './projects.ts';

/** Access to meetings: answers carry it, hosts must not show it. */
const meetingsOf = ({ random }: Twin) => ({
  zoom_id: String(100_000_000 + random.below(900_000_000)),
  zoom_password: newSecret(random),
  zoom_join_url: `https://meetings.nifty.example/${newSecret(random)}`,
  webex_id: String(100_000_000 + random.below(900_000_000)),
  webex_password: newSecret(random),
  webex_join_url: `https://meetings.nifty.example/${newSecret(random)}`,
});

const statusOf = (project: Row, name: string, { store }: Twin): string => {
  const status = store.rows('taskgroup').find((row) => row.project === project.id && row.name === name);
  if (!status) throw new Error(`The seed has no status ${name} in ${String(project.name)}`);
  return status.id;
};

const seedTask = (task: SeedTask, project: Row, twin: Twin): void => {
  const by = peopleOf(task.who?.slice(0, 1) ?? [], twin)[0] ?? String(project.owner);
  const task_group_id = statusOf(project, task.status, twin);
  const values = given({
    name: task.name,
    description: task.description,
    task_group_id,
    milestone_id: idOf('milestone', task.milestone, twin),
    assignees: peopleOf(task.who ?? [], twin),
    labels: (task.labels ?? []).map((name) => found('label', 'name', name, twin).id),
    story_points: task.points,
    start_date: inDays(task.startIn, twin),
    due_date: inDays(task.dueIn, twin),
    archived: task.archived,
  });
  const { id } = createTask(twin, values, by, 'user');
  task.subtasks?.forEach((name, index) => {
    createTask(twin, given({ name, task_group_id, task_id: id, completed: index === 0 || undefined }), by, 'user');
  });
};

const seedProject = (plan: SeedProject, twin: Twin): void => {
  const { name, nice_id, description, color, columns } = plan;
  const own = given({
    name,
    nice_id,
    description,
    color,
    access_type: plan.access_type ?? 'limited',
    subteam: idOf('subteam', plan.portfolio, twin),
    members: peopleOf(plan.members, twin),
    archived: plan.archived ?? false,
    ...(plan.meetings && meetingsOf(twin)),
  });
  const [owner = ''] = peopleOf([plan.owner], twin);
  const project = createProject(twin, own, owner, 'user', columns);
  for (const { days, ...milestone } of plan.milestones)
    twin.records.create(
      'milestone',
      given({
        ...milestone,
        project: project.id,
        is_list: days === undefined,
        archived: false,
        start: inDays(days?.[0], twin),
        end: inDays(days?.[1], twin),
        created_by: owner,
      }),
      'user',
    );
  for (const task of plan.tasks) seedTask(task, project, twin);
};

/** The projects with their boards, milestones and tasks, and one personal task. */
export const seedProjects = (twin: Twin): void => {
  for (const project of projects) seedProject(project, twin);
  const [me = ''] = peopleOf(['Ana Duarte'], twin);
  createTask(twin, given({ name: 'Renew the parking permit', due_date: inDays(7, twin) }), me, 'user');
};
