import { vcita } from '@patchbay/core';
import { receiveDelivery, triggerProperties, webhookMethods } from '@patchbay/n8n-kit';
import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** Starts a workflow when something happens in vcita. */
export class VcitaTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'vcita Trigger',
    name: 'vcitaTrigger',
    icon: { light: 'file:../../icons/vcita.svg', dark: 'file:../../icons/vcita.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["events"].join(", ") }}',
    description: 'Starts the workflow when something happens in vcita',
    defaults: { name: 'vcita Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      { name: 'vcitaApi', required: true, displayOptions: { show: { authentication: ['token'] } } },
      { name: 'vcitaOAuth2Api', required: true, displayOptions: { show: { authentication: ['oauth'] } } },
      { name: 'vcitaAppApi', required: true, displayOptions: { show: { authentication: ['service'] } } },
    ],
    webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'vcita' }],
    // Made when n8n asks for it, and once: loading the package is fast.
    get properties() {
      return triggerProperties(vcita);
    },
  };

  webhookMethods = webhookMethods(vcita);

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    return receiveDelivery(this, vcita);
  }
}
