import { fixed, type Hosts, type Message, startHosts } from '@patchbay/node-red-suite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { subject } from './subject.ts';

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts(subject);
});
beforeEach(() => hosts.twin.reset());
afterAll(() => hosts.close());

const firstOf = (table: string): string => String(hosts.twin.rows(table)[0]?.id);
const project = () => firstOf('project');
const call = async (
  key: string,
  fields: Readonly<Record<string, unknown>>,
  message: Message = {},
  more: object = {},
) => {
  const [resource, operation] = key.split('.');
  const typed = Object.entries(fields).map(([name, value]) => [name, fixed(value)]);
  return hosts.run({ resource, operation, fields: Object.fromEntries(typed), ...more }, message);
};
/** Request of the last write. */
const written = () => hosts.twin.requests.findLast(({ method }) => method !== 'GET');

describe('a write has the content that Nifty wants', () => {
  it('a task is completed and reopened by a flag in the body, and read back', async () => {
    const task_id = String(hosts.twin.rows('task').find(({ completed, task }) => !completed && task === null)?.id);
    const { messages } = await call('task.complete', { task_id });
    expect(written()).toMatchObject({
      method: 'POST',
      path: `/api/v1.0/tasks/${task_id}/complete`,
      body: { completed: true },
    });
    expect(messages[0]?.payload).toMatchObject({ id: task_id, completed: true });
    await call('task.reopen', { task_id });
    expect(written()).toMatchObject({
      method: 'POST',
      path: `/api/v1.0/tasks/${task_id}/complete`,
      body: { completed: false },
    });
  });

  it('a milestone has start and end', async () => {
    const dates = { start: '2026-12-01T00:00:00.000Z', end: '2026-12-18T00:00:00.000Z' };
    await call('milestone.create', { project_id: project(), name: 'Print', ...dates });
    expect(written()?.body).toMatchObject({ name: 'Print', ...dates });
  });

  it('people are invited by mail address, name and role', async () => {
    const invitees = [{ email: 'ida@lumen.example', name: 'Ida Holm', role: 'client' }];
    const { caught } = await call('project.invite', { project_id: project(), invitees });
    expect(caught).toBeUndefined();
    expect(written()?.body).toEqual({ invitees });
  });

  it('a project is archived by a text, as a boolean would be refused', async () => {
    const { caught } = await call('project.update', { project_id: project(), archived: 'true' });
    expect(caught).toBeUndefined();
    expect(written()?.body).toEqual({ archived: 'true' });
  });

  it('a comment names its task by a plain identifier', async () => {
    const task_id = firstOf('task');
    await call('message.comment', { task_id, text: 'The second variant, please' });
    expect(written()?.body).toEqual({ task_id, text: 'The second variant, please', type: 'text' });
  });

  it('many tasks are deleted by one request with a body', async () => {
    const task_ids = hosts.twin
      .rows('task')
      .slice(-2)
      .map(({ id }) => id);
    const { messages } = await call('task.deleteMany', { task_ids });
    expect(written()).toMatchObject({ method: 'DELETE', path: '/api/v1.0/tasks', body: { task_ids } });
    expect(messages[0]?.payload).toEqual({});
    expect(hosts.twin.rows('task').filter(({ id }) => task_ids.includes(id))).toEqual([]);
  });

  it('a message for the discussion of a project finds the chat of it', async () => {
    const { caught } = await call('message.discuss', { project_id: project(), text: 'Good morning' });
    expect(caught).toBeUndefined();
    expect(written()?.body).toEqual({
      chat_id: hosts.twin.rows('project')[0]?.general_discussion,
      text: 'Good morning',
      type: 'text',
    });
  });

  it('comes out changed when Nifty answers with less than the record', async () => {
    const task_id = firstOf('task');
    const { messages } = await call('task.update', { task_id, name: 'Interview two bakers' });
    expect(messages[0]?.payload).toMatchObject({
      id: task_id,
      name: 'Interview two bakers',
      project: expect.any(String),
    });
  });
});

describe('files', () => {
  it('go to a project as a form, and come back as they were', async () => {
    const content = Buffer.from('Oak, 24 mm, "triple" glass – ü');
    const uploaded = await hosts.run(
      {
        resource: 'file',
        operation: 'upload',
        fields: { project_id: fixed(project()), files: { type: 'jsonata', value: '[plan]' } },
      },
      { plan: { name: 'plan.txt', data: content } } as Message,
    );
    expect(uploaded.caught).toBeUndefined();
    expect(written()?.headers['content-type']).toContain('multipart/form-data');
    const [file] = (uploaded.messages[0]?.payload ?? []) as { id: string; name: string }[];
    expect(file?.name).toBe('plan.txt');
    const received = await call('file.download', { file_id: file?.id });
    expect(received.messages[0]?.payload).toEqual(content);
    expect(received.messages[0]).toMatchObject({ file: { name: 'plan.txt', size: content.length } });
  });
});

describe('lists', () => {
  /** More than fit on the longest page that the definition asks for. */
  const manyProjects = () => {
    const member_id = firstOf('member');
    for (let number = 1; number <= 130; number++)
      hosts.twin.act('createProject', { name: `Leaflet ${number}`, member_id });
  };

  it('go beyond 100 rows', async () => {
    manyProjects();
    const { messages } = await call('project.list', {});
    const names = ((messages[0]?.payload ?? []) as { name: string }[]).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('Leaflet'))).toHaveLength(130);
    expect(new Set(names).size).toBe(names.length);
  });

  it('to pick from go beyond 100 rows, and are narrowed by what is chosen already', async () => {
    manyProjects();
    const credentials = { token: String(hosts.twin.credential.token) };
    const account = { id: 'account', scheme: 'personalToken', baseUrl: hosts.twin.baseUrl, credentials };
    const lookUp = async (content: object) => {
      const answer = await fetch(`${hosts.nodeRed.url}/patchbay/nifty/lookup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account, ...content }),
      });
      return (await answer.json()) as { choices: { value: string; title?: string }[]; next?: string };
    };
    const found: unknown[] = [];
    let after: string | undefined;
    do {
      const { choices, next } = await lookUp({ resource: 'project', ...(after && { after }) });
      found.push(...choices);
      after = next;
    } while (after !== undefined);
    expect(found.length).toBeGreaterThan(130);
    const { choices } = await lookUp({ resource: 'taskgroup', values: { project_id: project() } });
    const own = hosts.twin.rows('taskgroup').filter((row) => row.project === project() && row.archived !== true);
    expect(choices).toHaveLength(own.length);
  });
});

describe('secrets', () => {
  it('of apps are left out unless the node keeps them', async () => {
    const kept = await call('app.list', {}, {}, { keepSecrets: true });
    expect(JSON.stringify(kept.messages[0]?.payload)).toContain('client_secret');
    const { messages } = await call('app.list', {});
    expect(messages[0]?.payload).toHaveLength(hosts.twin.rows('app').length);
    expect(JSON.stringify(messages[0]?.payload)).not.toMatch(/client_secret|client_id/);
  });

  it('are in no error: a token that Nifty does not know is named by what to do', async () => {
    const other = await startOther();
    expect(other?.error).toMatchObject({
      code: 'NOT_AUTHENTICATED',
      message: expect.stringContaining('personal access token'),
    });
    expect(JSON.stringify(other)).not.toContain('nft_user_unknown0123');
  });
});

/** What a call with an unknown token led to. */
const startOther = async () => {
  const account = {
    id: 'account',
    type: 'nifty-account',
    name: '',
    scheme: 'personalToken',
    baseUrl: hosts.twin.baseUrl,
  };
  await hosts.deploy([]);
  const flows = [
    { id: 'tab', type: 'tab', label: 'Test' },
    account,
    {
      id: 'node',
      type: 'nifty',
      z: 'tab',
      x: 1,
      y: 1,
      account: 'account',
      resource: 'user',
      operation: 'me',
      fields: {},
      wires: [[]],
    },
    { id: 'catch', type: 'catch', z: 'tab', x: 1, y: 2, scope: null, wires: [['caught']] },
    { id: 'caught', type: 'debug', z: 'tab', x: 1, y: 3, active: false, wires: [] },
  ];
  await hosts.nodeRed.deploy(flows, { account: { token: 'nft_user_unknown0123' } });
  hosts.nodeRed.forget();
  hosts.nodeRed.send('node', {});
  return hosts.nodeRed.waitFor('the error', () => hosts.nodeRed.messagesAt('caught')[0]) as Promise<{ error?: object }>;
};
