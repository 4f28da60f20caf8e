import { fixed, type Hosts, startHosts } from '@patchbay/node-red-suite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subject } from './subject.ts';

let hosts: Hosts;
let business_uid = '';
beforeAll(async () => {
  hosts = await startHosts(subject, {
    credentials: ({ credential }) => ({ token: String(credential.directory_token), business_uid }),
  });
});
afterAll(() => hosts.close());

const headersOf = (key: string) => hosts.twin.requests.findLast(({ operation }) => operation === key)?.headers;

describe('the node for partners', () => {
  const app = {
    name: fixed('Studio import'),
    app_code_name: fixed('studio-import'),
    redirect_uri: fixed('https://app.clinic.example'),
    app_type: fixed(['import_clients']),
  };

  it('makes an app, and leaves its secret out unless the node keeps it', async () => {
    const create = { type: 'vcita-partner', resource: 'app', operation: 'create', fields: app };
    const made = await hosts.run(create);
    expect(made.caught).toBeUndefined();
    expect(made.messages[0]?.payload).toMatchObject({ client_id: expect.any(String) });
    expect(made.messages[0]?.payload).not.toHaveProperty('client_secret');
    hosts.twin.reset();
    const kept = await hosts.run({ ...create, keepSecrets: true });
    expect(kept.messages[0]?.payload).toHaveProperty('client_secret');
  });

  it('names no business when the account names none', async () => {
    await hosts.run({ type: 'vcita-partner', resource: 'app', operation: 'list' });
    expect(headersOf('app.list')).not.toHaveProperty('x-on-behalf-of');
  });
});

describe('an account of a directory', () => {
  it('acts for the business that it names', async () => {
    const list = { resource: 'client', operation: 'list' };
    const refused = await hosts.run(list);
    expect(refused.caught).toMatchObject({ statusCode: 401 });
    business_uid = String(hosts.twin.rows('business')[0]?.id);
    const { messages } = await hosts.run(list);
    expect(messages[0]?.payload).toHaveLength(hosts.twin.rows('client').length);
    expect(headersOf('client.list')).toHaveProperty('x-on-behalf-of');
  });
});
