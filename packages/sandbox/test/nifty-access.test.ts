import { nifty, operationOf } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { startStudio } from './nifty-studio.ts';

const base = '/api/v1.0';

describe('a token', () => {
  it('begins with nft_user_, and nothing else opens the twin', async () => {
    const { call, twin } = await startStudio();
    expect(twin.credential.token).toMatch(/^nft_user_/);
    expect((await call('GET', `${base}/users/me`)).json).toMatchObject({ name: 'Ana Duarte' });
    for (const authorization of [undefined, 'Bearer nft_user_other', String(twin.credential.token), 'Basic YTpi']) {
      const { status, json } = await call('GET', `${base}/users/me`, { headers: { authorization } });
      expect([status, Object.keys(json)]).toEqual([401, ['message']]);
    }
  });

  it('for reading only is refused on every change, with nothing done', async () => {
    const { call, clientFor, id, twin } = await startStudio();
    const reader = clientFor('readOnlyToken');
    expect((await reader.project.list().toArray()).length).toBeGreaterThan(2);
    const task_id = id('task', 'Business cards');
    await expect(reader.task.complete({ task_id })).rejects.toMatchObject({ status: 403 });
    expect((await call('DELETE', `${base}/tasks/${task_id}`, { token: 'readOnlyToken' })).json).toEqual({
      message: 'This token may only read',
      code: 403,
    });
    expect(twin.rows('task').find((row) => row.id === task_id)).toMatchObject({ completed: false });
  });

  it('that is fine-grained is refused by v1 where the newer API answers', async () => {
    const { clientFor, id } = await startStudio();
    const client = clientFor('customToken');
    const document_id = id('document', 'Brand guidelines');
    await expect(client.document.get({ document_id })).rejects.toMatchObject({ status: 403 });
    expect(await client.document.getV3({ document_id })).toMatchObject({ title: 'Brand guidelines' });
    expect((await client.document.getContent({ document_id })).content).toContain('Warm, plain, generous');
  });

  it('is never in the log', async () => {
    const { call, twin } = await startStudio();
    await call('GET', `${base}/users/me`);
    expect(JSON.stringify(twin.requests)).not.toContain(twin.credential.token);
  });
});

describe('what the owner of the token does not see', () => {
  it('is refused with 403 by its identifier, and 404 is for what is not there', async () => {
    const { call, id } = await startStudio();
    expect((await call('GET', `${base}/projects/${id('project', 'Salaries and hiring')}`)).status).toBe(403);
    expect((await call('GET', `${base}/tasks/${id('task', 'Offer for Sofie')}`)).status).toBe(403);
    expect((await call('GET', `${base}/tasks/nothing`)).status).toBe(404);
    expect((await call('GET', `${base}/projects/${id('project', 'Studio web site')}`)).status).toBe(200);
  });

  it('is refused in queries and content', async () => {
    const { call, id, status } = await startStudio();
    const project_id = id('project', 'Salaries and hiring');
    expect((await call('GET', `${base}/tasks?project_id=${project_id}`)).status).toBe(403);
    const body = { name: 'Raise', task_group_id: status('Salaries and hiring', 'Build') };
    expect((await call('POST', `${base}/tasks`, { body })).status).toBe(403);
  });

  it('is in no list', async () => {
    const { client } = await startStudio();
    const projects = await client.project.list().toArray();
    const tasks = await client.task.list().toArray();
    expect(projects.map(({ name }) => name)).not.toContain('Salaries and hiring');
    expect(tasks.map(({ name }) => name)).not.toContain('Offer for Sofie');
  });
});

describe('secrets', () => {
  it('of a project, its meetings, are in the answer and not in what the client gives', async () => {
    const { call, client, id } = await startStudio();
    const project_id = id('project', 'Lumen rebrand');
    const { json } = await call('GET', `${base}/projects/${project_id}`);
    expect(json).toMatchObject({ zoom_password: expect.any(String), webex_password: expect.any(String) });
    const given = await client.project.get({ project_id });
    expect(given).toMatchObject({ name: 'Lumen rebrand' });
    expect(JSON.stringify(given)).not.toMatch(/zoom|webex/);
    expect(await client.project.get({ project_id }, { raw: true })).toEqual(json);
  });

  it('of a document, the tokens that open it, are kept back alike', async () => {
    const { call, client, id } = await startStudio();
    const document_id = id('document', 'Brand guidelines');
    const { json } = await call('GET', `${base}/docs/${document_id}`);
    const rows = await client.document.list({ project_id: id('project', 'Lumen rebrand') }).toArray();
    expect(JSON.stringify(rows)).not.toContain(json.share_token);
    expect(JSON.stringify(rows)).not.toContain(json.public_token);
  });

  it('of an app, its credentials, are kept back alike', async () => {
    const { call, client, id } = await startStudio();
    const { json } = await call('GET', `${base}/apps/${id('app', 'Studio automation')}`);
    expect(json.app).toMatchObject({ client_id: expect.any(String), client_secret: expect.any(String) });
    const [app] = await client.app.list().toArray();
    expect(app).toEqual({ id: json.app.id, name: 'Studio automation' });
  });
});

describe('the budget of a minute', () => {
  it.each([
    ['GET', 200],
    ['POST', 50],
    ['PUT', 50],
    ['DELETE', 10],
  ])(
    'is of its own for %s: %i requests, then 429 with Retry-After until they are a minute old',
    async (method, count) => {
      const { call, time } = await startStudio({ quota: true });
      const target = `${base}/tasks/nothing${method === 'POST' ? '/clone' : ''}`;
      const body = method === 'PUT' ? { body: {} } : {};
      for (let index = 0; index < count; index++) expect((await call(method, target, body)).status).toBe(404);
      const refused = await call(method, target, body);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
      expect(Object.keys(refused.json)).toEqual(['message']);
      expect((await call(method === 'GET' ? 'DELETE' : 'GET', `${base}/tasks/nothing`)).status).toBe(404);
      time.advance(60_000);
      expect((await call(method, target, body)).status).toBe(404);
    },
  );

  it('is counted for each token apart', async () => {
    const { call } = await startStudio({ quota: true });
    for (let index = 0; index < 11; index++) await call('DELETE', `${base}/tasks/nothing`);
    expect((await call('DELETE', `${base}/tasks/nothing`)).status).toBe(429);
    expect((await call('DELETE', `${base}/tasks/nothing`, { token: 'customToken' })).status).toBe(403);
  });

  it('may be refused without a word on when to come back', async () => {
    const { call, twin } = await startStudio();
    twin.faults.on({ kind: 'tooManyBare', method: 'GET' });
    const refused = await call('GET', `${base}/users/me`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null]);
  });
});

describe('an error', () => {
  it('names the fields of the content in its message and in a list', async () => {
    const { call } = await startStudio();
    const { status, json } = await call('POST', `${base}/tasks`, { body: { colour: 1 } });
    expect(status).toBe(400);
    expect(json.message).toBe('name: is missing; task_group_id: is missing; colour: is not known here');
    expect(json.errors).toHaveLength(3);
  });

  it('reaches the user of the client with what to do next', async () => {
    const { engine, id } = await startStudio();
    const get = operationOf(nifty, 'project.get');
    const failed = engine.call(get, { project_id: id('project', 'Salaries and hiring') });
    await expect(failed).rejects.toThrow(/You have no access to this project.*try a token with full access/s);
  });
});
