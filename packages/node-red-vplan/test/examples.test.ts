import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vplan as definition, operationOf } from '@patchbay/core';
import type { FlowNode } from '@patchbay/node-red-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hosts, packageFolder, startHosts } from './hosts.ts';

const folder = join(packageFolder, 'examples');
const read = (name: string): FlowNode[] => JSON.parse(readFileSync(join(folder, name), 'utf8')) as FlowNode[];

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts();
});
afterAll(() => hosts.close());

/** Deploys an example with the account pointed at the sandbox, and these fields set in the node of that name. */
const deploy = async (name: string, fields: Readonly<Record<string, object>> = {}): Promise<FlowNode[]> => {
  const flows = read(name).map((node) => {
    if (node.type === 'vplan-account') return { ...node, baseUrl: hosts.vplan.baseUrl };
    const given = fields[String(node.name)];
    return given ? { ...node, fields: { ...(node.fields as object), ...given } } : node;
  });
  const account = flows.find(({ type }) => type === 'vplan-account') as FlowNode;
  hosts.nodeRed.forget();
  await hosts.nodeRed.deploy(flows, { [account.id]: { ...hosts.vplan.credential } });
  return flows;
};
const idOf = (flows: readonly FlowNode[], name: string): string =>
  String(flows.find((node) => node.name === name || (node.name === '' && node.type === name))?.id);

describe('every example', () => {
  it.each(readdirSync(folder))('%s has what the editor needs, and names operations and fields that exist', (file) => {
    const nodes = read(file);
    expect(nodes.filter(({ type }) => type === 'vplan' || type === 'vplan-trigger')).not.toEqual([]);
    for (const { resource, operation, fields } of nodes.filter(({ type }) => type === 'vplan')) {
      const names = operationOf(definition, `${resource}.${operation}`).inputs.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(Object.keys(fields as object)));
    }
    expect(JSON.stringify(nodes)).not.toMatch(/sandbox|127\.0\.0\.1/);
  });
});

it('list-boards sends one message for each board', async () => {
  const flows = await deploy('list-boards.json');
  hosts.nodeRed.send(idOf(flows, 'vplan'), {});
  const sink = idOf(flows, 'One message a board');
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
  const flows = await deploy('plan-new-collections.json', {
    'Plan it': { board_id: { type: 'str', value: String(board?.id) } },
  });
  const trigger = idOf(flows, 'New collection');
  await hosts.nodeRed.waitFor('the trigger', () =>
    hosts.nodeRed.statusesOf(trigger).find(({ text }) => text === 'connected'),
  );
  const made = hosts.vplan.act('createCollection', { name: 'Six oak frames', board_id: String(board?.id) });
  const planned = idOf(flows, 'Planned');
  const message = await hosts.nodeRed.waitFor('the end of the story', () => hosts.nodeRed.messagesAt(planned)[0]);
  const cards = hosts.vplan.rows('card').filter(({ collection_id }) => collection_id === made?.id);
  expect(cards.length).toBeGreaterThan(0);
  expect(message.payload).toMatchObject({ id: made?.id, description: `${cards.length} cards planned` });
});

it('new-cards tells new cards from changed ones', async () => {
  const flows = await deploy('new-cards.json');
  const trigger = idOf(flows, 'vplan-trigger');
  await hosts.nodeRed.waitFor('the trigger', () =>
    hosts.nodeRed.statusesOf(trigger).find(({ text }) => text === 'connected'),
  );
  const [board] = hosts.vplan.rows('board');
  const waiting = hosts.vplan.rows('collection').find(({ status }) => status === 'not_planned');
  hosts.vplan.act('planCollection', { collection_id: String(waiting?.id), board_id: String(board?.id) });
  const message = await hosts.nodeRed.waitFor('a card', () => hosts.nodeRed.messagesAt(idOf(flows, 'A new card'))[0]);
  expect(message).toMatchObject({ event: 'card.created', payload: { collection_id: waiting?.id } });
});
