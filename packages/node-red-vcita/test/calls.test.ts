import { fixed, type Hosts, type Message, startHosts } from '@patchbay/node-red-suite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { subject } from './subject.ts';

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts(subject);
});
beforeEach(() => hosts.twin.reset());
afterAll(() => hosts.close());

const firstOf = (table: string): string => String(hosts.twin.rows(table)[0]?.id);
const call = async (key: string, fields: Readonly<Record<string, unknown>>, more: object = {}) => {
  const [resource, operation] = key.split('.');
  const typed = Object.entries(fields).map(([name, value]) => [name, fixed(value)]);
  return hosts.run({ resource, operation, fields: Object.fromEntries(typed), ...more });
};
const written = () => hosts.twin.requests.findLast(({ method }) => method !== 'GET');
const idsOf = (payload: unknown): unknown[] => (payload as { id: unknown }[]).map(({ id }) => id);

describe('a call', () => {
  it('lists records page by page, up to a limit', async () => {
    const all = await call('client.list', {});
    expect(idsOf(all.messages[0]?.payload).sort()).toEqual(idsOf(hosts.twin.rows('client')).sort());
    const some = await call('client.list', {}, { limit: { type: 'num', value: '3' } });
    expect(some.messages[0]?.payload).toHaveLength(3);
  });

  it('names filters as vcita does', async () => {
    await call('client.list', { updated_from: '2026-11-01T00:00:00Z' });
    expect(hosts.twin.requests.at(-1)?.query).toHaveProperty('updated_at[gte]');
  });

  it('takes a client where a matter is needed, and finds the first one', async () => {
    const client_id = firstOf('client');
    const { messages } = await call('clientNote.create', { client_id, content: 'Prefers mornings' });
    const matter = hosts.twin.rows('matter').find((row) => row.client_id === client_id);
    expect(written()?.body).toEqual({ matter_uid: matter?.uid, content: 'Prefers mornings' });
    expect(messages[0]?.payload).toMatchObject({ uid: expect.any(String), content: 'Prefers mornings' });
  });

  it('wraps an appointment as vcita wants it', async () => {
    const fields = {
      client_id: firstOf('client'),
      service_id: firstOf('service'),
      staff_id: firstOf('staff'),
      title: 'Physiotherapy',
      start_time: '2030-12-03T10:00:00Z',
      end_time: '2030-12-03T10:45:00Z',
    };
    await call('appointment.create', fields);
    const sent = written()?.body as { appointments: object[]; new_api: boolean };
    expect(sent.appointments).toMatchObject([{ title: 'Physiotherapy', client_id: fields.client_id }]);
    expect(sent.new_api).toBe(true);
  });

  it('deletes with a body', async () => {
    const { id: matter } = hosts.twin.rows('matter')[0] ?? {};
    await call('tag.bulkAdd', { matter_uids: [matter], tags: ['physio', 'new'] });
    const { caught } = await call('tag.bulkRemove', { matter_uids: [matter], tags: ['new'] });
    expect(caught).toBeUndefined();
    expect(written()).toMatchObject({ method: 'DELETE', body: { matters: { uids: [matter] }, tags: ['new'] } });
    expect(hosts.twin.rows('matter')[0]).toMatchObject({ tags: ['physio'] });
  });

  it('creates a client once, and updates it the next time', async () => {
    const fields = { email: 'ida.holm@example.com', first_name: 'Ida' };
    const made = await call('client.createOrUpdate', fields);
    expect(made.messages[0]?.payload).toMatchObject({ outcome: 'created', first_name: 'Ida' });
    const changed = await call('client.createOrUpdate', { ...fields, last_name: 'Holm' });
    expect(changed.messages[0]?.payload).toMatchObject({ outcome: 'updated', last_name: 'Holm' });
    const id = (changed.messages[0]?.payload as { id?: string } | undefined)?.id;
    const gone = await call('client.delete', { client_id: id });
    expect(gone.messages[0]?.payload).toEqual({});
    expect((await call('client.get', { client_id: id })).caught?.error.code).toMatch(/NOT_FOUND|UNPROCESSABLE/);
  });

  it('uploads a file as a form, and receives it as it was', async () => {
    const { messages, caught } = await hosts.run(
      { resource: 'file', operation: 'upload', fields: { file: { type: 'msg', value: 'scan' } } },
      { scan: { name: 'x-ray.pdf', data: Buffer.alloc(2000, 'x') } } as Message,
    );
    expect(caught).toBeUndefined();
    expect(written()?.headers['content-type']).toContain('multipart/form-data');
    expect(messages[0]?.payload).toMatchObject({ name: 'x-ray.pdf', size_bytes: 2000 });
    // It is looked through for viruses first.
    await hosts.sandbox.settle();
    const received = await call('file.download', { uid: (messages[0]?.payload as { uid?: string } | undefined)?.uid });
    expect(received.messages[0]?.payload).toEqual(Buffer.alloc(2000, 'x'));
    expect(received.messages[0]).toMatchObject({ file: { name: 'x-ray.pdf', type: 'application/pdf', size: 2000 } });
  });

  it('shows a token in no error', async () => {
    const { caught } = await call('client.get', { client_id: 'none' });
    expect(caught?.error.code).toMatch(/NOT_FOUND|UNPROCESSABLE/);
    expect(JSON.stringify(caught)).not.toContain(String(hosts.twin.credential.token));
  });
});
