import { checkExamples, deployExample, fixed, type Hosts, startHosts } from '@patchbay/node-red-suite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subject } from './subject.ts';

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts(subject);
});
afterAll(() => hosts.close());

const rowsOf = (table: string) => hosts.twin.rows(table);

describe('every example', () => checkExamples(subject));

it('open-tasks sends the open tasks of one project after the other', async () => {
  const { id } = await deployExample(hosts, 'open-tasks.json');
  hosts.nodeRed.send(id('Every project'), {});
  const messages = await hosts.nodeRed.waitFor('all projects', () => {
    const so = hosts.nodeRed.messagesAt(id('Open tasks of a project'));
    const projects = hosts.nodeRed.messagesAt(id('Its open tasks'));
    const last = projects.find(({ parts }) => (parts as { count?: number }).count !== undefined);
    return last && so.length === (last.parts as { count: number }).count ? so : undefined;
  });
  const tasks = messages.flatMap(({ payload }) => payload as { id: string; completed: boolean }[]);
  expect(tasks.length).toBeGreaterThan(0);
  expect(tasks.filter(({ completed }) => completed)).toEqual([]);
});

it('greet-new-tasks reads new tasks again, and comments on those that are somebody’s', async () => {
  const { id, connected } = await deployExample(hosts, 'greet-new-tasks.json', {
    'New task': { app_id: fixed(rowsOf('app')[0]?.id) },
  });
  await connected('New task');
  const member = String(rowsOf('member')[1]?.id);
  const status = String(rowsOf('taskgroup')[0]?.id);
  hosts.twin.act('createTask', { name: 'Draw the sign', taskgroup_id: status, member_id: member });
  const message = await hosts.nodeRed.waitFor('the task', () => hosts.nodeRed.messagesAt(id('Nobody yet'))[0]);
  const read = { name: 'Draw the sign', task_group: status };
  expect(message).toMatchObject({ event: 'taskCreated', payload: read });
  // The delivery told neither name nor status.
  const [delivered] = hosts.nodeRed.messagesAt(id('Read it again'));
  expect(delivered?.payload).not.toHaveProperty('name');
  expect(delivered?.payload).not.toHaveProperty('task_group');

  const made = await fetch(`${hosts.twin.baseUrl}/api/v1.0/tasks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hosts.twin.credential.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Print it', task_group_id: status, assignees: [member] }),
  });
  expect(made.status).toBeLessThan(300);
  const comment = await hosts.nodeRed.waitFor('the comment', () => hosts.nodeRed.messagesAt(id('The comment'))[0]);
  const text = `<@${member}> Print it is yours`;
  expect(comment.payload).toMatchObject({ text });
  expect(rowsOf('message').filter((row) => row.text === text)).toHaveLength(1);
});
