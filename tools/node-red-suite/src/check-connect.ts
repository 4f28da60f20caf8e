import { type NodeRed, startNodeRed } from '@patchbay/node-red-runtime';
import { type Sandbox, startSandbox } from '@patchbay/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminAuth, adminToken } from './admin-login.ts';
import { accountForm, decide, oauthAccount } from './connecting.ts';
import { actionNode, onTab, sink, tab } from './flow-nodes.ts';
import { startRelay } from './relay.ts';
import type { Subject } from './subject.ts';

/** What is particular about a vendor's OAuth. */
export interface ConnectChecks {
  /** Operation without inputs that the app may call */
  readonly call: { readonly resource: string; readonly operation: string };
  /** Its access tokens are renewed */
  readonly renews: boolean;
}

/** Connecting an account by OAuth 2, over HTTP, with the sandbox as the vendor. */
export const checkConnect = ({ vendor, folder }: Subject, { call, renews }: ConnectChecks): void => {
  const { name, label } = vendor;
  const path = `/patchbay/${name}/oauth/callback`;
  let sandbox: Sandbox;
  let nodeRed: NodeRed;
  const twin = () => sandbox.twin(name);
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  describe('with logins, below another admin root', () => {
    let admin: string;
    beforeAll(async () => {
      nodeRed = await startNodeRed({
        nodesDir: [folder],
        settings: { adminAuth, httpAdminRoot: '/admin', httpNodeRoot: '/endpoint' },
      });
      admin = `${nodeRed.url}/admin`;
    });
    afterAll(() => nodeRed.stop());

    const openForm = async (user = 'admin', url = admin) =>
      accountForm(url, name, oauthAccount(name, 'oauth', twin()), await adminToken(admin, user));

    it('connecting is begun by those who may change flows, and ended by any browser that brings the state, once', async () => {
      await expect(accountForm(admin, name, oauthAccount(name, 'oauth', twin())).begin('')).rejects.toThrow('401');
      await expect((await openForm('reader')).begin('')).rejects.toThrow('401');
      const form = await openForm();
      const back = await decide(await form.begin(admin + path));
      expect(await form.look()).toMatchObject({ waiting: true });
      const answer = await fetch(back);
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(`Connected to ${label}`)]);
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(await form.look()).toMatchObject({ waiting: false, view: { state: 'connected', renewable: renews } });
      expect(await form.ask('test')).toEqual({ message: expect.stringContaining('accepts these credentials') });
      const replayed = await fetch(back);
      expect([replayed.status, await replayed.text()]).toEqual([400, expect.stringContaining('was used before')]);
      expect(await form.look()).toMatchObject({ view: { state: 'connected' } });
    });

    it('a browser comes back through a proxy under the address that the editor was opened with', async () => {
      const proxy = await startRelay('/red', admin);
      const form = await openForm('admin', proxy.url);
      const back = await decide(await form.begin(proxy.url + path));
      expect(back.startsWith(proxy.url)).toBe(true);
      expect((await fetch(back)).status).toBe(200);
      expect(await form.look()).toMatchObject({ view: { state: 'connected' } });
      proxy.close();
    });

    it('a browser may come back beside the HTTP nodes where the admin API cannot be reached', async () => {
      const form = await openForm();
      expect((await fetch(await decide(await form.begin(`${nodeRed.url}/endpoint${path}`)))).status).toBe(200);
      expect(await form.look()).toMatchObject({ view: { state: 'connected' } });
    });

    it('who says no is not connected, and the form says why', async () => {
      const form = await openForm();
      const answer = await fetch(await decide(await form.begin(admin + path), 'deny'));
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('was not allowed there')]);
      expect(await form.look()).toMatchObject({
        problem: expect.stringContaining('was not allowed'),
        view: { state: 'none' },
      });
    });
  });

  describe('in a flow', () => {
    beforeAll(async () => {
      nodeRed = await startNodeRed({ nodesDir: [folder] });
    });
    afterAll(() => nodeRed.stop());

    const flow = () => [
      tab,
      actionNode(name, 'node', call, [['sink']]),
      onTab('catch', 'catch', { scope: ['node'] }, [['caught']]),
      sink('sink'),
      sink('caught'),
    ];
    const run = async (times = 1) => {
      nodeRed.forget();
      for (let index = 0; index < times; index++) nodeRed.send('node', {});
      const ends = () => [...nodeRed.messagesAt('sink'), ...nodeRed.messagesAt('caught')];
      await nodeRed.waitFor('the end of the calls', () => (ends().length === times ? true : undefined));
      return nodeRed.messagesAt('caught')[0]?.error as { message: string; code?: string } | undefined;
    };
    const account = () => oauthAccount(name, 'oauth', twin());

    it('an account that was connected before the deploy works, and each token is renewed once for all', async () => {
      const form = accountForm(nodeRed.url, name, account());
      await fetch(await decide(await form.begin(nodeRed.url + path)));
      await nodeRed.deploy([account().node, ...flow()], { account: form.credentials });
      expect(await run(3)).toBeUndefined();
      const before = twin().oauth.renewals;
      twin().oauth.expireTokens();
      await nodeRed.deploy([account().node, ...flow()]);
      const error = await run(3);
      expect([twin().oauth.renewals - before, twin().oauth.reused]).toEqual([renews ? 1 : 0, 0]);
      if (renews) return expect(error).toBeUndefined();
      expect(error).toMatchObject({ code: 'GRANT_LOST', message: expect.stringContaining('press Connect') });
      const status = await nodeRed.waitFor('the status', () => nodeRed.statusesOf('node').at(-1));
      expect(status).toMatchObject({ fill: 'red', text: 'connect the account again' });
    });

    it('an account that is connected again works without a deploy, and one that is disconnected does not', async () => {
      const form = accountForm(nodeRed.url, name, account());
      form.credentials.connectionKey = '__PWRD__';
      await fetch(await decide(await form.begin(nodeRed.url + path)));
      expect(await run()).toBeUndefined();
      await form.ask('disconnect');
      expect(await run()).toMatchObject({ code: 'NOT_CONNECTED' });
      expect(await form.look()).toMatchObject({ view: { state: 'none' } });
    });

    it('two copies of an account inside subflows share its tokens', async () => {
      const form = accountForm(nodeRed.url, name, account());
      await fetch(await decide(await form.begin(nodeRed.url + path)));
      const port = [{ x: 1, y: 1, wires: [{ id: 'inner', port: 0 }] }];
      const copies = ['one', 'two'].flatMap((id) => [
        onTab(`before-${id}`, 'change', { rules: [] }, [[id]]),
        onTab(id, 'subflow:sub', {}, [['sink']]),
      ]);
      await nodeRed.deploy(
        [
          tab,
          { id: 'sub', type: 'subflow', name: 'Sub', in: port, out: port },
          { ...account().node, z: 'sub' },
          { ...actionNode(name, 'inner', call), z: 'sub' },
          ...copies,
          sink('sink'),
        ],
        { account: form.credentials },
      );
      const before = twin().oauth.renewals;
      if (renews) twin().oauth.expireTokens();
      nodeRed.forget();
      for (const id of ['one', 'two']) nodeRed.send(`before-${id}`, {});
      await nodeRed.waitFor('both', () => (nodeRed.messagesAt('sink').length === 2 ? true : undefined));
      expect([twin().oauth.renewals - before, twin().oauth.reused]).toEqual([renews ? 1 : 0, 0]);
    });
  });
};
