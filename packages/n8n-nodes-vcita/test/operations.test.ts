import { type Bench, chosen, startBench } from '@patchbay/n8n-suite';
import type { Row } from '@patchbay/sandbox';
import type { INodePropertyOptions } from 'n8n-workflow';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { installedFor, subject } from './installed.ts';

let bench: Bench;
let client: Row;

beforeAll(async () => {
  bench = await startBench(subject);
});
beforeEach(() => {
  bench.twin.reset();
  client = bench.found('client', 'nora.kavanagh@example.com', 'email');
  bench.sent();
});
afterAll(() => bench.close());

const requests = () => bench.sent().map(({ method, path }) => `${method} ${path}`);

test('Return All reads all clients page by page, Limit only as many as it says', async () => {
  const all = await bench.rows('client.list', { returnAll: true });
  expect(new Set(all.map(({ id }) => id))).toEqual(new Set(bench.twin.rows('client').map(({ id }) => id)));
  bench.sent();
  expect(await bench.rows('client.list', { returnAll: false, limit: 3 })).toEqual(all.slice(0, 3));
  expect(bench.sent().map(({ query }) => query.per_page)).toEqual(['3']);
});

test('a client is made with what was filled in, read, changed and deleted', async () => {
  const [made] = await bench.rows('client.create', {
    first_name: 'Mia',
    fields: { last_name: '', email: 'mia.holm@example.com', opt_in: false },
  });
  expect(bench.sent()[0]?.body).toEqual({
    first_name: 'Mia',
    last_name: '',
    email: 'mia.holm@example.com',
    opt_in: false,
  });
  const client_id = chosen(made?.id);
  expect(await bench.rows('client.get', { client_id })).toMatchObject([{ id: made?.id, first_name: 'Mia' }]);
  expect(await bench.rows('client.update', { client_id, fields: { phone: '+44 20 7946 0000' } })).toMatchObject([
    { id: made?.id },
  ]);
  expect(bench.found('client', String(made?.id), 'id').phone).toBe('+44 20 7946 0000');
  expect(await bench.rows('client.delete', { client_id })).toEqual([{ deleted: true }]);
});

test('a client that is known by its email is updated, an unknown one is made', async () => {
  const upsert = (email: string) => bench.rows('client.createOrUpdate', { email, first_name: 'Mia' });
  expect(await upsert('nora.kavanagh@example.com')).toMatchObject([{ id: client.id, outcome: 'updated' }]);
  expect(await upsert('mia.holm@example.com')).toMatchObject([{ outcome: 'created' }]);
  expect(bench.twin.rows('client').filter(({ first_name }) => first_name === 'Mia')).toHaveLength(2);
});

test('a note needs the client only: its matter is found', async () => {
  const [made] = await bench.rows('clientNote.create', {
    client_id: chosen(client.id),
    fields: { title: 'First visit' },
  });
  expect(requests()).toEqual([`GET /platform/v1/clients/${client.id}`, 'POST /v3/clients/client_notes']);
  const matter = bench.twin.rows('matter').find(({ client_id }) => client_id === client.id);
  expect(bench.found('clientNote', String(made?.uid), 'id').matter_uid).toBe(matter?.id);
});

test('tags come to many matters in one wrapped call', async () => {
  const uids = bench.twin
    .rows('matter')
    .slice(0, 2)
    .map(({ id }) => id);
  const tags = { matter_uids: uids.join(', '), tags: 'physio, new' };
  expect(await bench.rows('tag.bulkAdd', tags)).toEqual([{ success: true }]);
  expect(bench.sent()[0]?.body).toEqual({ matters: { uids }, tags: ['physio', 'new'], new_api: true });
  for (const uid of uids)
    expect(bench.found('matter', uid, 'id').tags).toEqual(expect.arrayContaining(['physio', 'new']));
});

test('a file of an item is uploaded as a form, and comes back as binary data', async () => {
  const scan = { data: Buffer.from('an x-ray').toString('base64'), mimeType: 'text/plain', fileName: 'x-ray.txt' };
  const { outputs, error } = await bench.run(
    'file.upload',
    { file: 'scan', fields: { metadata: '{"side": "left"}' } },
    [{ json: {}, binary: { scan } }],
  );
  expect(error).toBeUndefined();
  expect(bench.sent()[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  const uid = outputs[0]?.[0]?.json.uid;
  await bench.sandbox.settle();
  const download = await bench.run('file.download', { uid: chosen(uid) });
  expect(download.error).toBeUndefined();
  const [received] = download.outputs[0] ?? [];
  expect(received?.json).toMatchObject({ name: 'x-ray.txt' });
  expect(Buffer.from(received?.binary?.data?.data ?? '', 'base64').toString()).toBe('an x-ray');
});

test('the partner node makes an app, whose secret is left out unless it is asked for', async () => {
  const { baseUrl, credential } = bench.twin;
  const partner = installedFor(baseUrl, { token: String(credential.directory_token) });
  const menu = subject.nodes[1]?.description.properties.find(({ name }) => name === 'resource');
  expect(menu?.options).toMatchObject([{ value: 'app' }, { value: 'auth' }, { value: 'customCall' }]);
  const create = {
    resource: 'app',
    operation: 'create',
    name: 'Studio',
    app_code_name: 'studio_app',
    redirect_uri: 'https://studio.example/back',
  };
  const { outputs, error } = await partner.runNode({ type: 'vcitaPartner', parameters: create });
  expect(error).toBeUndefined();
  expect(outputs[0]?.[0]?.json).not.toHaveProperty('client_secret');
  const kept = await partner.runNode({
    type: 'vcitaPartner',
    parameters: { ...create, app_code_name: 'other_app', options: { keepSecretFields: true } },
  });
  expect(kept.outputs[0]?.[0]?.json.client_secret).toMatch(/^sandbox-/);
});

test('the node for everyone offers nothing that is for partners alone', () => {
  const [everyone, partner] = subject.nodes.map(
    ({ description }) =>
      new Set(
        description.properties
          .filter(({ name }) => name === 'operation')
          .flatMap(({ options }) => (options as INodePropertyOptions[]).map(({ action }) => action)),
      ),
  );
  expect([...(partner ?? [])].filter((action) => everyone?.has(action))).toEqual(['Send a request']);
});

test('a custom call sends any other request with the credential, and reads its rows', async () => {
  const rows = await bench.rows('customCall.send', {
    method: 'GET',
    path: '/platform/v1/services',
    options: {
      query: `{"business_id": "${String(bench.twin.rows('business')[0]?.id)}"}`,
      rows_path: 'data.services',
    },
  });
  expect(rows.map(({ name }) => name)).toContain('Physiotherapy, 45 min');
});

test('a client with a known email is refused with what to do', async () => {
  const { error } = await bench.run('client.create', {
    first_name: 'Nora',
    fields: { email: 'nora.kavanagh@example.com' },
  });
  expect(error).toMatchObject({
    httpCode: '409',
    description: expect.stringMatching(/update (it|that record) instead|choose another one or update that record/),
  });
});
