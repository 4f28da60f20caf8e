import { type Bench, checkExamples, exampleIn, standIn, startBench } from '@patchbay/n8n-suite';
import { expect, test } from 'vitest';
import { subject } from './installed.ts';

checkExamples(subject);

/** The package with n8n's own nodes that the examples use. */
const withOthers = { ...subject, nodes: [...subject.nodes, standIn.if(), standIn.stopAndError()] };

/** What a user chooses after the import. */
const choicesFor = ({ found, twin }: Bench) => ({
  service_uid: found('service', 'Physiotherapy, 45 min').id,
  staff_id: String(twin.rows('staff')[0]?.id),
  client_id: String(twin.rows('client')[0]?.id),
});

test('a new client gets a note and a tag on its first matter', async () => {
  const bench = await startBench(subject);
  const client = bench.found('client', 'nora.kavanagh@example.com', 'email');
  const matter = bench.twin.rows('matter').find(({ client_id }) => client_id === client.id);
  const notes = bench.twin.rows('clientNote').length;
  const run = await bench.n8n.runWorkflow({
    ...exampleIn(subject.folder, 'welcome-new-clients.json'),
    trigger: 'Client Created',
    items: [{ json: { event: 'client/created', recordId: client.id } }],
  });
  expect(run.error).toBeUndefined();
  expect(bench.twin.rows('clientNote')).toHaveLength(notes + 1);
  expect(bench.twin.rows('clientNote').at(-1)).toMatchObject({
    matter_uid: matter?.id,
    content: expect.stringContaining('Call Nora'),
  });
  expect(bench.found('matter', String(matter?.id), 'id').tags).toContain('new client');
  await bench.close();
});

test('the first free slot of a service is booked, and is not free any more', async () => {
  const bench = await startBench(withOthers);
  const choices = choicesFor(bench);
  const book = () =>
    bench.n8n.runWorkflow({
      ...exampleIn(subject.folder, 'book-a-free-slot.json', choices),
      trigger: 'Start',
      items: [{ json: {} }],
    });
  const starts: unknown[] = [];
  for (const _ of ['first', 'second']) {
    const run = await book();
    expect(run.error).toBeUndefined();
    const booked = run.runs['Book First Slot']?.[0]?.outputs[0]?.[0]?.json;
    expect(bench.found('appointment', String(booked?.id), 'id')).toMatchObject({
      client_id: choices.client_id,
      service_id: choices.service_uid,
      state: 'scheduled',
    });
    starts.push(booked?.start_time);
  }
  expect(new Set(starts).size).toBe(2);
  await bench.close();
});

test('without a free slot the workflow says so', async () => {
  const bench = await startBench(withOthers);
  const { nodes, connections } = exampleIn(subject.folder, 'book-a-free-slot.json', choicesFor(bench));
  const run = await bench.n8n.runWorkflow({
    nodes: nodes.filter(({ name }) => name !== 'Start'),
    connections,
    trigger: 'Get Free Slots',
    items: [{ json: { availabilities: { '2026-12-01': [] } } }],
  });
  expect(run.error?.message).toContain('no free slot');
  await bench.close();
});
