import { leaveTrail } from '@patchbay/trail';
import type { IConnections, INode, INodeExecutionData, INodeParameters, IRun, ITaskData } from 'n8n-workflow';
import { additionalDataOf, type Host, nodeOf, workflowOf } from './host.ts';
import { n8nCore } from './n8n.ts';
import { START } from './node-types.ts';

/** A node to run, and what with. */
export interface NodeToRun {
  /** `name` of the node type */
  readonly type: string;
  readonly parameters: INodeParameters;
  /** What arrives. @default one empty item */
  readonly items?: readonly INodeExecutionData[];
  /** What n8n does when the node fails. @default it stops */
  readonly onError?: NonNullable<INode['onError']>;
  /** Stops the run, as a click on "Stop" does */
  readonly signal?: AbortSignal;
}

/** What one run of a node came to. */
export interface NodeRun {
  /** Items by output; the last output is the one for errors where the node has one */
  readonly outputs: readonly (readonly INodeExecutionData[])[];
  /** The error that ended the run, as n8n keeps it */
  readonly error: ITaskData['error'];
  /** What the editor shows above the output */
  readonly hints: readonly string[];
  readonly milliseconds: number;
}

/** A workflow as n8n exports it, with the engine's credentials in place of its own, and the items that its first node receives. */
export interface WorkflowToRun {
  readonly nodes: readonly INode[];
  readonly connections: IConnections;
  /** Name of the node whose output `items` are: the trigger, which is not run itself */
  readonly trigger: string;
  readonly items: readonly INodeExecutionData[];
}

/** All runs of each node of a workflow, by the node's name. */
export interface WorkflowRun {
  readonly status: string;
  readonly error: ITaskData['error'];
  readonly runs: Readonly<Record<string, readonly NodeRun[]>>;
}

const nodeRunOf = ({ data, error, hints = [], executionTime }: ITaskData): NodeRun => ({
  outputs: (data?.main ?? []).map((items) => items ?? []),
  error,
  hints: hints.map(({ message }) => message),
  milliseconds: executionTime,
});

const execute = async (
  host: Host,
  nodes: INode[],
  connections: IConnections,
  trigger: string,
  items: readonly INodeExecutionData[],
  signal?: AbortSignal,
): Promise<IRun> => {
  const workflow = workflowOf(host, { nodes, connections });
  const startNode = workflow.getNode(trigger);
  if (!startNode) throw new Error(`The workflow has no node "${trigger}"`);
  const run = new n8nCore.WorkflowExecute(additionalDataOf(host), 'trigger').run({
    workflow,
    startNode,
    triggerToStartFrom: { name: trigger, data: { data: { main: [[...items]] } } as never },
  });
  signal?.addEventListener('abort', () => run.cancel());
  const ended = await run;
  leaveTrail('n8n run', ended.data.resultData);
  return ended;
};

/** Runs one node behind a node that hands it the items. */
export const runNode = async (
  host: Host,
  { type, parameters, items, onError, signal }: NodeToRun,
): Promise<NodeRun> => {
  const start = nodeOf(host, START, {}, { name: 'Start' });
  const node = nodeOf(host, type, parameters, { name: 'Node', ...(onError && { onError }) });
  const connections: IConnections = { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } };
  const run = await execute(host, [start, node], connections, 'Start', items ?? [{ json: {} }], signal);
  const { runData, error } = run.data.resultData;
  const task = runData.Node?.[0];
  return task ? nodeRunOf(task) : { outputs: [], error, hints: [], milliseconds: 0 };
};

/** Runs a workflow from its trigger on, which stands for the items only. */
export const runWorkflow = async (host: Host, workflow: WorkflowToRun): Promise<WorkflowRun> => {
  const { connections, trigger, items } = workflow;
  const nodes = workflow.nodes.map(({ credentials: _, ...node }) =>
    node.name === trigger ? nodeOf(host, START, {}, { name: trigger }) : nodeOf(host, node.type, node.parameters, node),
  );
  const run = await execute(host, nodes, connections, trigger, items);
  const { runData, error } = run.data.resultData;
  const runs = Object.entries(runData).map(([name, tasks]) => [name, tasks.map(nodeRunOf)]);
  return { status: run.status, error, runs: Object.fromEntries(runs) };
};
