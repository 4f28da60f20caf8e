import { fileURLToPath } from 'node:url';
import { type FlowNode, type Message, type NodeRed, startNodeRed } from '@patchbay/node-red-runtime';
import { type Sandbox, startSandbox, type VendorSandbox } from '@patchbay/sandbox';

/** Folder of this package, as Node-RED loads it. */
export const packageFolder = fileURLToPath(new URL('..', import.meta.url));

/** What a message to a node under test led to. */
export interface Outcome {
  readonly messages: readonly Message[];
  /** What a Catch node got, when the node failed */
  readonly caught: (Message & { readonly error: { readonly message: string; readonly code?: string } }) | undefined;
}

/** A real Node-RED with this package, and the sandbox as vPlan. */
export interface Hosts {
  readonly sandbox: Sandbox;
  readonly vplan: VendorSandbox;
  readonly nodeRed: NodeRed;
  /** Deploys nodes on a tab beside an account for the sandbox. */
  deploy(nodes: readonly FlowNode[], type?: 'full' | 'nodes' | 'flows', account?: object): Promise<void>;
  /** Deploys one vplan node with these properties, sends it a message, and waits until the node is done with it. */
  run(properties: object, message?: Message, account?: object): Promise<Outcome>;
  close(): Promise<void>;
}

/** A node that stands on the tab of the tests. */
export const onTab = (
  id: string,
  type: string,
  properties: object = {},
  wires: readonly (readonly string[])[] = [],
) => ({
  id,
  type,
  z: 'tab',
  x: 100,
  y: 100,
  wires,
  ...properties,
});

/** A debug node that only takes messages, for the recorder to see. */
export const sink = (id: string) => onTab(id, 'debug', { active: false });

/** A vplan node as the editor saves it, unless told otherwise. */
export const vplanNode = (id: string, properties: object, wires: readonly (readonly string[])[] = []) =>
  onTab(
    id,
    'vplan',
    {
      name: '',
      account: 'account',
      resource: 'board',
      operation: 'list',
      fields: {},
      fromPayload: 'none',
      output: 'array',
      limit: { type: 'num', value: '' },
      version: 1,
      ...properties,
    },
    wires,
  );

/** A typedInput's pair for a fixed value: JSON for what is no text. */
export const fixed = (value: unknown): { type: string; value: string } =>
  typeof value === 'string' ? { type: 'str', value } : { type: 'json', value: JSON.stringify(value) };

/** Starts both; every test file has its own pair. */
export const startHosts = async (settings: Readonly<Record<string, unknown>> = {}): Promise<Hosts> => {
  const sandbox = await startSandbox({ planningDelay: 50, allowHosts: ['example.com'] });
  const { vplan } = sandbox.vendors;
  const nodeRed = await startNodeRed({ nodesDir: [packageFolder], settings });
  const deploy: Hosts['deploy'] = (nodes, type = 'full', account = {}) => {
    const shared = { scheme: 'apiKey', baseUrl: vplan.baseUrl, version: 1, ...account };
    return nodeRed.deploy(
      [{ id: 'tab', type: 'tab', label: 'Test' }, { id: 'account', type: 'vplan-account', ...shared }, ...nodes],
      { account: { ...vplan.credential } },
      type,
    );
  };
  return {
    sandbox,
    vplan,
    nodeRed,
    deploy,
    async run(properties, message = {}, account = {}) {
      await deploy(
        [
          vplanNode('node', properties, [['sink']]),
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
