import { nifty } from '@patchbay/core';
import { listSearch, receiveDelivery, triggerProperties, webhookMethods } from '@patchbay/n8n-kit';
import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** Starts a workflow when something happens in Nifty. */
export class NiftyTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Nifty Trigger',
    name: 'niftyTrigger',
    icon: { light: 'file:../../icons/nifty.svg', dark: 'file:../../icons/nifty.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["events"].join(", ") }}',
    description: 'Starts the workflow when something happens in Nifty',
    defaults: { name: 'Nifty Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      { name: 'niftyApi', required: true, displayOptions: { show: { authentication: ['personalToken'] } } },
      { name: 'niftyOAuth2Api', required: true, displayOptions: { show: { authentication: ['oauth'] } } },
    ],
    webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'nifty' }],
    // Made when n8n asks for it, and once: loading the package is fast.
    get properties() {
      return triggerProperties(nifty);
    },
  };

  methods = { listSearch: listSearch(nifty) };

  webhookMethods = webhookMethods(nifty);

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    return receiveDelivery(this, nifty);
  }
}
