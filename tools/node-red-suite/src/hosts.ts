import type { Vendor } from '@patchbay/core';
import { type FlowNode, type Message, type NodeRed, startNodeRed } from '@patchbay/node-red-runtime';
import { type Sandbox, type SandboxOptions, startSandbox, type VendorSandbox } from '@patchbay/sandbox';
import { actionNode, onTab, sink, tab } from './flow-nodes.ts';
import type { Subject } from './subject.ts';

/** What a message to a node under test led to. */
export interface Outcome {
  readonly messages: readonly Message[];
  /** What a Catch node got, when the node failed */
  readonly caught: (Message & { readonly error: { readonly message: string; readonly code?: string } }) | undefined;
}

/** A real Node-RED with the package, and the sandbox as the vendor. */
export interface Hosts {
  readonly subject: Subject;
  readonly sandbox: Sandbox;
  readonly twin: VendorSandbox<Readonly<Record<string, string>>>;
  readonly nodeRed: NodeRed;
  /** Deploys nodes on a tab beside an account for the sandbox. */
  deploy(nodes: readonly FlowNode[], type?: 'full' | 'nodes' | 'flows', account?: object): Promise<void>;
  /**
   * Deploys one action node with these properties, sends it a message, and waits until the node is done with it.
   * @param properties with another `type` for the node of partners
   */
  run(properties: object, message?: Message, account?: object): Promise<Outcome>;
  close(): Promise<void>;
}

/** Settings of the two hosts. */
export interface HostsOptions {
  readonly nodeRed?: Readonly<Record<string, unknown>>;
  readonly sandbox?: SandboxOptions;
  /** Credentials of the account instead of the twin's first ones */
  readonly credentials?: (twin: Hosts['twin']) => Readonly<Record<string, string>>;
}

/** What an account for the twin is: the vendor's first way to authenticate, at the twin's address. */
export const accountFor = ({ name, auth }: Vendor, twin: VendorSandbox<Readonly<Record<string, string>>>) => {
  const [scheme] = Object.values(auth);
  const fields = Object.keys(scheme?.fields ?? {}).filter((field) => field in twin.credential);
  return {
    node: { id: 'account', type: `${name}-account`, name: '', scheme: scheme?.name, baseUrl: twin.baseUrl, version: 1 },
    credentials: Object.fromEntries(fields.map((field) => [field, String(twin.credential[field])])),
  };
};

/** Starts both; every test file has its own pair. */
export const startHosts = async (subject: Subject, options: HostsOptions = {}): Promise<Hosts> => {
  const { vendor, folder } = subject;
  const sandbox = await startSandbox({ planningDelay: 50, allowHosts: ['example.com'], ...options.sandbox });
  const twin = sandbox.twin(vendor.name);
  const nodeRed = await startNodeRed({ nodesDir: [folder], settings: options.nodeRed ?? {} });
  const deploy: Hosts['deploy'] = (nodes, type = 'full', account = {}) => {
    const { node, credentials } = accountFor(vendor, twin);
    return nodeRed.deploy(
      [tab, { ...node, ...account }, ...nodes],
      { account: { ...credentials, ...options.credentials?.(twin) } },
      type,
    );
  };
  return {
    subject,
    sandbox,
    twin,
    nodeRed,
    deploy,
    async run(properties, message = {}, account = {}) {
      await deploy(
        [
          actionNode(vendor.name, 'node', properties, [['sink']]),
          onTab('complete', 'complete', { scope: ['node'] }, [['completed']]),
          onTab('catch', 'catch', { scope: ['node'] }, [['caught']]),
          ...['sink', 'completed', 'caught'].map(sink),
        ],
        'full',
        account,
      );
      nodeRed.forget();
      nodeRed.send('node', message);
      const ended = () => nodeRed.messagesAt('completed')[0] ?? nodeRed.messagesAt('caught')[0];
      await nodeRed.waitFor('the end of the call', ended);
      return { messages: nodeRed.messagesAt('sink'), caught: nodeRed.messagesAt('caught')[0] as Outcome['caught'] };
    },
    async close() {
      await nodeRed.stop();
      await sandbox.close();
    },
  };
};
