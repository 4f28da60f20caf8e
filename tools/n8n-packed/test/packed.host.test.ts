import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installN8n, type RunningN8n, startN8n } from '@patchbay/n8n-host';
import { exampleIn } from '@patchbay/n8n-suite';
import { type Row, type Sandbox, startSandbox } from '@patchbay/sandbox';
import type { INodeProperties } from 'n8n-workflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logIn, type Session } from './editor.ts';
import { openingTimes, openingWorkflow, peer } from './opening.ts';
import { packedIn } from './packages.ts';
import { type Story, stories } from './stories.ts';

const opening = openingWorkflow('openingForms0001', [
  peer,
  ...stories.map(({ vendor }) => ({ name: vendor, type: `@patchbay/n8n-nodes-${vendor}.${vendor}`, typeVersion: 1 })),
]);

let folder: string;
let sandbox: Sandbox;
let n8n: RunningN8n;
let session: Session;

const credentialOf = ({ vendor }: Story) => ({ id: `${vendor}Credential1`, name: `${vendor} account` });
const typeOf = ({ vendor }: Story) => `${vendor}Api`;
const valuesFor = ({ vendor }: Story) => {
  const { credential, baseUrl } = sandbox.twin(vendor);
  return { ...credential, baseUrl };
};

const workflowOf = (story: Story) => {
  const example = exampleIn(story.folder, story.example, story.choices(sandbox.twin(story.vendor)));
  for (const { credentials } of example.nodes) if (credentials) credentials[typeOf(story)] = credentialOf(story);
  return { ...example, id: story.workflowId };
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

const isShownFor = ({ displayOptions }: INodeProperties, resource: string, operation: string): boolean =>
  Object.entries(displayOptions?.show ?? {}).every(([name, allowed]) =>
    (allowed as unknown[]).includes(name.endsWith('resource') ? resource : operation),
  );

const typesInN8n = async () =>
  (await n8n.rest('GET', '/types/nodes.json')) as { name: string; properties: INodeProperties[] }[];

/** The default, which the editor fills in. */
const authenticationOf = async (node: string) =>
  (await typesInN8n()).find(({ name }) => name === node)?.properties.find(({ name }) => name === 'authentication')
    ?.default;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-n8n-packed-'));
  sandbox = await startSandbox();
  const packages = await packedIn(folder);
  n8n = await startN8n({
    installation: await installN8n(),
    userFolder: join(folder, 'user'),
    port: 0,
    packages,
    credentials: stories.map((story) => ({ ...credentialOf(story), type: typeOf(story), data: valuesFor(story) })),
    workflows: [
      ...stories.map((story) => ({ json: workflowOf(story), publish: true })),
      { json: opening, publish: false },
    ],
  });
  session = await logIn(n8n.url, n8n.login);
});

afterAll(async () => {
  await session?.close();
  await n8n?.stop();
  await sandbox?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(stories)('$vendor', (story) => {
  const { vendor, workflowId, offers, menus = [] } = story;
  const twin = () => sandbox.twin(vendor);
  const node = `@patchbay/n8n-nodes-${vendor}.${vendor}`;
  const subscriptions = () => twin().rows('webhook');

  test('a published workflow has its webhook at the vendor', async () => {
    await n8n.waitForPublication(workflowId);
    expect(subscriptions()).toMatchObject(
      story.subscribed.map((one) => ({
        ...one,
        [story.url]: expect.stringMatching(new RegExp(`^${n8n.url}webhook/[\\w-]+/${vendor}$`)),
      })),
    );
  });

  test('what happens at the vendor starts the workflow, which does there what it is for', async () => {
    const row = story.happen(twin()) as Row;
    await until('the workflow ended', async () =>
      (await n8n.executions(workflowId)).some(({ status }) => ['success', 'error', 'crashed'].includes(status)),
    );
    expect(await n8n.executions(workflowId)).toMatchObject([{ status: 'success', mode: 'webhook' }]);
    expect(story.done(row, twin())).toBe(true);
    expect(twin().deliveries).toMatchObject([{ state: 'successful' }]);
  });

  test('what is no delivery is answered with 400 and starts nothing', async () => {
    const before = await n8n.executions(workflowId);
    const answer = await fetch(String(subscriptions()[0]?.[story.url]), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"hello": "there"}',
    });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { message: expect.stringMatching(new RegExp(vendor, 'i')) },
    ]);
    expect(await n8n.executions(workflowId)).toHaveLength(before.length);
  });

  test('a pick list of the editor is filled from the vendor', async () => {
    const { resource, typed, found } = story.search;
    const { results } = await dataOf<{ results: { name: string; value: string }[] }>(
      'POST',
      '/rest/dynamic-node-parameters/resource-locator-results',
      {
        path: `parameters.${resource}_id`,
        nodeTypeAndVersion: { name: node, version: 1 },
        methodName: `search${resource.charAt(0).toUpperCase()}${resource.slice(1)}`,
        currentNodeParameters: { authentication: await authenticationOf(node), resource, operation: 'get' },
        credentials: { [typeOf(story)]: credentialOf(story) },
        filter: typed,
      },
    );
    expect(results.map(({ name }) => name)).toEqual([found]);
    expect(
      twin()
        .rows(resource)
        .map(({ id }) => id),
    ).toContain(results[0]?.value);
  });

  test('the credential is tested against the vendor, and a wrong one says what to do', async () => {
    const testWith = (data: object) =>
      dataOf('POST', '/rest/credentials/test', {
        credentials: { ...credentialOf(story), type: typeOf(story), data },
      });
    const right = valuesFor(story);
    expect(await testWith(right)).toMatchObject({ status: 'OK' });
    const wrong = Object.fromEntries(Object.keys(twin().credential).map((name) => [name, 'wrong']));
    expect(await testWith({ ...right, ...wrong })).toEqual({
      status: 'Error',
      message: expect.stringMatching(story.advice),
    });
  });

  test('n8n offers the nodes to people and, as tools, to its agents', async () => {
    const own = (await typesInN8n()).map(({ name }) => name).filter((name) => name.startsWith(`${node}`));
    expect(own.sort()).toEqual(story.nodes.map((name) => `@patchbay/n8n-nodes-${vendor}.${name}`).sort());
  });

  test('there is one Custom API Call in the menus, and it is the one that sends', async () => {
    const properties = (await typesInN8n()).find(({ name }) => name === node)?.properties ?? [];
    const entries = properties
      .filter(({ name }) => ['resource', 'operation'].includes(name))
      .flatMap(({ options }) => options as { name: string; value: string }[])
      .filter(({ name }) => name === 'Custom API Call');
    expect(entries).toEqual([{ name: 'Custom API Call', value: 'customCall' }]);
  });

  test("the editor shows an operation's form and fills its pick list", async () => {
    const { panel } = story;
    const editor = await session.openEditor();
    const { page } = editor;
    await editor.open(workflowId);
    await editor.shoot(`${vendor}-canvas`);
    await editor.openNode(panel.node);
    expect((await page.locator('[data-test-id=ndv] label').allInnerTexts()).join(' ')).toMatch(panel.labels);
    await editor.shoot(`${vendor}-node`);
    await page.locator(`[data-test-id=resource-locator-${panel.picker}] [data-test-id=rlc-input]`).first().click();
    const items = page.locator('[data-test-id=rlc-item]');
    await until('records are offered', async () => (await items.allInnerTexts()).length > 0);
    await editor.shoot(`${vendor}-list`);
    await editor.close();
  });

  if (offers)
    test('the editor offers the fields of an operation, and no others', async () => {
      const { node: name, resource, operation } = offers;
      const properties = (await typesInN8n()).find((type) => type.name === node)?.properties ?? [];
      const fields = properties.filter(
        (property) => property.name === 'fields' && isShownFor(property, resource, operation),
      );
      const names = fields
        .flatMap(({ options }) => options as INodeProperties[])
        .filter((option) => isShownFor(option, resource, operation))
        .map(({ displayName }) => displayName);
      expect(names.length).toBeGreaterThan(5);
      const editor = await session.openEditor();
      const { page } = editor;
      await editor.open(workflowId);
      await editor.openNode(name);
      await page.locator('[data-test-id=collection-parameter-add]').first().click();
      const offered = page.locator('[data-test-id=collection-parameter-option]');
      const texts = async () => (await offered.allInnerTexts()).filter((text) => text !== '');
      await until('fields are offered', async () => (await texts()).length > 0);
      await editor.shoot(`${vendor}-fields`);
      expect((await texts()).slice(0, names.length)).toEqual(names);
      await editor.close();
    });

  for (const { method, path, resource, operation, values } of menus)
    test(`the menu of ${path} is filled in for ${resource} and ${operation}`, async () => {
      const options = await dataOf<{ value: string }[]>('POST', '/rest/dynamic-node-parameters/options', {
        path: `parameters.${path}`,
        nodeTypeAndVersion: { name: node, version: 1 },
        methodName: method,
        currentNodeParameters: { authentication: await authenticationOf(node), resource, operation },
        credentials: { [typeOf(story)]: credentialOf(story) },
      });
      expect(options.map(({ value }) => value)).toEqual(expect.arrayContaining([...values]));
    });

  test('a workflow that is unpublished has no webhook at the vendor any more', async () => {
    await n8n.rest('POST', `/rest/workflows/${workflowId}/deactivate`);
    await until('the webhook is gone', () => subscriptions().length === 0);
  });
});

test('forms open in the editor about as fast as one of n8n itself', async () => {
  const names = stories.map(({ vendor }) => vendor);
  const times = await openingTimes(session, opening.id, [peer.name, ...names]);
  console.info(`Milliseconds until the form can be used: ${JSON.stringify(times)}`);
  for (const name of names) expect(times[name], name).toBeLessThan(2 * (times[peer.name] as number));
});
