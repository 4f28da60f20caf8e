import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { installN8n } from './install.ts';
import type { RunningN8n } from './start.ts';
import { startN8n } from './start.ts';

/** A call starts it and its answer is what came in. */
const workflow = {
  id: 'hostCheck0000001',
  name: 'Host check',
  nodes: [
    {
      id: '6b0f4a52-4c0e-4f52-9d7c-5d7f3f1f0a01',
      name: 'Webhook',
      type: 'n8n-nodes-base.webhook',
      typeVersion: 2.1,
      position: [0, 0],
      webhookId: '6b0f4a52-4c0e-4f52-9d7c-5d7f3f1f0a02',
      parameters: { httpMethod: 'POST', path: 'host-check', responseMode: 'lastNode' },
    },
    {
      id: '6b0f4a52-4c0e-4f52-9d7c-5d7f3f1f0a03',
      name: 'No Operation',
      type: 'n8n-nodes-base.noOp',
      typeVersion: 1,
      position: [220, 0],
      parameters: {},
    },
  ],
  connections: { Webhook: { main: [[{ node: 'No Operation', type: 'main', index: 0 }]] } },
  settings: { executionOrder: 'v1' },
};

const userFolder = mkdtempSync(join(tmpdir(), 'n8n-host-'));
let n8n: RunningN8n;

beforeAll(async () => {
  const steps = new Set<string | undefined>();
  const onProgress = (text: string) => {
    const [step] = text.split(' ... ');
    if (!steps.has(step)) console.log(step);
    steps.add(step);
  };
  n8n = await startN8n({
    installation: await installN8n({ onProgress }),
    userFolder,
    port: 0,
    packages: [],
    workflows: [{ json: workflow, publish: true }],
    onProgress,
  });
});

afterAll(async () => {
  await n8n?.stop();
  rmSync(userFolder, { recursive: true });
});

it('a published workflow answers on its production webhook and its run is a success', async () => {
  await n8n.waitForPublication(workflow.id);
  const answer = await fetch(new URL('webhook/host-check', n8n.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ quantity: 0 }),
  });
  expect(await answer.json()).toMatchObject({ body: { quantity: 0 } });
  await vi.waitFor(async () =>
    expect(await n8n.executions(workflow.id)).toMatchObject([{ status: 'success', mode: 'webhook' }]),
  );
});

it('the owner sees the workflow through REST', async () => {
  expect(await n8n.rest('GET', `/rest/workflows/${workflow.id}`)).toMatchObject({ data: { name: 'Host check' } });
});

it('n8n stops when it is told to', async () => {
  await n8n.stop();
  await expect(fetch(n8n.url)).rejects.toThrow();
  expect(n8n.logs()).toContain('Stopping n8n');
});
