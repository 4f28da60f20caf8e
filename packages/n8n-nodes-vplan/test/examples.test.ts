import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createN8nEngine, type WorkflowRun } from '@patchbay/n8n-engine';
import { startSandbox, type VendorSandbox } from '@patchbay/sandbox';
import type { INode, INodeExecutionData, INodeType } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { VplanApi } from '../credentials/VplanApi.credentials.ts';
import { Vplan } from '../nodes/Vplan/Vplan.node.ts';
import { VplanTrigger } from '../nodes/VplanTrigger/VplanTrigger.node.ts';

const example = (file: string): { nodes: INode[]; connections: Record<string, never> } =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../examples', file), 'utf8'));

/** Stands for a node of n8n's own, which are not part of its engine. */
const standIn = (
  name: string,
  outputs: number,
  parameter: string,
  hand: (items: INodeExecutionData[], value: unknown) => Promise<INodeExecutionData[][]> | INodeExecutionData[][],
): INodeType => ({
  description: {
    displayName: name,
    name,
    group: ['transform'],
    version: [1, 1.1, 2.2],
    description: name,
    defaults: { name },
    inputs: ['main'],
    outputs: Array.from({ length: outputs }, () => 'main'),
    properties: [{ displayName: 'Value', name: parameter, type: 'json', default: '' }],
  },
  async execute() {
    return await hand(this.getInputData(), this.getNodeParameter(parameter, 0));
  },
});

const runStory = async (twin: VendorSandbox, wait: () => Promise<void>): Promise<WorkflowRun> => {
  const { nodes, connections } = example('plan-new-collections.json');
  const boardId = String(twin.rows('board')[0]?.id);
  const collection = twin.act('createCollection', { name: 'Order 118', board_id: boardId });
  for (const { parameters } of nodes)
    if ('board_id' in parameters) parameters.board_id = { __rl: true, mode: 'id', value: boardId };
  const n8n = createN8nEngine({
    nodes: [
      new Vplan(),
      new VplanTrigger(),
      standIn('wait', 1, 'amount', async (items) => {
        await wait();
        return [items];
      }),
      standIn('if', 2, 'conditions', (items, value) => {
        const { conditions } = value as { conditions: [{ leftValue: boolean }] };
        return conditions[0].leftValue ? [items, []] : [[], items];
      }),
      standIn('stopAndError', 0, 'errorMessage', (_, value) => {
        throw new Error(String(value));
      }),
    ],
    credentialTypes: [new VplanApi()],
    credentials: { vplanApi: { ...twin.credential, baseUrl: twin.baseUrl } },
  });
  return await n8n.runWorkflow({
    nodes,
    connections,
    trigger: 'Collection Created',
    items: [{ json: { recordId: collection?.id, record: { name: 'Order 118' } } as never }],
  });
};

test('a new collection is planned, and how many cards it has is written back once they are there', async () => {
  const sandbox = await startSandbox({ schedule: () => () => undefined });
  const twin = sandbox.vendors.vplan;
  let waits = 0;
  const run = await runStory(twin, async () => {
    if (++waits === 2) await sandbox.settle();
  });
  expect(run.error).toBeUndefined();
  expect(run.runs['Get Its Cards']).toHaveLength(2);
  expect(run.runs['Write How Many']).toHaveLength(1);
  const planned = twin.rows('collection').find(({ name }) => name === 'Order 118');
  const cards = twin.rows('card').filter(({ collection_id }) => collection_id === planned?.id);
  expect(cards.length).toBeGreaterThan(1);
  expect(planned?.description).toBe(`${cards.length} cards planned`);
  await sandbox.close();
});

test('when no cards appear, the workflow gives up and says so', async () => {
  const sandbox = await startSandbox({ schedule: () => () => undefined });
  const run = await runStory(sandbox.vendors.vplan, async () => undefined);
  expect(run.error?.message).toBe('vPlan made no cards for "Order 118" within half a minute');
  expect(run.runs['Get Its Cards']).toHaveLength(15);
  await sandbox.close();
});

test('the list of collections comes by deadline', async () => {
  const sandbox = await startSandbox();
  const { baseUrl, credential, rows } = sandbox.vendors.vplan;
  const n8n = createN8nEngine({
    nodes: [new Vplan()],
    credentialTypes: [new VplanApi()],
    credentials: { vplanApi: { ...credential, baseUrl } },
  });
  const run = await n8n.runWorkflow({
    ...example('list-collections.json'),
    trigger: 'Start',
    items: [{ json: {} }],
  });
  const deadlines = run.runs['Get Collections']?.[0]?.outputs[0]?.map(({ json }) => json.due_date) ?? [];
  expect(deadlines).toHaveLength(rows('collection').length);
  const known = deadlines.filter((day) => typeof day === 'string');
  expect(known).toEqual(known.toSorted());
  await sandbox.close();
});

test("every example is free of identifiers of somebody's own", () => {
  for (const file of ['plan-new-collections.json', 'list-collections.json'])
    for (const { credentials, parameters } of example(file).nodes) {
      expect(credentials?.vplanApi?.id ?? '').toBe('');
      expect((parameters.board_id as { value: string } | undefined)?.value ?? '').toBe('');
    }
});
