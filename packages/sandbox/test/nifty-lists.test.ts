import { describe, expect, it } from 'vitest';
import type { Json } from './harness.ts';
import { startStudio } from './nifty-studio.ts';

const names = (rows: readonly Json[]): string[] => rows.map(({ name }) => name);

describe('a list', () => {
  it.each([
    ['/api/v1.0/projects', ['projects', 'hasMore']],
    ['/api/v1.0/tasks', ['tasks', 'hasMore']],
    ['/api/v1.0/tasks/personal?limit=5', ['tasks', 'hasMore']],
    ['/api/v1.0/subteams', ['subteams', 'hasMore', 'items']],
    ['/api/v1.0/labels?limit=5&offset=0', ['items']],
    ['/api/v1.0/apps?limit=5&offset=0', ['apps']],
    ['/api/v1.0/templates?type=project', ['items']],
    ['/api/v1.0/docs/personal', ['items', 'hasMore']],
    ['/api/v1.0/chats', ['chats']],
    ['/api/v1.0/members?limit=5&offset=0', ['items', 'hasMore']],
  ])('%s has its rows and its flag where Nifty has them, and no total', async (target, keys) => {
    const { call } = await startStudio();
    const { status, json } = await call('GET', target);
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual(keys);
    expect(json[keys[0] as string].length).toBeGreaterThan(0);
  });

  it('of messages has its flag with an underscore', async () => {
    const { call, found } = await startStudio();
    const { general_discussion } = found('project', 'Lumen rebrand');
    const { json } = await call('GET', `/api/v1.0/messages?chat_id=${general_discussion}&limit=2`);
    expect(json).toEqual({ messages: [expect.anything(), expect.anything()], has_more: true });
  });

  it('of statuses has no flag at all', async () => {
    const { call, id } = await startStudio();
    const { json } = await call(
      'GET',
      `/api/v1.0/taskgroups?project_id=${id('project', 'Lumen rebrand')}&archived=false`,
    );
    expect(Object.keys(json)).toEqual(['items']);
    expect(names(json.items)).toEqual(['Brief', 'Sketch', 'Client review', 'Final']);
  });

  it('of members is a bare array unless limit and offset are both sent', async () => {
    const { call } = await startStudio();
    expect((await call('GET', '/api/v1.0/members')).json).toHaveLength(9);
    expect((await call('GET', '/api/v1.0/members?limit=4')).json).toHaveLength(4);
    expect((await call('GET', '/api/v1.0/members?limit=4&offset=8')).json).toEqual({
      items: [expect.objectContaining({ name: 'Jonas Vik', removed: true })],
      hasMore: false,
    });
  });

  it('has 25 rows when nothing is said, whatever page and per_page are', async () => {
    const { call } = await startStudio();
    const plain = await call('GET', '/api/v1.0/tasks');
    expect(plain.json.tasks).toHaveLength(25);
    expect((await call('GET', '/api/v1.0/tasks?page=3&per_page=2&search=logo')).json).toEqual(plain.json);
  });

  it('of tasks gives 1000 rows at once, one of labels 100', async () => {
    const { call } = await startStudio();
    expect((await call('GET', '/api/v1.0/tasks?limit=1000')).json).toMatchObject({ hasMore: false });
    expect((await call('GET', '/api/v1.0/tasks?limit=1001')).status).toBe(400);
    expect((await call('GET', '/api/v1.0/labels?limit=101&offset=0')).status).toBe(400);
  });

  it.each([
    ['/api/v1.0/labels?limit=5', 'offset'],
    ['/api/v1.0/labels?offset=0', 'limit'],
    ['/api/v1.0/apps', 'limit'],
    ['/api/v1.0/tasks/personal', 'limit'],
    ['/api/v1.0/templates', 'type'],
    ['/api/v1.0/taskgroups?project_id={project}', 'archived'],
    ['/api/v1.0/time/duration?start=2026-11-01T00:00:00.000Z', 'end'],
    ['/api/v1.0/time/duration?end=2026-11-01T00:00:00.000Z', 'start'],
    ['/api/v2.0/folders?project_id={project}&limit=5&offset=0', 'folder_id'],
    ['/api/v2.0/folders?project_id={project}&folder_id={project}', 'limit'],
    ['/api/v1.0/messages?project_id={project}', 'task_id'],
    ['/api/v1.0/files', 'project_id'],
  ])('%s is refused for want of %s', async (target, name) => {
    const { call, id } = await startStudio();
    const { status, json } = await call('GET', target.replaceAll('{project}', id('project', 'Lumen rebrand')));
    expect(status).toBe(400);
    expect(json.message).toContain(name);
    expect(json.errors).toHaveLength(1);
  });

  it('is walked to its end through the client, page by page', async () => {
    const { client, twin } = await startStudio();
    const open = twin.rows('task').filter((row) => row.project && !row.task && !row.completed && !row.archived);
    const rows = await client.task.list({}, { pageSize: 100 }).toArray();
    expect(rows).toHaveLength(open.length - 1);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(100);
  });
});

describe('a list that changes while it is read', () => {
  it.each(['rowsInserted', 'rowsRemoved'] as const)('loses no row and gives none twice (%s)', async (kind) => {
    const { client, twin } = await startStudio();
    const before = await client.task.list().toArray();
    twin.faults.on({ kind, path: '/api/v1.0/tasks', times: 2 });
    const rows = await client.task.list({}, { pageSize: 40 }).toArray();
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const stayed = before.filter(({ id }) => twin.rows('task').some((row) => row.id === id));
    expect(stayed.length).toBeGreaterThan(100);
    expect(ids).toEqual(expect.arrayContaining(stayed.map(({ id }) => id)));
  });
});

describe('projects', () => {
  it('come as active or as archived ones, never both', async () => {
    const { client } = await startStudio();
    const active = await client.project.list().toArray();
    const archived = await client.project.list({ archived: true }).toArray();
    expect(names(archived)).toEqual(['Christmas cards 2025']);
    expect(names(active)).not.toContain('Christmas cards 2025');
  });

  it('are narrowed to a portfolio and turned round', async () => {
    const { client, id } = await startStudio();
    const rows = await client.project.list({ subteam_id: id('subteam', 'Digital'), sort: 'descending' }).toArray();
    expect(names(rows)).toEqual(['Lumen icons', 'Fjordline booking site']);
  });

  it('tell how far they are', async () => {
    const { client, id } = await startStudio();
    const project = await client.project.get({ project_id: id('project', 'Lumen rebrand') });
    expect(project).toMatchObject({ total_story_points: 20, completed_story_points: 2, progress: 0.22 });
  });
});

describe('tasks', () => {
  it('leave out completed, archived and subordinate ones unless they are asked for', async () => {
    const { client, id } = await startStudio();
    const project_id = id('project', 'Lumen rebrand');
    const list = async (query: object) => names(await client.task.list({ project_id, ...query }).toArray());
    expect(await list({})).not.toContain('Interview the bakers');
    expect(await list({ completed: true })).toEqual(['Interview the bakers']);
    expect(await list({ archived: true, completed: true })).toEqual(['Old logo as vectors']);
    expect(await list({ include_subtasks: true })).toContain('Lettering only');
  });

  it('have subtasks that only a list of the project shows, with their parent and without a milestone', async () => {
    const { client, id } = await startStudio();
    const parent = id('task', 'Draw the logo variants');
    const rows = await client.subtask
      .list({ project_id: id('project', 'Lumen rebrand'), include_subtasks: 'true' })
      .toArray();
    const subtasks = rows.filter(({ task }) => task === parent);
    expect(names(subtasks)).toEqual(['Variant with the oven', 'Lettering only']);
    expect(subtasks[0]).not.toHaveProperty('milestone');
    expect(await client.task.get({ task_id: parent })).toMatchObject({ total_subtasks: 3, completed_subtasks: 1 });
  });

  it('are bounded by due date with both bounds only', async () => {
    const { client, id } = await startStudio();
    const project_id = id('project', 'Fjordline booking site');
    const from = '2026-11-22T00:00:00.000Z';
    const all = await client.task.list({ project_id, from }).toArray();
    const some = await client.task
      .list({ project_id, from, to: '2026-11-25T00:00:00.000Z', order: 'dueDate:ASC' })
      .toArray();
    expect(all).toHaveLength(4);
    expect(names(some)).toEqual(['Cabin photos load slowly', 'Calendar with prices']);
  });

  it('are found by assignee and status', async () => {
    const { client, id, status } = await startStudio();
    const noor = id('member', 'Noor Haddad');
    expect(names(await client.task.list({ member_id: noor }).toArray())).toEqual(['Cabin photos load slowly']);
    expect(names(await client.task.list({ assignee_ids: [noor, id('member', 'Tomás Ferrer')] }).toArray())).toEqual([
      'Calendar with prices',
      'Cabin photos load slowly',
    ]);
    const task_group_id = status('Lumen rebrand', 'Sketch');
    expect(names(await client.task.list({ task_group_id }).toArray())).toEqual(['Choose paper for the bags']);
  });
});

describe('what else is listed', () => {
  it('has plain lists among milestones only when they are asked for', async () => {
    const { client, id } = await startStudio();
    const project_id = id('project', 'Lumen rebrand');
    expect(names(await client.milestone.list({ project_id }).toArray())).toEqual(['Concept', 'Stationery']);
    expect(names(await client.milestone.list({ project_id, is_list: true }).toArray())).toContain('Ideas for later');
  });

  it('has direct chats, not the discussions of projects', async () => {
    const { client, found } = await startStudio();
    const { general_discussion } = found('project', 'Lumen rebrand');
    expect(names(await client.chat.list().toArray())).toEqual(['Mikkel Halden', 'Print people']);
    expect(await client.chat.get({ chat_id: String(general_discussion) })).toMatchObject({ name: 'General', type: 2 });
  });

  it('has labels of one kind by number', async () => {
    const { client } = await startStudio();
    expect(names(await client.label.list({ type: 1 }).toArray())).toEqual(['Freelance', 'Speaks Norwegian']);
  });

  it('has invited and removed people among the members, and those of a project apart', async () => {
    const { client, id } = await startStudio();
    const all = await client.member.list().toArray();
    expect(all.filter(({ pending }) => pending).map(({ name }) => name)).toEqual(['Sofie Lind']);
    const few = await client.member.list({ project_id: id('project', 'Lumen icons') }).toArray();
    expect(names(few)).toEqual(['Ana Duarte', 'Liv Sørensen', 'Noor Haddad']);
  });

  it('has the time of a project and its sum over a period', async () => {
    const { client, id } = await startStudio();
    const project_id = id('project', 'Lumen rebrand');
    const rows = await client.time.report({ project_id, start_date: '2026-11-15T00:00:00.000Z' }).toArray();
    expect(rows.map(({ duration, manual }) => [duration, manual])).toEqual([
      ['14400', false],
      ['5400', true],
    ]);
    const period = { start: '2026-11-15T00:00:00.000Z', end: '2026-11-22T09:00:00.000Z', project_id };
    expect(await client.time.duration(period)).toEqual({ duration: 19_800 });
  });

  it('has the folders at the top of a project, and those below one', async () => {
    const { client, id } = await startStudio();
    const project_id = id('project', 'Lumen rebrand');
    expect(names(await client.folder.list({ project_id }).toArray())).toEqual(['Print files', 'Photos']);
    const parent_folder_id = id('folder', 'Print files');
    expect(names(await client.folder.list({ project_id, parent_folder_id }).toArray())).toEqual(['Bags']);
  });
});
