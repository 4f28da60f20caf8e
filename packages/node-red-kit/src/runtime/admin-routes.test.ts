import type { HttpRequest } from '@patchbay/core';
import { beforeEach, expect, it } from 'vitest';
import { acme } from '../fixtures/acme.ts';
import { fakeRed } from '../fixtures/fake-red.ts';
import { nodeSet } from './node-set.ts';

let sent: HttpRequest[];
const host = fakeRed();
const ports = {
  async transport(request: HttpRequest) {
    sent.push(request);
    const rows = [{ id: 'b1', name: 'Window frames' }];
    const content = request.url.includes('/me') ? { type: 'apikey' } : { data: rows, count: 1 };
    return { status: 200, headers: {}, content: JSON.stringify(content) };
  },
  clock: { now: Date.now, sleep: async () => undefined },
};
nodeSet(acme, { ports })(host.RED);
host.start({ id: 'stored', type: 'acme-account' }, { key: 'stored-key', environment: 'stored-environment' });
beforeEach(() => {
  sent = [];
});

const ask = (route: string, body: unknown): Promise<Record<string, unknown>> =>
  new Promise((resolve) => {
    const response = { json: resolve } as never;
    host.routes.get(`/patchbay/acme/${route}`)?.({ body } as never, response);
  });
const headers = () => sent.map((request) => request.headers);

it('all of them are for those who may change flows', () => {
  expect(host.permissions).toEqual(Array(6).fill('flows.write'));
});

it('a look-up works for an account that was typed and not deployed yet', async () => {
  const account = { id: 'new', baseUrl: 'https://x.example/v1', credentials: { key: 'typed', environment: 'e' } };
  expect(await ask('lookup', { account, resource: 'project', query: 'frame' })).toEqual({
    choices: [{ id: 'b1', title: 'Window frames' }],
  });
  expect(sent[0]?.url).toContain('https://x.example/v1/project?');
  expect(headers()).toMatchObject([{ 'X-Api-Key': 'typed', 'X-Api-Env': 'e' }]);
});

it('a secret that was not typed again is the stored one, and an environment variable is resolved', async () => {
  process.env.PATCHBAY_TEST_ENVIRONMENT = 'from-environment';
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Node-RED's own notation
  const credentials = { key: '__PWRD__', environment: '${PATCHBAY_TEST_ENVIRONMENT}' };
  await ask('test', { account: { id: 'stored', baseUrl: '', credentials } });
  expect(headers()).toMatchObject([{ 'X-Api-Key': 'stored-key', 'X-Api-Env': 'from-environment' }]);
});

it('a test tells in words that it worked', async () => {
  expect(await ask('test', { account: { id: 'stored' } })).toEqual({
    message: 'Connected: Acme accepts these credentials at api.acme.example.',
  });
});

it('a look-up is narrowed by what the form holds', async () => {
  const values = { project_id: 'p1', kind: 'word', name: 'ignored' };
  await ask('lookup', { account: { id: 'stored' }, resource: 'tag', values });
  expect(sent[0]?.url).toMatch(/\/project\/p1\/tag\?(?=.*kind=word)(?!.*ignored)/);
});

it.each([
  ['lookup', { account: { id: 'nobody' }, resource: 'project' }, 'key is missing'],
  ['lookup', { account: { id: 'stored' }, resource: 'tag' }, 'project_id is missing'],
  ['lookup', { account: { id: 'stored' }, resource: 'nothing' }, 'has no list'],
  ['callback', { id: 'n', account: { id: 'stored' }, callbackBase: '' }, 'callbackBase is missing'],
  ['test', undefined, 'key is missing'],
  ['test', { account: { id: 'stored', baseUrl: 'not an address' } }, 'baseUrl'],
])('%s answers a problem in words to %j', async (route, body, words) => {
  expect((await ask(route, body)).problem).toContain(words);
  expect(sent).toEqual([]);
});

it('tells where deliveries for a node arrive', async () => {
  const content = { id: 'n', account: { id: 'stored' }, callbackBase: 'https://red.example/' };
  expect((await ask('callback', content)).url).toMatch(/^https:\/\/red\.example\/patchbay\/acme\/n\/[\w-]{43}$/);
});
