import { describe, expect, it } from 'vitest';
import { startStudio } from './nifty-studio.ts';

const base = '/api/v1.0';

describe('a task', () => {
  it('belongs to the project of its status and gets the next key there', async () => {
    const { client, status, id } = await startStudio();
    const task_group_id = status('Lumen rebrand', 'Brief');
    const first = await client.task.create({ name: 'Napkins', task_group_id, story_points: 3 });
    expect(first).toMatchObject({ project: id('project', 'Lumen rebrand'), nice_id: 'LUM-11', story_points: '3' });
    await client.task.delete({ task_id: String(first.id) });
    expect(await client.task.create({ name: 'Napkins', task_group_id })).toMatchObject({ nice_id: 'LUM-12' });
  });

  it('has an identifier of letters, digits, _, - and !, which paths take encoded', async () => {
    const { client, twin } = await startStudio();
    for (const { id } of twin.rows('task')) expect(id).toMatch(/^[\w!-]{10,14}$/);
    const odd = twin.rows('task').find(({ id, project }) => project && /[!-]/.test(id));
    expect(await client.task.get({ task_id: String(odd?.id) })).toMatchObject({ name: odd?.name });
  });

  it('answers changes with a message alone; the client reads it again', async () => {
    const { call, client, id } = await startStudio();
    const task_id = id('task', 'Business cards');
    expect((await call('PUT', `${base}/tasks/${task_id}`, { body: { name: 'Cards' } })).json).toEqual({
      message: expect.any(String),
    });
    expect(await client.task.update({ task_id, name: 'Visiting cards' })).toMatchObject({ name: 'Visiting cards' });
  });

  it('loses a date with null and its description with an empty text', async () => {
    const { client, id } = await startStudio();
    const task_id = id('task', 'Draw the logo variants');
    const row = await client.task.update({ task_id, due_date: null, description: '' });
    expect(row).toMatchObject({ due_date: null, description: '', start_date: '2026-11-13T09:00:00.000Z' });
  });

  it('must not start after it is due', async () => {
    const { call, id } = await startStudio();
    const body = { start_date: '2026-12-24T00:00:00.000Z' };
    const { status, json } = await call('PUT', `${base}/tasks/${id('task', 'Business cards')}`, { body });
    expect([status, json.message]).toEqual([400, 'start_date: must not be after due_date']);
  });

  it('has assignees replaced by an update, added and removed by calls of their own', async () => {
    const { client, id } = await startStudio();
    const task_id = id('task', 'Draw the logo variants');
    const [liv, noor] = [id('member', 'Liv Sørensen'), id('member', 'Noor Haddad')];
    expect((await client.task.update({ task_id, assignees: [liv] })).assignees).toEqual([liv]);
    expect((await client.task.addAssignees({ task_id, assignees: [noor, liv] })).assignees).toEqual([liv, noor]);
    expect((await client.task.removeAssignees({ task_id, assignees: [liv] })).assignees).toEqual([noor]);
  });

  it('takes members as assignees, not users', async () => {
    const { call, id, found } = await startStudio();
    const { user_id } = found('member', 'Liv Sørensen');
    const body = { assignees: [user_id] };
    const { status, json } = await call('PUT', `${base}/tasks/${id('task', 'Business cards')}/assignees`, { body });
    expect(status).toBe(400);
    expect(json.message).toContain(`assignees: must be the id of a member, but there is none ${user_id}`);
  });

  it('tells its labels when they change, and takes DELETE with content', async () => {
    const { call, id } = await startStudio();
    const path = `${base}/tasks/${id('task', 'Business cards')}/labels`;
    const [print, web] = [id('label', 'Print'), id('label', 'Web')];
    expect((await call('PUT', path, { body: { labels: [web] } })).json.labels).toEqual([print, web]);
    expect((await call('DELETE', path, { body: { labels: [print] } })).json.labels).toEqual([web]);
    expect((await call('DELETE', path)).status).toBe(400);
  });

  it('is completed and reopened by what the content says', async () => {
    const { client, id, twin } = await startStudio();
    const task_id = id('task', 'Business cards');
    expect(await client.task.complete({ task_id })).toMatchObject({
      completed: true,
      completed_on: '2026-11-22T09:00:00.000Z',
      completed_by: id('member', 'Ana Duarte'),
    });
    const reopened = await client.task.reopen({ task_id });
    expect(reopened.completed).toBe(false);
    expect(reopened).not.toHaveProperty('completed_on');
    expect(twin.requests.map(({ operation }) => operation)).toEqual([
      'task.complete',
      'task.get',
      'task.reopen',
      'task.get',
    ]);
  });

  it('is done in the column that means done, and open again outside of it', async () => {
    const { client, id, status } = await startStudio();
    const task_id = id('task', 'Business cards');
    const done = await client.task.update({ task_id, task_group_id: status('Lumen rebrand', 'Final') });
    expect(done.completed).toBe(true);
    const open = await client.task.update({ task_id, task_group_id: status('Lumen rebrand', 'Sketch') });
    expect(open.completed).toBe(false);
  });

  it('leaves out what it takes along when it is deleted', async () => {
    const { client, id, twin } = await startStudio();
    const task_id = id('task', 'Draw the logo variants');
    await client.task.deleteMany({ task_ids: [task_id, id('task', 'Business cards')] });
    const names = twin.rows('task').map(({ name }) => name);
    expect(names).not.toContain('Lettering only');
    expect(names).not.toContain('Business cards');
    await expect(client.task.get({ task_id })).rejects.toMatchObject({ status: 404 });
  });

  it('without a project is a personal one', async () => {
    const { client } = await startStudio();
    await client.task.createPersonal({ name: 'Buy a new pen', due_date: '2026-11-30T09:00:00.000Z' });
    const rows = await client.task.listPersonal().toArray();
    expect(rows.map(({ name }) => name)).toEqual(['Renew the parking permit', 'Buy a new pen']);
  });
});

describe('a project', () => {
  it('is archived with a text; a boolean is refused', async () => {
    const { call, client, id } = await startStudio();
    const project_id = id('project', 'Lumen icons');
    const refused = await call('PUT', `${base}/projects/${project_id}`, { body: { archived: true } });
    expect(refused.status).toBe(400);
    expect(refused.json.message).toContain('archived');
    expect(await client.project.update({ project_id, archived: 'true' })).toMatchObject({ archived: true });
    expect((await call('PUT', `${base}/projects/${project_id}`, { body: { archived: 'false' } })).json).toEqual({
      message: expect.any(String),
      id: project_id,
    });
  });

  it('starts with the columns of its template and a discussion of its own', async () => {
    const { client, id } = await startStudio();
    const template_id = id('template', 'Brand project');
    const project = await client.project.create({ name: 'Otter books', template_id, access_type: '1' });
    expect(project).toMatchObject({ nice_id: 'OTT', access_type: 'limited', owner: id('member', 'Ana Duarte') });
    const statuses = await client.taskgroup.list({ project_id: String(project.id) }).toArray();
    expect(statuses.map(({ name }) => name)).toEqual(['Brief', 'Sketch', 'Client review', 'Final']);
    const message = await client.message.discuss({ project_id: String(project.id), text: 'Hello' });
    expect(message).toMatchObject({ chat: project.general_discussion, text: 'Hello' });
  });

  it('has pending members once people are invited', async () => {
    const { client, id } = await startStudio();
    const project_id = id('project', 'Lumen icons');
    const answer = await client.project.invite({
      project_id,
      invitees: [{ email: 'kai@otter.example', role: 'client' }],
    });
    expect(answer.invited).toEqual([expect.objectContaining({ email: 'kai@otter.example' })]);
    const members = await client.member.list({ project_id }).toArray();
    expect(members.at(-1)).toMatchObject({ email: 'kai@otter.example', pending: true });
  });

  it('is left by everyone but its owner', async () => {
    const { call, client, id } = await startStudio();
    expect((await call('POST', `${base}/projects/${id('project', 'Lumen icons')}/leave`)).status).toBe(400);
    await client.project.leave({ project_id: id('project', 'Fjordline booking site') });
    const members = await client.member.list({ project_id: id('project', 'Fjordline booking site') }).toArray();
    expect(members.map(({ name }) => name)).not.toContain('Ana Duarte');
  });

  it('takes all that is in it along', async () => {
    const { client, id, twin } = await startStudio();
    const project_id = id('project', 'Lumen rebrand');
    await client.project.delete({ project_id });
    for (const table of ['task', 'taskgroup', 'milestone', 'time'])
      expect(twin.rows(table).some(({ project }) => project === project_id)).toBe(false);
  });
});

describe('what a project is made of', () => {
  it('has milestones with start and end, and lists without', async () => {
    const { call, client, id } = await startStudio();
    const project_id = id('project', 'Lumen icons');
    const body = { project_id, name: 'Export', description: '' };
    expect((await call('POST', `${base}/milestones`, { body })).json.message).toContain('start');
    expect((await call('POST', `${base}/milestones`, { body: { ...body, start_date: '2026-12-01' } })).status).toBe(
      400,
    );
    expect(
      (await call('POST', `${base}/milestones`, { body: { project_id, name: 'A', is_list: true } })).json.message,
    ).toBe('description: must be sent');
    const list = await client.milestone.create({ project_id, name: 'Later', is_list: true });
    expect(list).toMatchObject({ name: 'Later', is_list: true, start: null, project: project_id });
  });

  it('counts the tasks under a milestone', async () => {
    const { client, id } = await startStudio();
    const milestone_id = id('milestone', 'Stationery');
    const before = await client.milestone.get({ milestone_id });
    expect(before.statistic).toEqual({ total: 3, completed: 0, overdue: 0 });
    const tasks = [id('task', 'Menu boards')];
    expect((await client.milestone.addTasks({ milestone_id, tasks })).statistic).toMatchObject({ total: 4 });
    expect((await client.milestone.removeTasks({ milestone_id, tasks })).statistic).toMatchObject({ total: 3 });
  });

  it('answers a new status beside a message, and keeps one that has tasks', async () => {
    const { call, client, id, status } = await startStudio();
    const project_id = id('project', 'Lumen icons');
    const created = await call('POST', `${base}/taskgroups`, {
      body: { name: 'Shipped', project_id, isCompletionGroup: true },
    });
    expect(created).toMatchObject({
      status: 201,
      json: { message: expect.any(String), task_group: { name: 'Shipped' } },
    });
    expect(created.json.task_group.completed_group).toBeTruthy();
    const task_group_id = status('Lumen icons', 'Build');
    await expect(client.taskgroup.delete({ task_group_id })).rejects.toMatchObject({ status: 400 });
    await client.taskgroup.moveTasks({ task_group_id, target_taskgroup_id: status('Lumen icons', 'Test') });
    await client.taskgroup.delete({ task_group_id });
  });

  it('has labels of the workspace, which vanish everywhere when deleted', async () => {
    const { client, id } = await startStudio();
    const label = await client.label.create({ name: 'Urgent', color: '#ff0000', type: 0 });
    expect(label).toMatchObject({ type: 'others', default: false });
    await client.label.delete({ label_id: id('label', 'Print') });
    expect((await client.task.get({ task_id: id('task', 'Business cards') })).labels).toEqual([]);
  });

  it('has portfolios with members added and removed in the odd plural', async () => {
    const { call, id, twin } = await startStudio();
    const path = `${base}/subteams/${id('subteam', 'Digital')}/members`;
    const liv = id('member', 'Liv Sørensen');
    const members = () => twin.rows('subteam').find(({ name }) => name === 'Digital')?.members;
    expect((await call('PUT', path, { body: { members: [liv] } })).status).toBe(400);
    await call('PUT', path, { body: { members_ids: [liv] } });
    expect(members()).toContain(liv);
    await call('DELETE', path, { body: { members_ids: [liv] } });
    expect(members()).not.toContain(liv);
  });

  it('keeps values of custom fields on tasks', async () => {
    const { client, id } = await startStudio();
    const task_id = id('task', 'Business cards');
    const field_id = id('field', 'Print run');
    await client.task.updateField({ task_id, field_id, value: 5000 });
    expect(await client.task.listFields({ task_id }).toArray()).toEqual([{ field_id, value: 5000 }]);
  });
});
