import { operationsOf } from '@patchbay/core';
import { type NodeRed, startNodeRed } from '@patchbay/node-red-runtime';
import { startSandbox } from '@patchbay/sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adminAuth, adminToken } from './admin-login.ts';
import { accountFor } from './hosts.ts';
import type { Subject } from './subject.ts';

/** What the editor asks the package for, in a Node-RED with logins. */
export const checkAdminRoutes = ({ vendor, folder }: Subject): void => {
  const { name } = vendor;
  const listed = [...operationsOf(vendor).values()].find(({ name: operation }) => operation === 'list');
  let nodeRed: NodeRed;
  beforeAll(async () => {
    nodeRed = await startNodeRed({ nodesDir: [folder], settings: { adminAuth } });
  });
  afterAll(() => nodeRed.stop());

  const tokenOf = (username: string): Promise<string> => adminToken(nodeRed.url, username);
  const post = (route: string, token?: string, account: object = { id: 'account' }) =>
    fetch(`${nodeRed.url}/patchbay/${name}/${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({
        account,
        resource: listed?.resource.name,
        id: 'n',
        callbackBase: 'https://x.example',
      }),
    });

  it.each(['lookup', 'test', 'callback', 'connect', 'connection', 'disconnect'])(
    '%s is refused to strangers and to those who may only read',
    async (route) => {
      expect((await post(route)).status).toBe(401);
      expect((await post(route, await tokenOf('reader'))).status).toBe(401);
      expect((await post(route, await tokenOf('admin'))).status).toBe(200);
    },
  );

  it('the test of a connection tells good credentials from wrong ones', async () => {
    const sandbox = await startSandbox();
    const { node, credentials } = accountFor(vendor, sandbox.twin(name));
    const test = async (given: object) => {
      const answer = await post('test', await tokenOf('admin'), { ...node, credentials: given });
      return (await answer.json()) as { message?: string; problem?: string };
    };
    expect(await test(credentials)).toEqual({ message: expect.stringContaining('accepts these credentials') });
    const wrong = Object.fromEntries(Object.keys(credentials).map((field) => [field, 'wrong-secret-0123']));
    const { problem } = await test(wrong);
    expect(problem).toContain('answered 401');
    expect(problem).not.toContain('wrong-secret-0123');
    await sandbox.close();
  });

  it('deliveries need no login: their secret is the address', async () => {
    const answer = await post('callback', await tokenOf('admin'));
    const { url } = (await answer.json()) as { url: string };
    const path = new URL(url).pathname;
    expect(path).toContain(`/patchbay/${name}/`);
    expect((await fetch(`${nodeRed.url}${path}`, { method: 'POST', body: '{}' })).status).toBe(404);
  });
};
