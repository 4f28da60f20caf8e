import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NodeRedProcess, startNodeRedProcess } from '@patchbay/node-red-runtime';
import { type Sandbox, startSandbox } from '@patchbay/sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountForm, decide, oauthAccount } from './connecting.ts';
import { actionNode, onTab, tab } from './flow-nodes.ts';
import { type Relay, startRelay } from './relay.ts';
import type { Subject } from './subject.ts';

const rotations = 12;
const callers = 3;

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** Everything in a folder as one text. */
const contentOf = async (folder: string): Promise<string> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
};

/**
 * Tokens that work once, in a Node-RED of its own that is ended in every way.
 * @param call operation without inputs
 */
export const checkRotations = (
  { vendor, folder }: Subject,
  call: { readonly resource: string; readonly operation: string },
): void => {
  const { name, label } = vendor;
  const folders: string[] = [];
  const secrets = new Set<string>();
  let sandbox: Sandbox;
  let relay: Relay;
  let nodeRed: NodeRedProcess;
  let log = '';
  const newFolder = async (): Promise<string> => {
    folders.push(await mkdtemp(join(tmpdir(), 'patchbay-rotations-')));
    return folders.at(-1) as string;
  };
  const twin = () => sandbox.twin(name);
  const account = () => oauthAccount(name, 'oauth', twin(), relay.url);
  beforeAll(async () => {
    sandbox = await startSandbox();
    secrets.add(twin().oauth.app.client_secret);
    // All that the vendor says goes through here: this is how the test knows the tokens.
    relay = await startRelay('', twin().baseUrl, (path, content) => {
      if (!path.startsWith('/oauth/token')) return;
      const { access_token, refresh_token } = JSON.parse(content) as Record<string, string | undefined>;
      for (const token of [access_token, refresh_token]) if (token) secrets.add(token);
    });
  });
  afterAll(async () => {
    await nodeRed?.end('SIGKILL');
    relay.close();
    await sandbox.close();
    for (const one of folders) await rm(one, { recursive: true, force: true });
  });

  const flow = () => [
    tab,
    account().node,
    onTab('in', 'http in', { url: '/call', method: 'get' }, [['node']]),
    actionNode(name, 'node', call, [['answer']]),
    onTab('answer', 'http response'),
    onTab('catch', 'catch', { scope: ['node'] }, [['words']]),
    onTab(
      'words',
      'change',
      {
        rules: [
          { t: 'set', p: 'payload', pt: 'msg', to: 'error.message', tot: 'msg' },
          { t: 'set', p: 'statusCode', pt: 'msg', to: '500', tot: 'num' },
        ],
      },
      [['answer']],
    ),
  ];
  const callOnce = async (): Promise<string> => {
    const answer = await fetch(`${nodeRed.url}/call`);
    return answer.ok ? 'good' : `${answer.status} ${await answer.text()}`;
  };
  const start = async (userDir: string): Promise<void> => {
    // Without the editor it is there sooner.
    const settings = { disableEditor: true };
    nodeRed = await startNodeRedProcess({ userDir, port: await freePort(), nodesDir: [folder], settings });
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    await nodeRed.end(signal);
    log += nodeRed.log();
  };
  it(`${rotations} renewals, between them SIGTERM or SIGKILL and a full deploy: each is good, once, and no token can be read anywhere`, async () => {
    const userDir = await newFolder();
    await start(userDir);
    const form = accountForm(nodeRed.url, name, account());
    const back = await decide(await form.begin(`${nodeRed.url}/patchbay/${name}/oauth/callback`));
    secrets.add(new URL(back).searchParams.get('code') as string);
    expect((await fetch(back)).status).toBe(200);
    secrets.add(form.credentials.connectionKey as string);
    await nodeRed.deploy(flow(), { account: form.credentials });
    expect(await callOnce()).toBe('good');
    for (let rotation = 0; rotation < rotations; rotation++) {
      const before = twin().oauth.renewals;
      twin().oauth.expireTokens();
      const answers = await Promise.all(Array.from({ length: callers }, callOnce));
      expect([rotation, ...answers, twin().oauth.renewals - before]).toEqual([
        rotation,
        ...Array(callers).fill('good'),
        1,
      ]);
      // A token that was got because of a refusal is not renewed for another one within a minute: a restart forgets that.
      await end(rotation % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
      await start(userDir);
      await nodeRed.deploy(flow());
    }
    expect(await callOnce()).toBe('good');
    expect([twin().oauth.renewals, twin().oauth.reused]).toEqual([rotations, 0]);

    await end('SIGTERM');
    const everything = log + (await contentOf(userDir));
    // Access and refresh token of each pair, the code, and the two secrets.
    expect(secrets.size).toBe(2 * (rotations + 1) + 3);
    expect([...secrets].filter((secret) => everything.includes(secret))).toEqual([]);
    expect(everything).toContain('sealed1:');

    // Flows and credentials travel to another Node-RED; tokens do not.
    const copy = await newFolder();
    for (const file of ['flows.json', 'flows_cred.json']) await copyFile(join(userDir, file), join(copy, file));
    const runtime = '.config.runtime.json';
    const { _credentialSecret } = JSON.parse(await readFile(join(userDir, runtime), 'utf8')) as Record<string, unknown>;
    await writeFile(join(copy, runtime), JSON.stringify({ _credentialSecret }));
    await start(copy);
    expect(await callOnce()).toContain(`This Node-RED has no tokens of the ${label} account: connect it here`);
    expect(twin().oauth.reused).toBe(0);
  });
};
