import { checkExamples, deployExample } from '@patchbay/node-red-suite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hosts, startHosts, subject } from './hosts.ts';

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts();
});
afterAll(() => hosts.close());

describe('every example', () => checkExamples(subject));

it('list-boards sends one message for each board', async () => {
  const { id } = await deployExample(hosts, 'list-boards.json');
  hosts.nodeRed.send(id('vplan'), {});
  const sink = id('One message a board');
  const names = await hosts.nodeRed.waitFor('the boards', () => {
    const messages = hosts.nodeRed.messagesAt(sink);
    return messages.length === hosts.vplan.rows('board').length ? messages : undefined;
  });
  expect(names.map(({ payload }) => (payload as { name: string }).name).sort()).toEqual(
    hosts.vplan
      .rows('board')
      .map(({ name }) => name)
      .sort(),
  );
});

it('plan-new-collections plans a new collection, waits for its cards and writes back how many there are', async () => {
  const board = hosts.vplan.rows('board')[0];
  const { id, connected } = await deployExample(hosts, 'plan-new-collections.json', {
    'Plan it': { board_id: { type: 'str', value: String(board?.id) } },
  });
  await connected('New collection');
  const made = hosts.vplan.act('createCollection', { name: 'Six oak frames', board_id: String(board?.id) });
  const planned = id('Planned');
  const message = await hosts.nodeRed.waitFor('the end of the story', () => hosts.nodeRed.messagesAt(planned)[0]);
  const cards = hosts.vplan.rows('card').filter(({ collection_id }) => collection_id === made?.id);
  expect(cards.length).toBeGreaterThan(0);
  expect(message.payload).toMatchObject({ id: made?.id, description: `${cards.length} cards planned` });
});

it('new-cards tells new cards from changed ones', async () => {
  const { id, connected } = await deployExample(hosts, 'new-cards.json');
  await connected('vplan-trigger');
  const [board] = hosts.vplan.rows('board');
  const waiting = hosts.vplan.rows('collection').find(({ status }) => status === 'not_planned');
  hosts.vplan.act('planCollection', { collection_id: String(waiting?.id), board_id: String(board?.id) });
  const message = await hosts.nodeRed.waitFor('a card', () => hosts.nodeRed.messagesAt(id('A new card'))[0]);
  expect(message).toMatchObject({ event: 'card.created', payload: { collection_id: waiting?.id } });
});
