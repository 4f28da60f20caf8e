import type { N8nEngine, NodeRun } from '@patchbay/n8n-engine';
import { type Sandbox, startSandbox, type VendorSandbox } from '@patchbay/sandbox';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { installedFor } from './installed.ts';

let sandbox: Sandbox;
let twin: VendorSandbox;
let n8n: N8nEngine;

beforeAll(async () => {
  sandbox = await startSandbox();
  twin = sandbox.vendors.vplan;
  n8n = installedFor(twin.baseUrl, twin.credential);
});
beforeEach(() => twin.reset());
afterAll(() => sandbox.close());

const id = (resource: string, index = 0): string => String(twin.rows(resource)[index]?.id);
const chosen = (value: string) => ({ __rl: true, mode: 'list', value });
const planned = () => twin.rows('card')[0] as Record<string, string>;

const waiting = () => twin.rows('collection').find(({ name }) => name === 'Grachtenpand Herengracht 112');

const run = (resource: string, operation: string, parameters: INodeParameters = {}, items?: INodeExecutionData[]) =>
  n8n.runNode({ type: 'vplan', parameters: { resource, operation, ...parameters }, ...(items && { items }) });

const rows = ({ outputs, error }: NodeRun): Record<string, unknown>[] => {
  expect(error).toBeUndefined();
  return (outputs[0] ?? []).map(({ json }) => json);
};

const subscribed = async (): Promise<string> => {
  await run('webhook', 'create', { url: 'http://127.0.0.1:1/hook', event_types: ['card.created'] });
  return id('webhook');
};

/** A realistic input of every operation, and what a user would look at in the output. */
const cases: Record<string, [parameters: () => INodeParameters | Promise<INodeParameters>, expected: () => object]> = {
  'me.get': [() => ({}), () => ({ environment: expect.anything() })],
  'board.list': [() => ({ options: { sort_text: 'name:asc' } }), () => ({ name: expect.any(String) })],
  'board.get': [() => ({ board_id: chosen(id('board')) }), () => ({ id: id('board') })],
  'board.create': [
    () => ({
      name: 'Doors',
      fields: { color: 'red', own_backlog: false, stages: '[{"name": "Sawing", "priority": 1}]' },
    }),
    () => ({ name: 'Doors', color: 'red' }),
  ],
  'board.update': [
    () => ({ board_id: chosen(id('board')), fields: { name: 'Frames', workdays: { 6: true } } }),
    () => ({ id: id('board'), name: 'Frames' }),
  ],
  'board.delete': [() => ({ board_id: chosen(id('board')) }), () => ({ deleted: true })],
  'collection.list': [
    () => ({ options: { filter_text: "name:contains:'Utrecht'" } }),
    () => ({ id: id('collection') }),
  ],
  'collection.get': [() => ({ collection_id: chosen(id('collection')) }), () => ({ id: id('collection') })],
  'collection.create': [
    () => ({ board_id: chosen(id('board')), fields: { name: 'Order 118', due_date: '2026-12-18' } }),
    () => ({ name: 'Order 118', due_date: '2026-12-18' }),
  ],
  'collection.update': [
    () => ({ collection_id: chosen(id('collection')), fields: { due_date: '', cover_color_hex: '#3b82f6' } }),
    () => ({ id: id('collection'), due_date: null }),
  ],
  'collection.moveToBoard': [
    () => ({
      collection_id: chosen(String(waiting()?.id)),
      board_id: chosen(id('board')),
      fields: { start: '2026-12-01' },
    }),
    () => ({ id: waiting()?.id, status: 'planned' }),
  ],
  'collection.moveToBacklog': [
    () => ({ collection_id: chosen(id('collection')), fields: { position: 0 } }),
    () => ({ id: id('collection'), status: 'not_planned' }),
  ],
  'card.list': [
    () => ({ collection_id: chosen(id('collection')), options: { with: 'stage' } }),
    () => ({ collection_id: id('collection'), stage: expect.anything() }),
  ],
  'card.get': [
    () => ({ collection_id: chosen(id('collection')), card_id: chosen(String(planned().id)) }),
    () => ({ id: planned().id }),
  ],
  'card.create': [
    () => ({
      collection_id: chosen(id('collection')),
      name: 'Saw the profiles',
      fields: { start_date: '2026-12-01', start_time: '08:30', stage_id: id('stage') },
    }),
    () => ({ name: 'Saw the profiles', start_date: '2026-12-01' }),
  ],
  'card.update': [
    () => ({
      collection_id: chosen(id('collection')),
      card_id: chosen(String(planned().id)),
      fields: { name: 'Sawn', description: '', completed_at: '2026-12-02T15:30:00Z' },
    }),
    () => ({ id: planned().id, name: 'Sawn' }),
  ],
  'card.listAll': [() => ({ limit: 3 }), () => ({ id: planned().id })],
  'webhook.list': [() => subscribed().then(() => ({})), () => ({ id: id('webhook') })],
  'webhook.get': [async () => ({ webhook_id: chosen(await subscribed()) }), () => ({ id: id('webhook') })],
  'webhook.create': [
    () => ({ url: 'http://127.0.0.1:1/hook', event_types: ['card.created'], fields: { description: 'Order desk' } }),
    () => ({ url: 'http://127.0.0.1:1/hook', event_types: ['card.created'], active: true }),
  ],
  'webhook.update': [
    async () => ({ webhook_id: chosen(await subscribed()), fields: { active: false } }),
    () => ({ id: id('webhook'), active: false }),
  ],
  'webhook.delete': [async () => ({ webhook_id: chosen(await subscribed()) }), () => ({ deleted: true })],
};

test.each(Object.entries(cases))(
  '%s gives what vPlan answered, linked to its item',
  async (key, [parameters, expected]) => {
    const [resource, name] = key.split('.') as [string, string];
    const result = await run(resource, name === 'list' ? 'getAll' : name, await parameters());
    expect(rows(result)).toContainEqual(expect.objectContaining(expected()));
    expect(result.outputs[0]?.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
  },
);
