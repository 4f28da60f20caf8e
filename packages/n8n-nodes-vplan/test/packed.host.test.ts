import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installN8n, type RunningN8n, startN8n } from '@patchbay/n8n-host';
import { type Sandbox, startSandbox, type VendorSandbox } from '@patchbay/sandbox';
import type { INode } from 'n8n-workflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEditor } from './editor.ts';
import { packInto } from './packed.ts';

const workflowId = 'PlanCollections1';
const credential = { id: 'VplanCredential1', name: 'vPlan account' };
const node = '@patchbay/n8n-nodes-vplan.vplan';

let folder: string;
let sandbox: Sandbox;
let twin: VendorSandbox;
let n8n: RunningN8n;

const storyWorkflow = (boardId: string) => {
  const file = join(import.meta.dirname, '../examples/plan-new-collections.json');
  const workflow: { nodes: INode[] } = JSON.parse(readFileSync(file, 'utf8'));
  for (const { parameters, credentials } of workflow.nodes) {
    if (credentials) credentials.vplanApi = credential;
    if ('board_id' in parameters) parameters.board_id = { __rl: true, mode: 'list', value: boardId };
  }
  return { ...workflow, id: workflowId };
};

const until = async (what: string, isSo: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = performance.now() + 60_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`It did not come about that ${what}`);
    await sleep(100);
  }
};

const dataOf = async <Data>(method: string, path: string, body?: unknown): Promise<Data> =>
  ((await n8n.rest(method, path, body)) as { data: Data }).data;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-n8n-vplan-'));
  sandbox = await startSandbox();
  twin = sandbox.vendors.vplan;
  n8n = await startN8n({
    installation: await installN8n(),
    userFolder: join(folder, 'user'),
    port: 0,
    packages: [await packInto(folder)],
    credentials: [{ ...credential, type: 'vplanApi', data: { ...twin.credential, baseUrl: twin.baseUrl } }],
    workflows: [{ json: storyWorkflow(String(twin.rows('board')[0]?.id)), publish: true }],
  });
});

afterAll(async () => {
  await n8n?.stop();
  await sandbox?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a published workflow has its webhook at vPlan', async () => {
  await n8n.waitForPublication(workflowId);
  expect(twin.rows('webhook')).toMatchObject([
    {
      url: expect.stringMatching(new RegExp(`^${n8n.url}webhook/[\\w-]+/vplan$`)),
      event_types: ['collection.created'],
      active: true,
      description: 'n8n workflow Plan new collections',
    },
  ]);
});

test('a collection made in vPlan starts the workflow, which plans it and writes back how many cards it has', async () => {
  const collection = twin.act('createCollection', { name: 'Order 118', board_id: String(twin.rows('board')[0]?.id) });
  await until('the workflow ended', async () =>
    (await n8n.executions(workflowId)).some(({ status }) => ['success', 'error', 'crashed'].includes(status)),
  );
  expect(await n8n.executions(workflowId)).toMatchObject([{ status: 'success', mode: 'webhook' }]);
  expect(twin.rows('collection').find(({ id }) => id === collection?.id)?.description).toMatch(
    /^[1-9]\d* cards planned$/,
  );
  expect(twin.deliveries).toMatchObject([{ event: 'collection.created', state: 'successful' }]);
});

test('what is no delivery is answered with 400 and starts nothing', async () => {
  const before = await n8n.executions(workflowId);
  const answer = await fetch(String(twin.rows('webhook')[0]?.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"hello": "there"}',
  });
  expect([answer.status, await answer.json()]).toEqual([400, { message: expect.stringContaining('vPlan') }]);
  expect(await n8n.executions(workflowId)).toHaveLength(before.length);
});

test('a pick list of the editor is filled from vPlan', async () => {
  const { results } = await dataOf<{ results: { name: string; value: string }[] }>(
    'POST',
    '/rest/dynamic-node-parameters/resource-locator-results',
    {
      path: 'parameters.board_id',
      nodeTypeAndVersion: { name: node, version: 1 },
      methodName: 'searchBoard',
      currentNodeParameters: { resource: 'board', operation: 'get' },
      credentials: { vplanApi: credential },
      filter: 'frames',
    },
  );
  expect(results).toEqual([{ name: 'Window frames', value: twin.rows('board')[0]?.id }]);
});

test('the credential is tested against vPlan, and a wrong one says what to do', async () => {
  const testWith = (key: string) =>
    dataOf('POST', '/rest/credentials/test', {
      credentials: { ...credential, type: 'vplanApi', data: { ...twin.credential, key, baseUrl: twin.baseUrl } },
    });
  expect(await testWith(twin.credential.key)).toMatchObject({ status: 'OK' });
  expect(await testWith('wrong')).toEqual({
    status: 'Error',
    message: expect.stringContaining('Check the API key and the environment ID of the credential'),
  });
});

test('n8n offers the node to people and, as a tool, to its agents', async () => {
  const types = (await n8n.rest('GET', '/types/nodes.json')) as { name: string }[];
  expect(types.map(({ name }) => name)).toEqual(expect.arrayContaining([node, `${node}Tool`, `${node}Trigger`]));
});

test("the editor shows an operation's form, offers its own fields and fills its pick list", async () => {
  const editor = await openEditor(n8n.url, n8n.login);
  const { page } = editor;
  await editor.open(workflowId);
  await editor.shoot('canvas');
  await editor.openNode('Plan on Board');
  const labels = (await page.locator('[data-test-id=ndv] label').allInnerTexts()).join(' ');
  expect(labels).toMatch(/Resource.*Operation.*Collection.*Board.*Simplify.*Fields.*Options/s);
  await editor.shoot('node');

  await page.locator('[data-test-id=collection-parameter-add]').first().click();
  const offered = page.locator('[data-test-id=collection-parameter-option]');
  await until('fields are offered', async () => (await offered.allInnerTexts()).some((text) => text !== ''));
  await editor.shoot('fields');
  const fields = ['After', 'Before', 'Force Stages', 'Resources', 'Reverse', 'Stage ID', 'Start', 'Status ID'];
  expect((await offered.allInnerTexts()).filter((text) => text !== '')).toEqual([...fields, 'Hide', 'Show']);
  await page.keyboard.press('Escape');

  await page.locator('[data-test-id=resource-locator-board_id] [data-test-id=rlc-input]').first().click();
  const boards = page.locator('[data-test-id=rlc-item]');
  await until('boards are offered', async () => (await boards.allInnerTexts()).length > 0);
  await editor.shoot('boards');
  expect(await boards.allInnerTexts()).toEqual(twin.rows('board').map(({ name }) => name));
  await editor.close();
});

test('a workflow that is unpublished has no webhook at vPlan any more', async () => {
  await n8n.rest('POST', `/rest/workflows/${workflowId}/deactivate`);
  await until('the webhook is gone', () => twin.rows('webhook').length === 0);
});
