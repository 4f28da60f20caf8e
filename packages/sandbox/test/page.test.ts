import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type Json, receive, start } from './harness.ts';

// fetch sets these headers itself: a request of a hostile page is written by hand.
const statusWith = (url: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
      response.destroy();
    })
      .on('error', reject)
      .end();
  });

const read = async (url: string): Promise<Json> => (await fetch(url)).json();

const post = (url: string, content: unknown) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) });

describe('the page', () => {
  it('is served with all its parts and loads nothing from elsewhere', async () => {
    const { sandbox } = await start();
    for (const path of ['/', '/vplan', '/nifty', '/vcita']) {
      const answer = await fetch(`${sandbox.url}${path}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    const html = await (await fetch(sandbox.url)).text();
    const parts = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path);
    expect(parts.length).toBeGreaterThan(2);
    for (const path of parts) expect((await fetch(`${sandbox.url}${path}`)).status).toBe(200);
    expect(html.replace(/http:\/\/www\.w3\.org\/2000\/svg|xmlns='[^']*'/g, '')).not.toMatch(/https?:\/\//);
    expect((await fetch(`${sandbox.url}/page/..%2Fcli.ts`)).status).toBe(404);
  });

  it.each([
    ['/_sandbox/state', { origin: 'https://evil.example' }],
    ['/_sandbox/state', { origin: 'null' }],
    ['/_sandbox/state', { origin: 'http://127.0.0.1:1' }],
    ['/_sandbox/state', { host: 'evil.example' }],
    ['/_sandbox/events', { origin: 'https://evil.example' }],
    ['/', { host: 'evil.example:4810' }],
    ['/vplan/v1/me', { host: 'evil.example' }],
  ])('does not give %s to a request with %j', async (path, headers) => {
    const { sandbox } = await start();
    expect(await statusWith(`${sandbox.url}${path}`, headers)).toBe(403);
  });

  it('lets no other web site act or reset', async () => {
    const { sandbox, twin } = await start();
    const headers = { origin: 'https://evil.example' };
    const [card] = twin.rows('card');
    expect(await statusWith(`${sandbox.url}/_sandbox/reset`, headers, 'POST')).toBe(403);
    expect(await statusWith(`${sandbox.url}/_sandbox/vplan/act/deleteCard`, headers, 'POST')).toBe(403);
    expect(twin.rows('card')[0]).toEqual(card);
  });

  it('is open to itself under every name of this machine', async () => {
    const { sandbox } = await start();
    const { port } = new URL(sandbox.url);
    expect(await statusWith(`${sandbox.url}/_sandbox/state`, { origin: sandbox.url })).toBe(200);
    const local = { host: `localhost:${port}`, origin: `http://localhost:${port}` };
    expect(await statusWith(`${sandbox.url}/_sandbox/state`, local)).toBe(200);
  });

  it('answers to a further name where the sandbox is told to', async () => {
    const { sandbox } = await start({ allowHosts: ['sandbox.internal'] });
    expect(await statusWith(`${sandbox.url}/_sandbox/state`, { host: 'sandbox.internal' })).toBe(200);
  });
});

describe('the JSON behind the page', () => {
  it('tells the credential, the tables, the acts and the story', async () => {
    const { sandbox, call, twin } = await start();
    await call('GET', '/me');
    const { vendors, story } = await read(`${sandbox.url}/_sandbox/state`);
    expect(vendors[0]).toMatchObject({
      label: 'vPlan',
      baseUrl: twin.baseUrl,
      credential: [
        { name: 'key', label: 'API Key', value: twin.credential.key },
        { name: 'environment', label: 'Environment ID', value: twin.credential.environment },
      ],
      settings: { emptyUpdates: true },
    });
    expect(vendors[0].tables).toContainEqual({ name: 'collection', label: 'Collection', count: 12 });
    expect(vendors[0].choices.card[0].hint).toBe('Done, Window frames');
    expect(story.map(({ text }: { text: string }) => text)).toEqual(['Get the account behind the credential: 200']);
  });

  it('lists records as a person reads them, and finds them', async () => {
    const { sandbox, twin } = await start();
    const base = `${sandbox.url}/_sandbox/vplan/records`;
    const { columns, rows, count } = await read(`${base}/collection?search=DOORS`);
    expect(columns).toEqual(['Name', 'Board', 'Start', 'End', 'Due Date', 'Status']);
    expect(count).toBe(4);
    expect(rows[0].cells.slice(0, 2)).toEqual(['Front doors Lindenlaan 2 to 16', 'Doors']);
    const one = await read(`${base}/collection/${rows[0].id}`);
    expect(one).toEqual(twin.rows('collection').find(({ id }) => id === rows[0].id));
    expect((await fetch(`${base}/collection/unknown`)).status).toBe(404);
  });

  it('acts, and tells why not', async () => {
    const { sandbox, twin } = await start();
    const act = `${sandbox.url}/_sandbox/vplan/act`;
    const done = await post(`${act}/createCollection`, { name: 'By hand', board_id: twin.rows('board')[0]?.id });
    expect([done.status, ((await done.json()) as Json).name]).toEqual([200, 'By hand']);
    const refused = await post(`${act}/createCollection`, { name: 'By hand' });
    expect([refused.status, await refused.json()]).toEqual([422, { problem: 'board_id: is missing' }]);
    expect(sandbox.story.map(({ kind, text }) => [kind, text])).toEqual([['person', 'Create a collection “By hand”']]);
  });

  it('switches what updates answer, and resets', async () => {
    const { sandbox, call, twin } = await start();
    const path = `/collection/${twin.rows('collection')[0]?.id}`;
    await post(`${sandbox.url}/_sandbox/vplan/settings`, { emptyUpdates: false });
    expect((await call('PUT', path, { body: { name: 'Renamed' } })).json.name).toBe('Renamed');
    expect((await post(`${sandbox.url}/_sandbox/vplan/settings`, {})).status).toBe(422);
    await post(`${sandbox.url}/_sandbox/reset`, {});
    expect(twin.rows('collection')[0]?.name).toBe('Woonhuis De Boer, Utrecht');
  });

  it('shows a delivery and sends it again', async () => {
    const { sandbox, call, twin } = await start();
    const receiver = await receive();
    await call('POST', '/webhook', { body: { url: receiver.url, event_types: ['card.deleted'] } });
    twin.act('deleteCard', { card_id: twin.rows('card')[0]?.id ?? '' });
    await sandbox.settle();
    const path = `${sandbox.url}/_sandbox/vplan/deliveries/${twin.deliveries[0]?.id}`;
    expect(await read(path)).toMatchObject({ state: 'successful', payload: { event: 'card.deleted' } });
    await post(`${path}/send`, {});
    await sandbox.settle();
    expect(receiver.events()).toEqual(['card.deleted', 'card.deleted']);
    expect((await post(`${sandbox.url}/_sandbox/vplan/deliveries/999/send`, {})).status).toBe(404);
  });

  it('tells what happens as it happens', async () => {
    const { sandbox, call } = await start();
    const answer = await fetch(`${sandbox.url}/_sandbox/events`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let told = '';
    await call('GET', '/me');
    while (!told.includes('behind the credential')) told += (await reader?.read())?.value;
    expect(told).toMatch(/event: story\ndata: \{"id":1,.*"kind":"request"/);
    await reader?.cancel();
  });
});
