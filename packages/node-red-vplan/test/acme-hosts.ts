import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type AcmeServer, buildAcmePackage, startAcmeServer } from '@patchbay/node-red-kit/fixtures';
import { type FlowNode, type Message, type NodeRed, startNodeRed } from '@patchbay/node-red-runtime';
import { onTab, sink, subject } from './hosts.ts';

/** A real Node-RED with the package of a made-up vendor that uses all that definitions can say. */
export interface AcmeHosts {
  readonly acme: AcmeServer;
  readonly nodeRed: NodeRed;
  deploy(nodes: readonly FlowNode[], type?: 'full' | 'nodes'): Promise<void>;
  /** Deploys one acme node with these properties, sends it a message, and waits until the node is done with it. */
  run(
    properties: object,
    message?: Message,
  ): Promise<{
    readonly messages: readonly Message[];
    readonly error: { readonly message: string; readonly code?: string } | undefined;
  }>;
  close(): Promise<void>;
}

/** An acme node as the editor saves it, unless told otherwise. */
export const acmeNode = (id: string, properties: object, wires: readonly (readonly string[])[] = []): FlowNode =>
  onTab(
    id,
    'acme',
    {
      name: '',
      account: 'account',
      resource: 'project',
      operation: 'list',
      fields: {},
      fromPayload: 'none',
      output: 'array',
      limit: { type: 'num', value: '' },
      saveTo: { type: 'str', value: '' },
      keepSecrets: false,
      version: 1,
      ...properties,
    },
    wires,
  );

/** Starts both; the package is built anew. */
export const startAcmeHosts = async (): Promise<AcmeHosts> => {
  // Here it finds axios as the packages of vendors do.
  const folder = join(subject.folder, 'node_modules/.acme', String(process.pid));
  await buildAcmePackage(folder);
  const acme = await startAcmeServer();
  const nodeRed = await startNodeRed({ nodesDir: [folder] });
  const deploy: AcmeHosts['deploy'] = (nodes, type = 'full') =>
    nodeRed.deploy(
      [
        { id: 'tab', type: 'tab', label: 'Test' },
        { id: 'account', type: 'acme-account', scheme: 'apiKey', baseUrl: acme.baseUrl, version: 1 },
        ...nodes,
      ],
      { account: { key: 'key-of-acme', environment: 'e' } },
      type,
    );
  return {
    acme,
    nodeRed,
    deploy,
    async run(properties, message = {}) {
      await deploy([
        acmeNode('node', properties, [['sink']]),
        onTab('complete', 'complete', { scope: ['node'] }, [['completed']]),
        onTab('catch', 'catch', { scope: ['node'] }, [['caught']]),
        ...['sink', 'completed', 'caught'].map(sink),
      ]);
      nodeRed.forget();
      acme.requests.length = 0;
      nodeRed.send('node', message);
      await nodeRed.waitFor(
        'the end of the call',
        () => nodeRed.messagesAt('completed')[0] ?? nodeRed.messagesAt('caught')[0],
        60_000,
      );
      const caught = nodeRed.messagesAt('caught')[0] as { error?: { message: string; code?: string } } | undefined;
      return { messages: nodeRed.messagesAt('sink'), error: caught?.error };
    },
    async close() {
      await nodeRed.stop();
      await acme.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
