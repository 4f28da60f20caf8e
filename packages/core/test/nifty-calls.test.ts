import { describe, expect, test } from 'vitest';
import { readDelivery } from '../src/events/delivery.ts';
import { lookUp } from '../src/project/lookup.ts';
import { operationOf } from '../src/project/operation.ts';
import { createEngine } from '../src/request/engine.ts';
import { nifty } from '../src/vendors/nifty/vendor.ts';
import { type Answer, fakePorts } from './fake-ports.ts';

type Input = Readonly<Record<string, unknown>>;

const origin = 'https://openapi.niftypm.com';

/** Calls one operation on prepared answers; tells what was sent and what came of it. */
const called = async (key: string, input: Input, answers: Answer[]) => {
  const { ports, requests } = fakePorts(answers);
  const engine = createEngine(nifty, ports);
  const operation = operationOf(nifty, key);
  const rows: unknown[] = [];
  let record: unknown;
  if (operation.definition.returns === 'many')
    for await (const page of engine.pages(operation, input)) rows.push(...page.rows);
  else record = await engine.call(operation, input);
  const sent = requests.map(({ method, url, content }) => ({
    call: `${method} ${url.replace(origin, '')}`,
    content: typeof content === 'string' ? (JSON.parse(content) as unknown) : content,
  }));
  return { record, rows, sent };
};

const done = { json: { message: 'Done' } };

describe('changes that Nifty answers with a message alone', () => {
  test.each([
    ['task.complete', { completed: true }],
    ['task.reopen', { completed: false }],
  ])('%s sends which of the two is meant and gives the task', async (key, content) => {
    const { record, sent } = await called(key, { task_id: 'T!1' }, [done, { json: { id: 'T!1', ...content } }]);
    expect(sent).toEqual([
      { call: 'POST /api/v1.0/tasks/T!1/complete', content },
      { call: 'GET /api/v1.0/tasks/T!1', content: undefined },
    ]);
    expect(record).toEqual({ id: 'T!1', ...content });
  });

  test('a project is archived by the word, since Nifty refuses a boolean', async () => {
    const { sent } = await called('project.update', { project_id: 'p', archived: 'true' }, [
      done,
      { json: { id: 'p' } },
    ]);
    expect(sent[0]?.content).toEqual({ archived: 'true' });
    await expect(called('project.update', { project_id: 'p', archived: true }, [done])).rejects.toThrow('archived');
  });

  test('assignees are taken away by a DELETE with content, and the project they were chosen from is not sent', async () => {
    const input = { task_id: 't', assignees: ['m1'], project_id: 'p' };
    const { sent } = await called('task.removeAssignees', input, [done, { json: { id: 't' } }]);
    expect(sent[0]).toEqual({ call: 'DELETE /api/v1.0/tasks/t/assignees', content: { assignees: ['m1'] } });
  });

  test('dates of a task are cleared by null and its estimate goes out as a number', async () => {
    const input = { task_id: 't', due_date: null, description: '', story_points: 3 };
    const { record, sent } = await called('task.update', input, [done, { json: { id: 't', story_points: '3' } }]);
    expect(sent[0]?.content).toEqual({ due_date: null, description: '', story_points: 3 });
    expect(record).toEqual({ id: 't', story_points: '3' });
  });

  test('labels for a file that is not there end in an error, although Nifty answers 204', async () => {
    const gone = { status: 404, json: { message: 'File not found' } };
    const adding = called('file.addLabels', { file_id: 'f', labels: ['l'] }, [{ status: 204 }, gone]);
    await expect(adding).rejects.toMatchObject({ status: 404 });
  });
});

describe('what has to be sent although nobody gives it', () => {
  test.each([
    ['taskgroup.list', { project_id: 'p' }, '/api/v1.0/taskgroups?project_id=p&archived=false&limit=100&offset=0'],
    ['template.list', {}, '/api/v1.0/templates?type=project&limit=100&offset=0'],
    ['task.listPersonal', {}, '/api/v1.0/tasks/personal?limit=100&offset=0'],
    ['subtask.list', { project_id: 'p' }, '/api/v1.0/tasks?project_id=p&include_subtasks=true&limit=100&offset=0'],
  ])('%s goes out with all that Nifty wants', async (key, input, url) => {
    const { sent } = await called(key, input, [{ json: { items: [] } }]);
    expect(sent[0]?.call).toBe(`GET ${url}`);
  });

  test('a milestone without description is made with an empty one', async () => {
    const { sent } = await called('milestone.create', { name: 'Concept', project_id: 'p' }, [
      { json: { message: 'Created', id: 'm1' } },
      { json: { id: 'm1', name: 'Concept' } },
    ]);
    expect(sent[0]?.content).toEqual({ name: 'Concept', project_id: 'p', description: '' });
    expect(sent[1]?.call).toBe('GET /api/v1.0/milestones/m1');
  });

  test('folders at the top of a project are asked for by the project itself', async () => {
    const { rows, sent } = await called('folder.list', { project_id: 'p' }, [
      { json: { id: 'p' } },
      { json: [{ id: 'f' }] },
    ]);
    expect(sent[1]?.call).toBe('GET /api/v2.0/folders?project_id=p&folder_id=p&limit=100&offset=0');
    expect(rows).toEqual([{ id: 'f' }]);
  });

  test('a message for a project goes to the chat that the project names as its discussion', async () => {
    const { sent, record } = await called('message.discuss', { project_id: 'p', text: 'Proofs are in' }, [
      { json: { id: 'p', general_discussion: 'c9' } },
      { json: { message: 'Done', data: { id: 'm', author: 'me' } } },
    ]);
    expect(sent[1]).toEqual({
      call: 'POST /api/v1.0/messages',
      content: { chat_id: 'c9', text: 'Proofs are in', type: 'text' },
    });
    expect(record).toEqual({ id: 'm', author: 'me' });
  });
});

describe('lists', () => {
  test.each([
    ['project.list', {}, { projects: [{ id: '1' }], hasMore: false }],
    ['project.list', {}, { items: [{ id: '1' }], hasMore: false }],
    ['subteam.list', {}, { items: true, subteams: [{ id: '1' }] }],
    ['member.list', {}, [{ id: '1' }]],
    ['member.list', {}, { items: [{ id: '1' }], has_more: false }],
    ['message.list', { task_id: 't' }, { messages: [{ id: '1' }], has_more: false }],
    ['document.list', { project_id: 'p' }, { docs: [{ id: '1' }] }],
    ['chat.list', {}, { chats: [{ id: '1' }] }],
    ['time.report', { project_id: 'p' }, { time_logs: [{ id: '1' }] }],
    ['webhook.list', { app_id: 'a' }, { webhooks: [{ id: '1' }] }],
  ])('%s %j finds the rows of %j', async (key, input, json) => {
    expect((await called(key, input, [{ json }])).rows).toEqual([{ id: '1' }]);
  });

  test('an answer without rows is an error, not an empty list', async () => {
    await expect(called('task.list', {}, [done])).rejects.toMatchObject({ name: 'ResponseError' });
  });

  test('messages are those of exactly one thing', async () => {
    await expect(called('message.list', {}, [done])).rejects.toThrow('chat_id');
    await expect(called('message.list', { task_id: 't', chat_id: 'c' }, [done])).rejects.toThrow('beside');
  });
});

describe('choosing in a form', () => {
  test('milestones are offered with plain lists, of the project in the form', async () => {
    const { ports, requests } = fakePorts([{ json: { items: [{ id: 'm', name: 'Concept' }], hasMore: false } }]);
    const { choices } = await lookUp(createEngine(nifty, ports), 'milestone', { values: { project_id: 'p' } });
    expect(choices).toEqual([{ id: 'm', title: 'Concept' }]);
    expect(requests[0]?.url).toContain('/milestones?project_id=p&is_list=true&');
  });

  test('a milestone is chosen in one project and moved to another', async () => {
    const input = { milestone_id: 'm', project_id: 'from', target_project_id: 'to' };
    const { sent } = await called('milestone.moveToProject', input, [done, { json: { id: 'm' } }]);
    expect(sent[0]?.content).toEqual({ project_id: 'to' });
  });
});

describe('secrets', () => {
  test('meeting passwords, share tokens and credentials of apps do not come out', async () => {
    const project = { id: 'p', zoom_password: 's', zoom_join_url: 's', webex_password: 's' };
    expect((await called('project.get', { project_id: 'p' }, [{ json: project }])).record).toEqual({ id: 'p' });
    const document = { id: 'd', share_token: 's', public_token: 's' };
    expect((await called('document.get', { document_id: 'd' }, [{ json: document }])).record).toEqual({ id: 'd' });
    const apps = { apps: [{ id: 'a', client_secret: 's' }] };
    expect((await called('app.list', {}, [{ json: apps }])).rows).toEqual([{ id: 'a' }]);
  });
});

test('a delivery names its event and its record, and is the same when it is sent twice', () => {
  const payload = { eventType: 'taskCreated', data: { id: 't', project: 'p' }, triggeredBy: { id: 'm' } };
  const delivery = readDelivery(nifty, payload);
  expect(delivery).toMatchObject({ event: 'taskCreated', resource: 'task', recordId: 't', certain: true });
  expect(readDelivery(nifty, structuredClone(payload)).id).toBe(delivery.id);
  expect(readDelivery(nifty, { ...payload, data: { id: 'other' } }).id).not.toBe(delivery.id);
});

describe('files', () => {
  const fileOf = (name: string) => ({ name, type: 'text/plain', open: () => new Blob([`in ${name}`]).stream() });

  test('are uploaded in parts of one name, and where they go stands in the query', async () => {
    const files = [fileOf('logo.txt'), fileOf('fonts.txt')];
    const { sent, rows } = await called('file.upload', { task_id: 't', files }, [{ json: [{ id: 'f' }] }]);
    expect(sent[0]?.call).toBe('POST /api/v1.0/files?task_id=t');
    const content = await new Response(sent[0]?.content as ReadableStream).text();
    expect(content.match(/name="files"; filename="\w+\.txt"/g)).toHaveLength(2);
    expect(content).toContain('in fonts.txt');
    expect(rows).toEqual([{ id: 'f' }]);
  });

  test('a project goes out as JSON, with a logo as a form', async () => {
    const plain = await called('project.create', { name: 'Lumen' }, [{ json: { id: 'p' } }]);
    expect(plain.sent[0]?.content).toEqual({ name: 'Lumen' });
    const withLogo = await called('project.create', { name: 'Lumen', logo: fileOf('logo.txt') }, [
      { json: { id: 'p' } },
    ]);
    const content = await new Response(withLogo.sent[0]?.content as ReadableStream).text();
    expect(content).toContain('name="logo"; filename="logo.txt"');
  });
});
