import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AcmeHosts, acmeNode, startAcmeHosts } from './acme-hosts.ts';
import { fixed, onTab, sink } from './hosts.ts';

let hosts: AcmeHosts;
let folder: string;
beforeAll(async () => {
  hosts = await startAcmeHosts();
  folder = await mkdtemp(join(tmpdir(), 'patchbay-files-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await hosts.close();
});

const lastRequest = () => hosts.acme.requests.at(-1);
const statuses = () => hosts.nodeRed.statusesOf('node').map(({ text }) => text);
const conditions = (match: 'all' | 'any', ...list: readonly object[]) => ({
  type: 'conditions',
  value: JSON.stringify({ match, conditions: list }),
});
const condition = (field: string, operator: string, type: string, value: string, more: object = {}) => ({
  field,
  operator,
  value: { type, value },
  ...more,
});

describe('conditions and orders', () => {
  it('are written as the vendor writes them, with values from the message', async () => {
    const where = conditions(
      'all',
      condition('due', 'lt', 'msg', 'day'),
      condition('size', 'gte', 'num', '3'),
      condition('name', 'contains', 'str', 'a, b', { not: true }),
    );
    const order = {
      type: 'order',
      value: JSON.stringify([
        { field: 'due', direction: 'desc' },
        { field: 'name', direction: 'asc' },
      ]),
    };
    const { error } = await hosts.run({ fields: { filter: where, sort: order } }, { day: '2026-12-18' });
    expect(error).toBeUndefined();
    expect(lastRequest()?.query).toMatchObject({
      where: "due:lt:2026-12-18,and,size:gte:3,and,name:not:contains:'a, b'",
      order: 'due:desc,name:asc',
    });
  });

  it('without a value are refused: without them, more rows would come than were asked for', async () => {
    const where = conditions('any', condition('due', 'lt', 'msg', 'nothing'));
    const { error } = await hosts.run({ fields: { filter: where } });
    expect(error).toMatchObject({
      code: 'INPUT',
      message: expect.stringContaining('condition 1 on due has no value'),
    });
    expect(hosts.acme.requests).toEqual([]);
  });

  it('may be written by hand or come nested from JSONata', async () => {
    await hosts.run({ fields: { filter: fixed('name:eq:x') } });
    expect(lastRequest()?.query.where).toBe('name:eq:x');
    const nested =
      '{"any": [{"field": "size", "operator": "eq", "value": 1}, {"all": [{"field": "open", "operator": "eq", "value": true}]}]}';
    await hosts.run({ fields: { filter: { type: 'jsonata', value: nested } } });
    expect(lastRequest()?.query.where).toMatch(/^size:eq:1,or,.*open:eq:true/);
  });
});

describe('a file to send', () => {
  const upload = (content: object, more: object = {}) => ({
    resource: 'paper',
    operation: 'upload',
    fields: { content },
    ...more,
  });
  const fromMessage = { type: 'msg', value: 'payload' };
  const body = () => lastRequest()?.body as { size: number; file: string; type: string; length?: string };

  it('is a Buffer, with a name from msg.filename', async () => {
    const { error } = await hosts.run(upload(fromMessage), {
      payload: Buffer.alloc(100_000),
      filename: '/in/plan.pdf',
    });
    expect(error).toBeUndefined();
    expect(body()).toMatchObject({ file: 'plan.pdf', type: 'application/pdf' });
    expect(body().size).toBeGreaterThan(100_000);
    expect(Number(body().length)).toBe(body().size);
  });

  it('is a file on this machine: a path typed into the node, or {path} that the field points to', async () => {
    const path = join(folder, 'photo.png');
    await writeFile(path, Buffer.alloc(5000));
    await hosts.run(upload(fixed(path)));
    expect(body()).toMatchObject({ file: 'photo.png', type: 'image/png' });
    await hosts.run(upload({ type: 'msg', value: 'scan' }), { scan: { path, name: 'Scan.png' } });
    expect(body()).toMatchObject({ file: 'Scan.png' });
    await hosts.run(upload({ type: 'jsonata', value: 'folder & "/photo.png"' }), { folder });
    expect(body()).toMatchObject({ file: 'photo.png' });
  });

  it('is a stream, of which nobody knows the length', async () => {
    const payload = { name: 'a.txt', data: Readable.from([Buffer.from('one'), Buffer.from('two')]) };
    const { error } = await hosts.run(upload(fromMessage), { payload });
    expect(error).toBeUndefined();
    expect(body()).toMatchObject({ file: 'a.txt', type: 'text/plain' });
    expect(body().length).toBeUndefined();
  });

  it('is never chosen by a text in the message, nor by a path in msg.payload that fills the field', async () => {
    const text = await hosts.run(upload(fromMessage), { payload: '/etc/passwd' });
    expect(text.error).toMatchObject({ code: 'INPUT', message: expect.stringContaining('but is a text') });
    const filled = { resource: 'paper', operation: 'upload', fields: {}, fromPayload: 'all' };
    for (const content of ['/etc/passwd', { path: '/etc/passwd' }]) {
      const { error } = await hosts.run(filled, { payload: { content } });
      expect(error?.code).toBe('INPUT');
    }
    expect(hosts.acme.requests).toEqual([]);
  });

  it('that is not there, or is a folder, is named', async () => {
    const missing = await hosts.run(upload(fixed(join(folder, 'none.txt'))));
    expect(missing.error?.message).toMatch(/content is the file .*none\.txt, which cannot be read \(ENOENT\)/);
    expect((await hosts.run(upload(fixed(folder)))).error?.message).toContain('which is no file');
  });

  it('is opened anew when the vendor wants it again, and a stream says that it cannot be', async () => {
    const busy = () => hosts.acme.next((_, response) => response.writeHead(429, { 'retry-after': '0' }).end('{}'));
    busy();
    expect((await hosts.run(upload(fromMessage), { payload: Buffer.alloc(10) })).error).toBeUndefined();
    busy();
    const { error } = await hosts.run(upload(fromMessage), { payload: Readable.from([Buffer.alloc(10)]) });
    expect(error).toMatchObject({ code: 'INPUT', message: expect.stringContaining('stream that was read already') });
  });
});

describe('a file that is received', () => {
  const download = (id: string, more: object = {}) => ({
    resource: 'paper',
    operation: 'download',
    fields: { paper_id: fixed(id) },
    ...more,
  });

  it('is a Buffer, and the message says what it is', async () => {
    const { messages } = await hosts.run(download('size-1000'), { topic: 'kept' });
    expect(messages[0]).toMatchObject({
      topic: 'kept',
      file: { name: 'size-1000.pdf', type: 'application/pdf', size: 1000 },
    });
    expect(Buffer.isBuffer(messages[0]?.payload)).toBe(true);
    expect(messages[0]?.payload).toHaveLength(1000);
  });

  it('is too large for a Buffer above 50 MB, and the error says what to do', async () => {
    const { error } = await hosts.run(download(`size-${51 * 1024 * 1024}`));
    expect(error).toMatchObject({ code: 'ANSWER_TOO_LARGE', message: expect.stringContaining('Save to') });
  });

  it('is saved to a path of any kind, and sent on from there', async () => {
    const saveTo = fixed(join(folder, 'own.pdf'));
    const { messages } = await hosts.run(download('size-70000', { saveTo }));
    const payload = { name: 'size-70000.pdf', type: 'application/pdf', size: 70_000, path: join(folder, 'own.pdf') };
    expect(messages[0]?.payload).toEqual(payload);
    expect(await readFile(payload.path)).toHaveLength(70_000);
    const upload = { resource: 'paper', operation: 'upload', fields: { content: { type: 'msg', value: 'payload' } } };
    await hosts.run(upload, { payload });
    expect(lastRequest()?.body).toMatchObject({ file: 'size-70000.pdf' });
  });

  it('takes its own name in a folder, and none that leads out of it', async () => {
    const { messages } = await hosts.run(download('size-10', { saveTo: fixed(`${folder}/`) }));
    expect(messages[0]?.payload).toMatchObject({ path: join(folder, 'size-10.pdf') });
    expect((await hosts.run(download('size-10', { saveTo: fixed('/no/such/x.pdf') }))).error?.message).toContain(
      'saveTo is in the folder /no/such, which is not there',
    );
  });

  it('that breaks off leaves nothing behind', async () => {
    const before = await readdir(folder);
    hosts.acme.next((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: 'x', name: 'x.pdf', url: '/files/size-1000' }));
      hosts.acme.next((__, broken) => {
        broken.writeHead(200, { 'content-length': '1000' }).write('half');
        setImmediate(() => broken.destroy());
      });
    });
    const { error } = await hosts.run(download('x', { saveTo: fixed(join(folder, 'x.pdf')) }));
    expect(error?.code).toBe('CONNECTION_CUT');
    expect(await readdir(folder)).toEqual(before);
  });

  it('of 200 MB goes to the disk and back to the vendor without being held in memory', async () => {
    const megabyte = 1024 * 1024;
    const path = join(folder, 'large.bin');
    const held = (): number => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    let most = 0;
    const before = held();
    const watch = setInterval(() => {
      most = Math.max(most, held());
    }, 10);
    const { messages } = await hosts.run(download(`size-${200 * megabyte}`, { saveTo: fixed(path) }));
    expect(messages[0]?.payload).toMatchObject({ size: 200 * megabyte });
    await hosts.run({ resource: 'paper', operation: 'upload', fields: { content: fixed(path) } });
    clearInterval(watch);
    expect(lastRequest()?.body).toMatchObject({ size: expect.toSatisfy((size: number) => size > 200 * megabyte) });
    expect(most - before).toBeLessThan(120 * megabyte);
  }, 60_000);
});

describe('inputs that are never sent', () => {
  it('narrow lists in the form and stay out of the request', async () => {
    const fields = { project_id: fixed('p1'), name: fixed('Cut'), by_name: fixed('x') };
    const { error } = await hosts.run({ resource: 'task', operation: 'create', fields });
    expect(error).toBeUndefined();
    expect(lastRequest()).toMatchObject({ path: '/task', query: { by_name: 'x' }, body: { name: 'Cut' } });
  });
});

describe('an operation of several requests', () => {
  it('says what was done', async () => {
    const ensure = { resource: 'project', operation: 'ensure' };
    const made = await hosts.run({ ...ensure, fields: { name: fixed('Brand new') } });
    expect(made.messages[0]?.payload).toMatchObject({ name: 'Brand new', outcome: 'created' });
    const changed = await hosts.run({ ...ensure, fields: { name: fixed('Brand new'), size: fixed(7) } });
    expect(changed.messages[0]?.payload).toMatchObject({ size: 7, outcome: 'updated' });
  });
});

describe('secret fields', () => {
  const get = { resource: 'project', operation: 'get', fields: { project_id: fixed('p1') } };

  it('are left out unless the node keeps them', async () => {
    expect((await hosts.run(get)).messages[0]?.payload).not.toHaveProperty('token');
    const kept = await hosts.run({ ...get, keepSecrets: true });
    expect(kept.messages[0]?.payload).toMatchObject({ token: 'opens-sesame' });
  });
});

describe('the custom API call', () => {
  const custom = (fields: object) => ({ resource: 'customCall', operation: 'send', fields });

  it('sends any method, path, query and body with the same credential', async () => {
    const fields = {
      method: fixed('PUT'),
      path: { type: 'jsonata', value: '"/project/" & which' },
      query: fixed({ deep: 'yes' }),
      body: { type: 'msg', value: 'change' },
    };
    const { messages, error } = await hosts.run(custom(fields), { which: 'p2', change: { size: 9 } });
    expect(error).toBeUndefined();
    expect(lastRequest()).toMatchObject({
      method: 'PUT',
      path: '/project/p2',
      query: { deep: 'yes' },
      body: { size: 9 },
    });
    expect(messages[0]?.payload).toMatchObject([{ id: 'p2', size: 9 }]);
  });

  it('reads all pages of a list when it is told to', async () => {
    const fields = { method: fixed('GET'), path: fixed('/project'), all_pages: { type: 'bool', value: 'true' } };
    const { messages } = await hosts.run(custom(fields));
    expect(messages[0]?.payload).toHaveProperty(
      'length',
      expect.toSatisfy((length: number) => length >= 120),
    );
    expect(hosts.acme.requests.length).toBeGreaterThan(2);
  });
});

describe('the status', () => {
  it('counts pages', async () => {
    await hosts.run({ resource: 'project', operation: 'list' });
    expect(statuses()).toEqual(expect.arrayContaining(['fetching page 1', 'fetching page 2', 'fetching page 3']));
  });

  it('announces no page that the limit leaves out', async () => {
    await hosts.run({ resource: 'project', operation: 'list', limit: { type: 'num', value: '1' } });
    expect(statuses()).toEqual(['fetching page 1', undefined]);
  });

  it('stays at what was not complete when the time was up', async () => {
    const fields = {
      project_id: fixed('p6'),
      name: fixed('Slow'),
      wait_for_tasks: fixed(true),
      wait_seconds: fixed(1),
    };
    const { messages } = await hosts.run({ resource: 'project', operation: 'update', fields });
    expect(messages[0]?.payload).toMatchObject({ tasks_settled: false });
    expect(hosts.nodeRed.statusesOf('node').at(-1)).toMatchObject({ fill: 'yellow', text: 'tasks incomplete' });
  });

  it('says that the quota is waited for', async () => {
    hosts.acme.next((_, response) => response.writeHead(429, { 'retry-after': '1' }).end('{}'));
    await hosts.run({ resource: 'project', operation: 'get', fields: { project_id: fixed('p1') } });
    expect(statuses()).toEqual(expect.arrayContaining([expect.stringMatching(/^waiting( for quota)? 1 s$/)]));
  });

  it('counts what the vendor makes in the background', async () => {
    const fields = { project_id: fixed('p5'), name: fixed('Slow'), wait_for_tasks: { type: 'bool', value: 'true' } };
    const { messages, error } = await hosts.run({ resource: 'project', operation: 'update', fields });
    expect(error).toBeUndefined();
    expect(statuses()).toEqual(expect.arrayContaining(['waiting for tasks 4']));
    expect(messages[0]?.payload).toMatchObject({ tasks: Array(4).fill({ id: expect.any(String) }) });
  });
});

describe('the node for partners', () => {
  it('runs what is for partners only', async () => {
    await hosts.deploy([
      {
        ...acmeNode('audit', { operation: 'audit', fields: { project_id: fixed('p1') } }, [['sink']]),
        type: 'acme-partner',
      },
      sink('sink'),
    ]);
    hosts.nodeRed.forget();
    hosts.nodeRed.send('audit', {});
    const message = await hosts.nodeRed.waitFor('the answer', () => hosts.nodeRed.messagesAt('sink')[0]);
    expect(message.payload).toMatchObject({ id: 'p1' });
  });
});

describe('a trigger of a vendor that wants more than events', () => {
  const trigger = (properties: object = {}) =>
    onTab(
      'trigger',
      'acme-trigger',
      {
        account: 'account',
        events: ['card.updated'],
        needs: { project_id: fixed('p3') },
        callbackBase: '',
        ...properties,
      },
      [['sink']],
    );
  const statusIs = (words: string) =>
    hosts.nodeRed.waitFor(`the status ${words}`, () =>
      hosts.nodeRed.statusesOf('trigger').find(({ text }) => text?.includes(words)),
    );

  it('names what is missing, and subscribes when it is there', async () => {
    hosts.nodeRed.forget();
    await hosts.deploy([trigger({ needs: {} }), sink('sink')]);
    await statusIs('input: project_id');
    hosts.nodeRed.forget();
    await hosts.deploy([trigger({ events: ['card.updated', 'made.up'] }), sink('sink')]);
    await statusIs('connected');
    expect(hosts.acme.webhooks).toMatchObject([{ event_types: ['card.updated', 'made.up'] }]);
    for (const { query } of hosts.acme.requests.filter(({ path }) => path === '/webhook'))
      expect(query).toMatchObject({ project_id: 'p3' });
    hosts.acme.requests.length = 0;
    await hosts.deploy([sink('sink')]);
    await hosts.nodeRed.waitFor('the webhook to go', () => (hosts.acme.webhooks.length === 0 ? true : undefined));
    expect(hosts.acme.requests.at(-1)).toMatchObject({ method: 'DELETE', query: { project_id: 'p3' } });
  });

  it('starts the flow once for a delivery that is sent again, and twice for two that only look alike', async () => {
    hosts.nodeRed.forget();
    await hosts.deploy([trigger(), sink('sink')]);
    await statusIs('connected');
    const url = String(hosts.acme.webhooks[0]?.url);
    const send = async (current: object) => {
      const body = JSON.stringify({ event: 'card.updated', data: { current } });
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      expect(answer.status).toBe(200);
    };
    const at = (updated_at: string) => ({ id: 'c1', updated_at });
    for (const current of [at('2026-11-22T08:00:00Z'), at('2026-11-22T08:00:00Z'), at('2026-11-22T08:00:01Z')])
      await send(current);
    for (const current of [{ id: 'c2' }, { id: 'c2' }]) await send(current);
    const sent = await hosts.nodeRed.waitFor('four messages', () => {
      const messages = hosts.nodeRed.messagesAt('sink');
      return messages.length >= 4 ? messages : undefined;
    });
    expect(sent.map(({ payload }) => (payload as { id: string }).id)).toEqual(['c1', 'c1', 'c2', 'c2']);
  });
});
