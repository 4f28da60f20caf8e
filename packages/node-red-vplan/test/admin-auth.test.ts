import { type NodeRed, startNodeRed } from '@patchbay/node-red-runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageFolder } from './hosts.ts';

const userOf = async (username: string) => ({ username, permissions: username === 'reader' ? 'read' : '*' });

let nodeRed: NodeRed;
beforeAll(async () => {
  const adminAuth = { type: 'credentials', users: userOf, authenticate: userOf };
  nodeRed = await startNodeRed({ nodesDir: [packageFolder], settings: { adminAuth } });
});
afterAll(() => nodeRed.stop());

const tokenOf = async (username: string): Promise<string> => {
  const answer = await fetch(`${nodeRed.url}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_id: 'node-red-editor',
      grant_type: 'password',
      scope: (await userOf(username)).permissions,
      username,
      password: 'any',
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};
const post = (route: string, token?: string) =>
  fetch(`${nodeRed.url}/patchbay/vplan/${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ account: { id: 'account' }, resource: 'board', id: 'n', callbackBase: 'https://x.example' }),
  });

it.each(['lookup', 'test', 'callback'])('%s is refused to strangers and to those who may only read', async (route) => {
  expect((await post(route)).status).toBe(401);
  expect((await post(route, await tokenOf('reader'))).status).toBe(401);
  expect((await post(route, await tokenOf('admin'))).status).toBe(200);
});

it('deliveries need no login: their secret is the address', async () => {
  const answer = await post('callback', await tokenOf('admin'));
  const { url } = (await answer.json()) as { url: string };
  const path = new URL(url).pathname;
  expect((await fetch(`${nodeRed.url}${path}`, { method: 'POST', body: '{}' })).status).toBe(404);
});
