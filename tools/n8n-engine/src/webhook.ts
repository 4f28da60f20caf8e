import type {
  IHookFunctions,
  INodeExecutionData,
  INodeParameters,
  IWebhookData,
  IWebhookFunctions,
  WebhookSetupMethodNames,
} from 'n8n-workflow';
import { additionalDataOf, type Host, nodeOf, workflowOf } from './host.ts';
import { n8nCore } from './n8n.ts';

/** A trigger node on the canvas. */
export interface Subscribing {
  /** `name` of the node type */
  readonly type: string;
  readonly parameters: INodeParameters;
  /** Part of the callback URL that tells this trigger from others */
  readonly webhookId: string;
  /** Whether it listens for the editor's "Test step" only. @default false */
  readonly isTest?: boolean;
}

/** A call of one of a trigger's webhook methods. */
export interface WebhookCall extends Subscribing {
  readonly method: WebhookSetupMethodNames;
}

/** What a trigger made of a delivery. */
export interface Received {
  /** Items that start the workflow; absent when it is not started */
  readonly items: readonly INodeExecutionData[] | undefined;
  /** The answer that the trigger gave by itself; absent when n8n answers with 200 */
  readonly answer: { readonly status: number; readonly body: unknown } | undefined;
}

const partsOf = (host: Host, { type, parameters, webhookId, isTest = false }: Subscribing) => {
  const node = nodeOf(host, type, parameters, { webhookId });
  const workflow = workflowOf(host, { nodes: [node], connections: {} });
  const [webhookDescription] = host.nodeTypes.getByNameAndVersion(type).description.webhooks ?? [];
  const webhook = {
    webhookDescription,
    isTest,
    node: node.name,
    workflowId: workflow.id,
    webhookId,
  } as Partial<IWebhookData> as IWebhookData;
  return { node, workflow, webhook };
};

/** Calls a webhook method of a trigger. @throws what the method throws */
export const callWebhookMethod = async (host: Host, call: WebhookCall): Promise<boolean> => {
  const { node, workflow, webhook } = partsOf(host, call);
  const method = host.nodeTypes.getByNameAndVersion(call.type).webhookMethods?.default?.[call.method];
  if (!method) throw new Error(`${call.type} has no webhook method "${call.method}"`);
  const mode = call.isTest ? 'manual' : 'trigger';
  const context = new n8nCore.HookContext(workflow, node, additionalDataOf(host), mode, 'activate', webhook);
  return await method.call(context as IHookFunctions);
};

/** Hands a delivery's parsed content to a trigger. @throws what its `webhook()` throws */
export const receive = async (host: Host, delivery: Subscribing & { readonly body: unknown }): Promise<Received> => {
  const { node, workflow, webhook } = partsOf(host, delivery);
  let answer: { status: number; body: unknown } | undefined;
  let status = 200;
  const httpResponse = {
    status(code: number) {
      status = code;
      return httpResponse;
    },
    json(body: unknown) {
      answer = { status, body };
      return httpResponse;
    },
    send: (body: unknown) => httpResponse.json(body),
  };
  const httpRequest = { body: delivery.body, headers: { 'content-type': 'application/json' }, params: {}, query: {} };
  const additionalData = additionalDataOf(host, { httpRequest, httpResponse } as never);
  const context = new n8nCore.WebhookContext(workflow, node, additionalData, 'webhook', webhook, [], null);
  const result = await host.nodeTypes.getByNameAndVersion(delivery.type).webhook?.call(context as IWebhookFunctions);
  return { items: result?.workflowData?.[0], answer };
};
