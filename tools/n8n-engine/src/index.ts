import type { ICredentialType, INodeListSearchResult, INodeType } from 'n8n-workflow';
import { type CredentialValues, FixedCredentials } from './fixed-credentials.ts';
import type { Host } from './host.ts';
import { type ListSearch, searchList } from './list-search.ts';
import { nodeTypesOf } from './node-types.ts';
import { type NodeRun, type NodeToRun, runNode, runWorkflow, type WorkflowRun, type WorkflowToRun } from './run.ts';
import { callWebhookMethod, type Received, receive, type Subscribing, type WebhookCall } from './webhook.ts';

export { WEBHOOK_BASE_URL } from './host.ts';
export { type LoadedPackage, loadPackage } from './load-package.ts';
export type {
  CredentialValues,
  ListSearch,
  NodeRun,
  NodeToRun,
  Received,
  Subscribing,
  WebhookCall,
  WorkflowRun,
  WorkflowToRun,
};

/** What is installed in the engine. */
export interface Installed {
  readonly nodes: readonly INodeType[];
  readonly credentialTypes: readonly ICredentialType[];
  /** Values by the name of their credential type; each node that asks for the type gets them */
  readonly credentials: CredentialValues;
}

/** n8n's own workflow engine, without its server, editor and database. */
export interface N8nEngine {
  /** Runs one node on items, as n8n does behind a trigger. A failed run is told in the result, not thrown. */
  runNode(node: NodeToRun): Promise<NodeRun>;
  /** Runs a whole workflow from its trigger's items. */
  runWorkflow(workflow: WorkflowToRun): Promise<WorkflowRun>;
  /** Asks a node's list search, as a resource locator does in the editor. */
  searchList(search: ListSearch): Promise<INodeListSearchResult>;
  /** Calls `checkExists`, `create` or `delete` of a trigger, as n8n does when a workflow is published. */
  callWebhookMethod(call: WebhookCall): Promise<boolean>;
  /** Hands a delivery to a trigger's `webhook()`. */
  receive(delivery: Subscribing & { readonly body: unknown }): Promise<Received>;
}

/** An engine with these nodes and credentials: real expressions, item links, error outputs and HTTP. */
export const createN8nEngine = ({ nodes, credentialTypes, credentials }: Installed): N8nEngine => {
  const host: Host = {
    nodeTypes: nodeTypesOf(nodes),
    credentialsHelper: new FixedCredentials(credentialTypes, credentials),
    credentialTypes: Object.keys(credentials),
  };
  return {
    runNode: (node) => runNode(host, node),
    runWorkflow: (workflow) => runWorkflow(host, workflow),
    searchList: (search) => searchList(host, search),
    callWebhookMethod: (call) => callWebhookMethod(host, call),
    receive: (delivery) => receive(host, delivery),
  };
};
