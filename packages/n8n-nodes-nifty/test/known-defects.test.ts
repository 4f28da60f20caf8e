import { type Bench, chosen, startBench } from '@patchbay/n8n-suite';
import type { Row } from '@patchbay/sandbox';
import type { INodeProperties } from 'n8n-workflow';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { subject } from './installed.ts';

// What an earlier node for Nifty gets wrong, by the catalogue: each is shown to be right here.
let bench: Bench;
let task: Row;

beforeAll(async () => {
  bench = await startBench(subject);
});
beforeEach(() => {
  bench.twin.reset();
  task = bench.twin
    .rows('task')
    .find(({ completed, archived, task: parent }) => !completed && !archived && !parent) as Row;
  bench.sent();
});
afterAll(() => bench.close());

/** The requests that change something, as they came. */
const written = () =>
  bench
    .sent()
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => [method, path, body]);

test('completing a task says so in the content', async () => {
  await bench.rows('task.complete', { task_id: chosen(task.id) });
  expect(written()).toEqual([['POST', `/api/v1.0/tasks/${task.id}/complete`, { completed: true }]]);
  expect(bench.found('task', task.id, 'id').completed).toBe(true);
});

test('a task is reopened by the content of the same call, never by DELETE', async () => {
  await bench.rows('task.complete', { task_id: chosen(task.id) });
  bench.sent();
  await bench.rows('task.reopen', { task_id: chosen(task.id) });
  expect(written()).toEqual([['POST', `/api/v1.0/tasks/${task.id}/complete`, { completed: false }]]);
  expect(bench.found('task', task.id, 'id').completed).toBe(false);
});

test('a subtask is a new task with its parent in the content', async () => {
  const [made] = await bench.rows('subtask.create', {
    name: 'Choose the paper',
    task_id: chosen(task.id),
    task_group_id: chosen(task.task_group),
  });
  expect(written()).toEqual([
    ['POST', '/api/v1.0/tasks', { name: 'Choose the paper', task_id: task.id, task_group_id: task.task_group }],
  ]);
  expect(bench.found('task', String(made?.id), 'id').task).toBe(task.id);
});

test('a milestone begins at start and ends at end', async () => {
  const dates = { start: '2026-12-01T00:00:00.000Z', end: '2026-12-18T00:00:00.000Z' };
  const [made] = await bench.rows('milestone.create', {
    project_id: chosen(task.project),
    name: 'Print',
    fields: dates,
  });
  expect(written()[0]?.[2]).toMatchObject(dates);
  expect(bench.found('milestone', String(made?.id), 'id')).toMatchObject(dates);
});

test('people are invited as invitees with mail address and role', async () => {
  const invitees = [{ email: 'mia@lumen.example', role: 'client' }];
  const parameters = { project_id: chosen(task.project), invitees: { entries: [{ ...invitees[0], name: '' }] } };
  await bench.rows('project.invite', parameters);
  expect(written()).toEqual([['POST', `/api/v1.0/projects/${String(task.project)}/invite`, { invitees }]]);
});

test('members come to a portfolio under the name that Nifty reads', async () => {
  const { id } = bench.twin.rows('subteam')[0] as Row;
  const members = bench.twin
    .rows('member')
    .slice(0, 2)
    .map((member) => member.id);
  await bench.rows('subteam.addMembers', { subteam_id: chosen(id), members_ids: members.join(', ') });
  expect(written()).toEqual([['PUT', `/api/v1.0/subteams/${id}/members`, { members_ids: members }]]);
});

test('a project is archived with a text, which Nifty takes, not a boolean, which it refuses', async () => {
  await bench.rows('project.update', { project_id: chosen(task.project), fields: { archived: 'true' } });
  expect(written()[0]?.[2]).toEqual({ archived: 'true' });
  expect(bench.found('project', String(task.project), 'id').archived).toBe(true);
});

test('time entries and documents are read from where Nifty puts them', async () => {
  const entry = bench.twin.rows('time')[0] as Row;
  const times = await bench.rows('time.report', { project_id: chosen(entry.project), returnAll: true });
  expect(times.map(({ id }) => id)).toContain(entry.id);
  const document = bench.twin.rows('document').find(({ project, project_id }) => project ?? project_id) as Row;
  const project_id = String(document.project ?? document.project_id);
  const documents = await bench.rows('document.list', { returnAll: true, options: { project_id: chosen(project_id) } });
  expect(documents.map(({ id }) => id)).toContain(document.id);
});

test('tasks are linked by their plain identifiers', async () => {
  const other = bench.twin.rows('task').find(({ id, project }) => id !== task.id && project === task.project) as Row;
  await bench.rows('task.link', { task_id: chosen(task.id), tasks: other.id });
  expect(written()).toEqual([['POST', `/api/v1.0/tasks/${task.id}/link_task`, { tasks: [other.id] }]]);
});

test('many tasks are deleted as task_ids', async () => {
  const ids = bench.twin
    .rows('task')
    .filter(({ project }) => project === task.project)
    .slice(0, 2)
    .map(({ id }) => id);
  expect(await bench.rows('task.deleteMany', { task_ids: ids.join(',') })).toEqual([{ deleted: true }]);
  expect(written()).toEqual([['DELETE', '/api/v1.0/tasks', { task_ids: ids }]]);
  expect(bench.twin.rows('task').filter(({ id }) => ids.includes(id))).toEqual([]);
});

test('a comment names its task by a plain identifier', async () => {
  const [made] = await bench.rows('message.comment', { task_id: chosen(task.id), text: 'The second, please' });
  expect(written()).toEqual([
    ['POST', '/api/v1.0/messages', { task_id: task.id, text: 'The second, please', type: 'text' }],
  ]);
  expect(bench.found('message', String(made?.id), 'id').task).toBe(task.id);
});

test('operations on a status ask which status, and those on its members which members', async () => {
  const shown = (operation: string): string[] =>
    (subject.nodes[0]?.description.properties ?? [])
      .filter(({ displayOptions }) => {
        const { resource, operation: names } = displayOptions?.show ?? {};
        return resource?.includes('taskgroup') && (!names || names.includes(operation));
      })
      .flatMap((property) => [
        property.name,
        ...(property.type === 'collection' ? (property.options as INodeProperties[]).map(({ name }) => name) : []),
      ]);
  for (const operation of ['get', 'update', 'delete', 'moveTasks', 'addAssignees', 'removeAssignees'])
    expect(shown(operation), operation).toContain('task_group_id');
  const status = bench.twin.rows('taskgroup').find(({ id }) => id === task.task_group) as Row;
  const member = bench.found('member', 'Ana Duarte');
  await bench.rows('taskgroup.addAssignees', {
    task_group_id: chosen(status.id),
    fields: { member_ids: member.id },
  });
  expect(written()).toEqual([['PUT', `/api/v1.0/taskgroups/${status.id}/assignees`, { member_ids: [member.id] }]]);
});
