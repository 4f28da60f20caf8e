import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NodeRed, startNodeRed } from './start.ts';

const tab = { id: 'tab', type: 'tab', label: 'Test' };
const flow = [
  tab,
  {
    id: 'change',
    type: 'change',
    z: 'tab',
    x: 1,
    y: 1,
    wires: [['sink']],
    rules: [{ t: 'set', p: 'payload', to: 'done', tot: 'str' }],
  },
  { id: 'sink', type: 'debug', z: 'tab', x: 2, y: 1, active: false, wires: [] },
];

describe('startNodeRed', () => {
  let nodeRed: NodeRed;
  beforeAll(async () => {
    nodeRed = await startNodeRed({ flows: flow });
  });
  afterAll(() => nodeRed.stop());

  it('runs the flows it was given and shows what arrives at a node', async () => {
    nodeRed.send('change', { payload: 'go', topic: 'kept' });
    const message = await nodeRed.waitFor('the message', () => nodeRed.messagesAt('sink')[0]);
    expect(message).toMatchObject({ payload: 'done', topic: 'kept' });
  });

  it('serves the editor without asking about tours or telemetry', async () => {
    expect(await (await fetch(nodeRed.url)).text()).toContain('<title>Node-RED</title>');
    const settings = await (await fetch(`${nodeRed.url}/settings`)).json();
    expect(settings).toMatchObject({ editorTheme: { tours: false }, telemetryEnabled: false });
  });

  it('loads all of its own nodes', () => {
    expect(nodeRed.log.filter(({ text }) => text.includes('TypeError'))).toEqual([]);
  });

  it('names the node types that a deploy lacks', async () => {
    await expect(nodeRed.deploy([tab, { id: 'x', type: 'nobody-has-this', z: 'tab', x: 1, y: 1 }])).rejects.toThrow(
      'nobody-has-this',
    );
    await nodeRed.deploy(flow);
  });
});

it('keeps the code of a port that is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(startNodeRed({ port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    message: expect.stringContaining(`port ${port}`),
  });
  other.close();
});
