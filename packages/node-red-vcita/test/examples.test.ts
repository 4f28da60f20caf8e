import { checkExamples, deployExample, fixed, type Hosts, startHosts } from '@patchbay/node-red-suite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subject } from './subject.ts';

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts(subject);
});
afterAll(() => hosts.close());

const rowsOf = (table: string) => hosts.twin.rows(table);
const first = (table: string) => String(rowsOf(table)[0]?.id);

describe('every example', () => checkExamples(subject));

it('find-clients sends one message for each client that is found', async () => {
  const { id } = await deployExample(hosts, 'find-clients.json', {
    'Find them': { search_term: fixed('example.com') },
  });
  hosts.nodeRed.send(id('Everybody with this name'), {});
  const wanted = rowsOf('client').filter(({ email }) => String(email).endsWith('@example.com'));
  const found = await hosts.nodeRed.waitFor('the clients', () => {
    const messages = hosts.nodeRed.messagesAt(id('One message a client'));
    return messages.length === wanted.length ? messages : undefined;
  });
  expect(found.map(({ payload }) => (payload as { id: string }).id).sort()).toEqual(wanted.map((row) => row.id).sort());
  expect(wanted.length).toBeGreaterThan(1);
});

it('welcome-new-clients gives a new client a note and a tag', async () => {
  const { id, connected } = await deployExample(hosts, 'welcome-new-clients.json');
  await connected('New client');
  hosts.twin.act('newLead', { name: 'Ida Holm', email: 'ida.holm@example.com', request: 'Back pain' });
  const message = await hosts.nodeRed.waitFor('the end', () => hosts.nodeRed.messagesAt(id('Welcomed'))[0]);
  const matter = (message as unknown as { client: { matters: { uid: string }[] } }).client.matters[0]?.uid;
  expect(rowsOf('clientNote').find(({ matter_uid }) => matter_uid === matter)).toMatchObject({
    title: 'Welcome',
    content: 'Call Ida within two days',
  });
  expect(rowsOf('matter').find(({ uid }) => uid === matter)).toMatchObject({ tags: ['new'] });
});

it('book-a-free-time books the first time that is free', async () => {
  const { id } = await deployExample(hosts, 'book-a-free-time.json', {
    'Free times': { service_uid: fixed(first('service')) },
    'Book the first one': { client_id: fixed(first('client')) },
  });
  const before = rowsOf('appointment').length;
  hosts.nodeRed.send(id('Book'), {});
  const message = await hosts.nodeRed.waitFor('the booking', () => hosts.nodeRed.messagesAt(id('Booked'))[0]);
  expect(rowsOf('appointment')).toHaveLength(before + 1);
  const { slot } = message as unknown as { slot: { start_time: string } };
  expect(Date.parse(String(rowsOf('appointment').at(-1)?.start_time))).toBe(Date.parse(slot.start_time));
  hosts.nodeRed.forget();
  hosts.nodeRed.send(id('Book'), {});
  const next = await hosts.nodeRed.waitFor('another one', () => hosts.nodeRed.messagesAt(id('Booked'))[0]);
  expect((next as unknown as { slot: { start_time: string } }).slot.start_time).not.toBe(slot.start_time);
});
