import { type Hosts, startHosts } from '@patchbay/node-red-suite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { subject } from './subject.ts';

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts(subject, { credentials: ({ oauth }) => ({ ...oauth.app }) });
});
afterAll(() => hosts.close());

const list = (scheme: string) => hosts.run({ resource: 'invoice', operation: 'list' }, {}, { scheme });

it('an account with an app token asks for it by itself, and again when it has ended', async () => {
  const first = await list('service');
  expect(first.caught).toBeUndefined();
  expect(first.messages[0]?.payload).toHaveLength(hosts.twin.rows('invoice').length);
  hosts.twin.oauth.expireTokens();
  expect((await list('service')).caught).toBeUndefined();
});
