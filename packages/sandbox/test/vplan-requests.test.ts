import { describe, expect, it } from 'vitest';
import { start } from './harness.ts';

const uuid = '00000000-0000-4000-8000-000000000000';

describe('a request to the vPlan twin', () => {
  it.each([
    ['no key', { 'x-api-key': undefined }, 'x-api-key is missing'],
    ['a wrong key', { 'x-api-key': 'guessed' }, 'x-api-key is wrong'],
    ['no environment', { 'x-api-env': undefined }, 'x-api-env is missing'],
    ['another environment', { 'x-api-env': uuid }, 'x-api-env is wrong'],
  ])('with %s is not logged in', async (_, headers, description) => {
    const { call } = await start();
    const answer = await call('GET', '/me', { headers });
    expect(answer.status).toBe(401);
    expect(answer.json).toEqual({
      reference: expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/),
      errors: [{ code: 401, message: 'Not Logged In', description: `The header ${description}` }],
    });
    expect(answer.headers.has('ratelimit-limit')).toBe(false);
  });

  it.each([
    ['GET', '/boards', 404],
    ['GET', '/board/', 404],
    ['GET', `/board/${uuid}`, 404],
    ['PUT', '/board', 405],
    ['DELETE', '/me', 405],
    ['GET', '/board/%E0%A4%A', 404],
    ['PATCH', `/board/${uuid}`, 405],
  ])('%s %s is answered with %d', async (method, path, status) => {
    const { call } = await start();
    const answer = await call(method, path);
    expect(answer.status).toBe(status);
    expect(answer.json.errors).toHaveLength(1);
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/GET/);
  });

  it('reads path segments decoded, and a segment cannot leave its place', async () => {
    const { call } = await start();
    expect((await call('GET', '/board/..%2Fme')).json.errors[0].description).toBe('There is no board ../me');
  });

  it.each([
    ['text', '{"name": ', 400, 'Invalid JSON'],
    ['a list', '[]', 400, 'Wrong content'],
    ['null', 'null', 400, 'Wrong content'],
    ['deep nesting', `{"name":${'['.repeat(300)}${']'.repeat(300)}}`, 400, 'Invalid JSON'],
    ['nothing', '', 422, 'name: is missing'],
    ['an unknown field', '{"name":"A","colour":"red"}', 422, 'colour: is not known here'],
    [
      'a field of the vendor alone',
      `{"name":"A","created_at":"2026-01-01T00:00:00Z"}`,
      422,
      'created_at: is not known',
    ],
    ['a wrong type', '{"name":5}', 422, 'name: must be a text'],
    ['a value outside the choice', '{"name":"A","color":"beige"}', 422, 'color: must be one of blue'],
    ['a wrong type inside a list', '{"name":"A","stages":[{"name":"S","priority":"1"}]}', 422, 'stages.0.priority'],
    ['null where none is taken', '{"name":null}', 422, 'name: must not be null'],
  ])('with %s as content is refused', async (_, content, status, message) => {
    const { call, twin } = await start();
    const answer = await call('POST', '/board', { content });
    expect(answer.status).toBe(status);
    expect(answer.json.errors[0].message).toContain(message);
    expect(twin.rows('board')).toHaveLength(3);
  });

  it('names every field at fault', async () => {
    const { call } = await start();
    const { json } = await call('POST', '/board', { body: { color: 'beige', own_backlog: 'yes', extra: 1 } });
    expect(json.errors.map(({ message }: { message: string }) => message.split(':')[0])).toEqual([
      'name',
      'color',
      'own_backlog',
      'extra',
    ]);
  });

  it('needs JSON as the type of its content', async () => {
    const { call } = await start();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await call('POST', '/board', { content: 'name=A', headers });
    expect([answer.status, answer.json.errors[0].message]).toEqual([400, 'Wrong content type']);
  });

  it('counts down the quota in its headers, and is refused when it is used up', async () => {
    const { call, time } = await start({ dailyLimit: 2 });
    const quota = ({ headers }: { headers: Headers }) =>
      ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'].map((name) => headers.get(name));
    expect(quota(await call('GET', '/me'))).toEqual(['2', '1', '54000']);
    await call('GET', '/me', { headers: { 'x-api-key': 'wrong' } });
    expect(quota(await call('GET', '/nowhere'))).toEqual(['2', '0', '54000']);
    const refused = await call('GET', '/me');
    expect([refused.status, ...quota(refused)]).toEqual([429, '2', '0', '54000']);
    time.advance(54_000_000);
    expect((await call('GET', '/me')).status).toBe(200);
  });

  it('is told when it uses what is deprecated', async () => {
    const { call, twin } = await start();
    const id = twin.rows('collection')[0]?.id;
    expect((await call('GET', `/collection/${id}?include=source`)).headers.get('deprecated')).toBe(
      'Deprecated: include',
    );
    expect((await call('GET', `/collection/${id}`)).headers.has('deprecated')).toBe(false);
  });

  it.each(['with a length', 'in chunks'])('of more than 5 MB %s is refused', async (how) => {
    const { call, twin } = await start();
    const content = JSON.stringify({ name: 'x'.repeat(5 * 1024 * 1024) });
    const answer = await call('POST', '/board', how === 'in chunks' ? { chunks: [content] } : { content });
    expect([answer.status, answer.json.errors[0].message]).toEqual([413, 'Content too large']);
    expect(twin.rows('board')).toHaveLength(3);
  });

  it('may come in chunks, cut anywhere', async () => {
    const { call } = await start();
    const content = JSON.stringify({ name: 'Café “Zuid” 😀' });
    const answer = await call('POST', '/board', {
      chunks: [...Buffer.from(content)].map((byte) => Buffer.from([byte])),
    });
    expect([answer.status, answer.json.name]).toEqual([201, 'Café “Zuid” 😀']);
  });
});

describe('GET /me', () => {
  it('tells the environment and the key without its secret', async () => {
    const { call, twin } = await start();
    const { status, json, text } = await call('GET', '/me');
    expect(status).toBe(200);
    expect(json.environment).toMatchObject({ id: twin.credential.environment, customer: 'Kozijnfabriek De Linden' });
    expect(json['api-key'].last8).toBe(twin.credential.key.slice(-8));
    expect(text).not.toContain(twin.credential.key);
    expect(json).not.toHaveProperty('id');
  });
});
