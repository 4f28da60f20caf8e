import { type Bench, chosen, startBench } from '@patchbay/n8n-suite';
import type { Row } from '@patchbay/sandbox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { installedFor, subject } from './installed.ts';

let bench: Bench;
let project: Row;

beforeAll(async () => {
  bench = await startBench(subject);
});
beforeEach(() => {
  bench.twin.reset();
  project = bench.found('project', 'Lumen rebrand');
  bench.sent();
});
afterAll(() => bench.close());

const brief = () => bench.found('taskgroup', 'Brief');

test('Return All reads all tasks of a project, Limit only as many as it says', async () => {
  const inProject = { options: { project_id: chosen(project.id) } };
  const all = await bench.rows('task.list', { ...inProject, returnAll: true });
  expect(all.length).toBeGreaterThan(3);
  expect(new Set(all.map(({ project: of }) => of))).toEqual(new Set([project.id]));
  bench.sent();
  expect(await bench.rows('task.list', { ...inProject, returnAll: false, limit: 3 })).toEqual(all.slice(0, 3));
  expect(bench.sent().map(({ query }) => query.limit)).toEqual(['3']);
});

test('a task is made with what was filled in, read, changed and deleted', async () => {
  const [made] = await bench.rows('task.create', {
    project_id: chosen(project.id),
    name: 'Napkins',
    task_group_id: chosen(brief().id),
    fields: { description: '', story_points: 0, due_date: '2026-12-18T00:00:00Z' },
  });
  expect(bench.sent().find(({ method }) => method === 'POST')?.body).toEqual({
    name: 'Napkins',
    task_group_id: brief().id,
    description: '',
    story_points: 0,
    due_date: '2026-12-18T00:00:00Z',
  });
  const task_id = chosen(made?.id);
  expect(await bench.rows('task.get', { task_id })).toMatchObject([{ id: made?.id, name: 'Napkins' }]);
  expect(await bench.rows('task.update', { task_id, fields: { name: 'Paper napkins' } })).toMatchObject([
    { id: made?.id, name: 'Paper napkins' },
  ]);
  expect(await bench.rows('task.delete', { task_id })).toEqual([{ deleted: true }]);
  expect(bench.twin.rows('task').find(({ id }) => id === made?.id)).toBeUndefined();
});

test('the project that a record is chosen from is not sent with it', async () => {
  const task = bench.twin.rows('task').find((row) => row.project === project.id) as Row;
  await bench.rows('task.get', { project_id: chosen(project.id), task_id: chosen(task.id) });
  expect(bench.sent().map(({ target }) => target)).toEqual([`/api/v1.0/tasks/${task.id}`]);
});

test('several files of an item are uploaded as one form, and one comes back as binary data', async () => {
  const binary = (text: string, fileName: string) => ({
    data: Buffer.from(text).toString('base64'),
    mimeType: 'text/plain',
    fileName,
  });
  const upload = { files: 'plan, notes', options: { project_id: chosen(project.id) } };
  const item = {
    json: {},
    binary: { plan: binary('Saturday', 'plan.txt'), notes: binary('Bring paper', 'notes.txt') },
  };
  const { outputs, error } = await bench.run('file.upload', upload, [item]);
  expect(error).toBeUndefined();
  expect(bench.sent()[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(outputs[0]?.map(({ json }) => json.name)).toEqual(['plan.txt', 'notes.txt']);

  const notes = outputs[0]?.[1]?.json.id;
  const download = await bench.run('file.download', { file_id: chosen(notes), outputField: 'received' });
  expect(download.error).toBeUndefined();
  const [received] = download.outputs[0] ?? [];
  expect(received?.json).toMatchObject({ name: 'notes.txt', size: 11 });
  expect(Buffer.from(received?.binary?.received?.data ?? '', 'base64').toString()).toBe('Bring paper');
});

test('a message in a discussion needs the project only: its chat is found', async () => {
  const [made] = await bench.rows('message.discuss', {
    text: 'Proofs are here',
    project_id: chosen(project.id),
  });
  expect(bench.sent().map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET /api/v1.0/projects/${project.id}`,
    'POST /api/v1.0/messages',
  ]);
  expect(bench.found('message', String(made?.id), 'id').chat).toBe(project.general_discussion);
});

test('access to meetings stays inside unless it is asked for', async () => {
  const get = { project_id: chosen(project.id), simplify: false };
  const [plain] = await bench.rows('project.get', get);
  expect(Object.keys(plain ?? {}).filter((name) => name.startsWith('zoom'))).toEqual([]);
  const [whole] = await bench.rows('project.get', { ...get, options: { keepSecretFields: true } });
  expect(whole?.zoom_password).toBe(project.zoom_password);
});

test('credentials of apps stay inside too', async () => {
  const apps = await bench.rows('app.list', { simplify: false });
  expect(apps.length).toBeGreaterThan(0);
  expect(JSON.stringify(apps)).not.toMatch(/client_secret|client_id/);
});

test('a custom call sends any other request with the credential, and reads its rows', async () => {
  const [row] = await bench.rows('customCall.send', {
    method: 'GET',
    path: '/api/v1.0/projects',
    options: { query: '{"archived": "true"}', rows_path: 'projects' },
  });
  expect(row).toMatchObject({ archived: true });
  const [request] = bench.sent();
  expect(request?.query.archived).toBe('true');
  expect(request?.headers.authorization).toMatch(/^…\w{4}$/);
});

test('a token that may only read is refused with what to do', async () => {
  const { baseUrl, credential } = bench.twin;
  const reading = installedFor(baseUrl, { token: String(credential.readOnlyToken) });
  const parameters = {
    resource: 'task',
    operation: 'create',
    name: 'Napkins',
    task_group_id: chosen(brief().id),
  };
  const { error } = await reading.runNode({ type: 'nifty', parameters });
  expect(error).toMatchObject({
    message: expect.stringMatching(/^Nifty answered 403 to "Create a task": .*only read/),
    description: expect.stringContaining('try a token with full access'),
  });
  expect(await reading.runNode({ type: 'nifty', parameters: { resource: 'user', operation: 'me' } })).toMatchObject({
    error: undefined,
  });
});
