import { isSubscribed, subscribe, unsubscribe, type Vendor, type WantedSubscription } from '@patchbay/core';
import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { engineFor } from '../host/engine-for.ts';
import { nodeError } from '../host/node-error.ts';

type WebhookMethod = (this: IHookFunctions) => Promise<boolean>;

const callbackUrl = (context: IHookFunctions): string => {
  const url = context.getNodeWebhookUrl('default');
  if (url) return url;
  throw new NodeOperationError(context.getNode(), 'n8n has no address for this trigger', {
    description: 'Save the workflow and publish it again',
  });
};

const wantedBy = (context: IHookFunctions, vendor: Vendor): WantedSubscription => {
  const { resource, fields } = vendor.webhooks;
  const longest = vendor.resources[resource]?.fields[fields.description]?.maxLength;
  const { name, id } = context.getWorkflow();
  return {
    url: callbackUrl(context),
    events: context.getNodeParameter('events') as string[],
    description: `n8n workflow ${name ?? id}`.slice(0, longest),
  };
};

/**
 * How n8n keeps a trigger's subscription at the vendor, which is recognised by its callback URL: one that a lost answer left
 * behind is found and adopted, one with other events or switched off is brought in line.
 * @throws NodeApiError, NodeOperationError: n8n shows their message and tries again
 */
export const webhookMethods = (
  vendor: Vendor,
  credential: string,
): { default: Record<'checkExists' | 'create' | 'delete', WebhookMethod> } => {
  const told = (method: (context: IHookFunctions) => Promise<boolean>): WebhookMethod =>
    async function () {
      try {
        return await method(this);
      } catch (error) {
        throw nodeError(this.getNode(), error);
      }
    };
  return {
    default: {
      checkExists: told(async (context) =>
        isSubscribed(await engineFor(context, vendor, credential), wantedBy(context, vendor)),
      ),
      create: told(async (context) => {
        await subscribe(await engineFor(context, vendor, credential), wantedBy(context, vendor));
        return true;
      }),
      delete: told(async (context) => {
        await unsubscribe(await engineFor(context, vendor, credential), callbackUrl(context));
        return true;
      }),
    },
  };
};
