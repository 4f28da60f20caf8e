import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type Express from 'express';
import RED, { type Node, type NodeMessage, type NodeRedApp } from 'node-red';
import { deployFlows, type FlowNode, type FlowsCredentials, installTarball, untilFlowsRun } from './deploy.ts';
import { closeServer, host, listen } from './listen.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { settingsFor } from './settings.ts';

/** How a Node-RED is to be started. */
export interface NodeRedOptions {
  /** @default 0, any free one */
  readonly port?: number;
  /** Where flows, credentials and installed packages are kept. @default a new folder that `stop` removes */
  readonly userDir?: string;
  /** Folders of packages to load, each with its package.json */
  readonly nodesDir?: readonly string[];
  /** Deployed right after the start; without them, the flows in `userDir` run */
  readonly flows?: readonly FlowNode[];
  readonly credentials?: FlowsCredentials;
  /** Over the settings chosen here, as in settings.js */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A Node-RED that runs in this process. Only one at a time: its modules keep their state globally. */
export interface NodeRed extends Recorder {
  /** Address of the editor, the admin API and the HTTP nodes, without a slash at the end */
  readonly url: string;
  readonly port: number;
  readonly userDir: string;
  readonly RED: NodeRedApp;
  /** Deploys and waits until the flows run. @param type as in the Deploy menu. @default 'full' */
  deploy(
    flows: readonly FlowNode[],
    credentials?: FlowsCredentials,
    type?: 'full' | 'nodes' | 'flows' | 'reload',
  ): Promise<void>;
  /** Hands a message to a node, as a wire would. */
  send(node: string, message: NodeMessage): void;
  /** Installs a packed package through the admin API; its dependencies come from npm. */
  installTarball(path: string): Promise<void>;
  stop(): Promise<void>;
}

// The http nodes of Node-RED reach into the router of its own Express 4: the app around them must be of the same kind.
const require = createRequire(import.meta.url);
const express = createRequire(require.resolve('node-red'))('express') as typeof Express;

// The types leave out the runtime's own module of nodes.
const nodesOf = ({ nodes }: NodeRedApp): { getNode(id: string): Node | null } =>
  nodes as unknown as { getNode(id: string): Node | null };

/**
 * Starts a real Node-RED with its editor on loopback.
 * @throws Error with `code` EADDRINUSE when the port is taken
 *
 * @example
 * const nodeRed = await startNodeRed({ nodesDir: [packageFolder] });
 * await nodeRed.deploy(flows, { account: { key: 'secret' } });
 * nodeRed.send('boards', { payload: {} });
 * const messages = await nodeRed.waitFor('a message', () => nodeRed.messagesAt('sink')[0]);
 */
export const startNodeRed = async (options: NodeRedOptions = {}): Promise<NodeRed> => {
  const app = express();
  const { server, port } = await listen(app, options.port ?? 0);
  const url = `http://${host}:${port}`;
  const userDir = options.userDir ?? (await mkdtemp(join(tmpdir(), 'patchbay-node-red-')));
  const { recorder, logging, attach } = createRecorder();
  const settings = {
    ...settingsFor({ ...options, userDir, port }),
    logging: { console: { level: 'off' }, recorder: logging },
  };
  RED.init(server, settings as unknown as Parameters<NodeRedApp['init']>[1]);
  // Behind the admin API, whose start page would otherwise answer for every path.
  app.use(settings.httpAdminRoot, RED.httpAdmin);
  app.use(settings.httpNodeRoot, RED.httpNode);
  const detach = attach(RED);
  const stop = async (): Promise<void> => {
    await RED.stop();
    detach();
    await closeServer(server);
    if (options.userDir === undefined) await rm(userDir, { recursive: true, force: true });
  };
  try {
    await untilFlowsRun(RED, () => RED.start());
    if (options.flows) await deployFlows(RED, url, options.flows, options.credentials, 'full');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...recorder,
    url,
    port,
    userDir,
    RED,
    deploy: (flows, credentials, type = 'full') => deployFlows(RED, url, flows, credentials, type),
    send(node, message) {
      const target = nodesOf(RED).getNode(node);
      if (!target) throw new Error(`No node ${node} is running`);
      target.receive(message);
    },
    installTarball: async (path) => installTarball(url, basename(path), new Uint8Array(await readFile(path))),
    stop,
  };
};
