import { randomUUID } from 'node:crypto';
import type {
  ICredentialsHelper,
  INode,
  INodeParameters,
  INodeTypes,
  IWorkflowExecuteAdditionalData,
  Workflow,
  WorkflowParameters,
} from 'n8n-workflow';
import { n8nCore, n8nWorkflow } from './n8n.ts';

/** What all calls into the engine share. */
export interface Host {
  readonly nodeTypes: INodeTypes;
  readonly credentialsHelper: ICredentialsHelper;
  /** Names of the credential types that values were given for */
  readonly credentialTypes: readonly string[];
}

/** Where the webhooks of this host would be reached. */
export const WEBHOOK_BASE_URL = 'http://n8n.test/webhook';

/** What n8n's server tells each run about itself. */
export const additionalDataOf = (
  { credentialsHelper }: Host,
  more: Partial<IWorkflowExecuteAdditionalData> = {},
): IWorkflowExecuteAdditionalData => {
  const hooks = new n8nCore.ExecutionLifecycleHooks('trigger', '1', {} as never);
  const data = {
    credentialsHelper,
    hooks,
    currentNodeExecutionIndex: 0,
    restApiUrl: 'http://n8n.test/rest',
    instanceBaseUrl: 'http://n8n.test/',
    webhookBaseUrl: WEBHOOK_BASE_URL,
    webhookTestBaseUrl: 'http://n8n.test/webhook-test',
    webhookWaitingBaseUrl: 'http://n8n.test/webhook-waiting',
    formWaitingBaseUrl: 'http://n8n.test/form-waiting',
    variables: {},
    ...more,
  };
  return data as Partial<IWorkflowExecuteAdditionalData> as IWorkflowExecuteAdditionalData;
};

/** A node on the canvas, with every credential that its type asks for and values were given for. */
export const nodeOf = (
  { nodeTypes, credentialTypes }: Host,
  type: string,
  parameters: INodeParameters,
  more: Partial<INode> = {},
): INode => {
  const asked = nodeTypes.getByNameAndVersion(type).description.credentials ?? [];
  const used = asked.filter(({ name }) => credentialTypes.includes(name));
  return {
    id: randomUUID(),
    name: type,
    type,
    typeVersion: 1,
    position: [0, 0],
    parameters,
    credentials: Object.fromEntries(used.map(({ name }) => [name, { id: name, name }])),
    ...more,
  };
};

/** A workflow of these nodes. Parameters that a node lacks get their defaults. */
export const workflowOf = ({ nodeTypes }: Host, parts: Pick<WorkflowParameters, 'nodes' | 'connections'>): Workflow =>
  new n8nWorkflow.Workflow({
    id: 'workflow',
    name: 'In this process',
    active: true,
    nodeTypes,
    settings: { executionOrder: 'v1' },
    ...parts,
  });
