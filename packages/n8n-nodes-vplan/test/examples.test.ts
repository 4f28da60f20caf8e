import type { WorkflowRun } from '@patchbay/n8n-engine';
import { checkExamples, engineWith, exampleIn, standIn } from '@patchbay/n8n-suite';
import { startSandbox, type VendorSandbox } from '@patchbay/sandbox';
import { expect, test } from 'vitest';
import { installedFor, subject } from './installed.ts';

checkExamples(subject);

const runStory = async (twin: VendorSandbox, wait: () => Promise<void>): Promise<WorkflowRun> => {
  const board_id = String(twin.rows('board')[0]?.id);
  const collection = twin.act('createCollection', { name: 'Order 118', board_id });
  const others = [standIn.wait(wait), standIn.if(), standIn.stopAndError()];
  const n8n = engineWith({ ...subject, nodes: [...subject.nodes, ...others] }, twin.baseUrl, twin.credential);
  return await n8n.runWorkflow({
    ...exampleIn(subject.folder, 'plan-new-collections.json', { board_id }),
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
  const n8n = installedFor(baseUrl, credential);
  const run = await n8n.runWorkflow({
    ...exampleIn(subject.folder, 'list-collections.json'),
    trigger: 'Start',
    items: [{ json: {} }],
  });
  const deadlines = run.runs['Get Collections']?.[0]?.outputs[0]?.map(({ json }) => json.due_date) ?? [];
  expect(deadlines).toHaveLength(rows('collection').length);
  const known = deadlines.filter((day) => typeof day === 'string');
  expect(known).toEqual(known.toSorted());
  await sandbox.close();
});
