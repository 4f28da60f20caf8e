import { vplan } from '@patchbay/core';
import { receiveDelivery, triggerProperties, webhookMethods } from '@patchbay/n8n-kit';
import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** Starts a workflow when something happens in vPlan. */
export class VplanTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'vPlan Trigger',
    name: 'vplanTrigger',
    icon: { light: 'file:../../icons/vplan.svg', dark: 'file:../../icons/vplan.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["events"].join(", ") }}',
    description: 'Starts the workflow when something happens in vPlan',
    defaults: { name: 'vPlan Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      { name: 'vplanApi', required: true, displayOptions: { show: { authentication: ['apiKey'] } } },
      { name: 'vplanOAuth2Api', required: true, displayOptions: { show: { authentication: ['oauth'] } } },
    ],
    webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'vplan' }],
    // Made when n8n asks for it, and once: loading the package is fast.
    get properties() {
      return triggerProperties(vplan);
    },
  };

  webhookMethods = webhookMethods(vplan);

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    return receiveDelivery(this, vplan);
  }
}
