import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installN8n, startN8n } from '@patchbay/n8n-host';
import ora from 'ora';
import { packageFolder, storyExample } from './example.ts';
import { freePort } from './free-port.ts';
import type { DemoHost } from './run-demo.ts';

const packageName = '@patchbay/n8n-nodes-vplan';
const workflowId = 'PatchbayDemo0001';
const credential = { id: 'PatchbayVplan001', name: 'vPlan sandbox' };

interface WorkflowNode {
  readonly webhookId?: string;
  readonly credentials?: Readonly<Record<string, object>>;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The example with the demo's credential and board in place of its placeholders. */
const workflowFor = (boardId: string) => {
  const example = storyExample(packageName) as { readonly nodes: readonly WorkflowNode[] };
  const nodes = example.nodes.map((node) => ({
    ...node,
    ...(node.credentials && { credentials: { vplanApi: credential } }),
    // Part of the callback URL: nobody may know it beforehand.
    ...(node.webhookId && { webhookId: randomUUID() }),
    parameters: {
      ...node.parameters,
      ...('board_id' in node.parameters && { board_id: { __rl: true, mode: 'id', value: boardId } }),
    },
  }));
  return { ...example, nodes, id: workflowId, name: 'Plan new collections' };
};

const packed = async (folder: string): Promise<string> => {
  await promisify(execFile)('pnpm', ['pack', '--pack-destination', folder], { cwd: packageFolder(packageName) });
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  return join(folder, file as string);
};

/** A real n8n, installed once into a cache folder, with the packed package, the credential and the workflow in it. */
export const n8nHost: DemoHost = {
  name: 'n8n editor',
  port: 5678,
  async start({ vplan, boardId, port, say }) {
    const userFolder = await mkdtemp(join(tmpdir(), 'patchbay-n8n-'));
    const spinner = ora();
    let told = '';
    const onProgress = (text: string): void => {
      // Without a terminal every text becomes a line of its own: counting seconds is not worth one.
      const step = text.replace(/\d[\d,.]*/g, '');
      if (spinner.isSpinning) spinner.text = text;
      else if (step !== told) spinner.start(text);
      told = step;
    };
    try {
      const installation = await installN8n({ onProgress });
      const n8n = await startN8n({
        installation,
        userFolder,
        port: await freePort(port, 'n8n', say),
        packages: [await packed(userFolder)],
        credentials: [{ ...credential, type: 'vplanApi', data: { ...vplan.credential, baseUrl: vplan.baseUrl } }],
        workflows: [{ json: workflowFor(boardId), publish: true }],
        onProgress,
      });
      await n8n.waitForPublication(workflowId);
      spinner.succeed('n8n runs');
      return {
        url: `${n8n.url}workflow/${workflowId}`,
        note: `log in as ${n8n.login.email} with ${n8n.login.password}`,
        async stop() {
          await n8n.stop();
          await rm(userFolder, { recursive: true, force: true });
        },
      };
    } catch (error) {
      spinner.stop();
      await rm(userFolder, { recursive: true, force: true });
      throw error;
    }
  },
};
