import {
  type Engine,
  isSubscribed,
  subscribe,
  unsubscribe,
  type Vendor,
  type WantedSubscription,
} from '@patchbay/core';
import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { callerName } from '../host/caller-name.ts';
import { engineFor } from '../host/engine-for.ts';
import { nodeError } from '../host/node-error.ts';
import { readNeeds } from './needs.ts';

type WebhookMethod = (this: IHookFunctions) => Promise<boolean>;

const callbackUrl = (context: IHookFunctions): string => {
  const url = context.getNodeWebhookUrl('default');
  if (url) return url;
  throw new NodeOperationError(context.getNode(), 'n8n has no address for this trigger', {
    description: 'Save the workflow and publish it again',
  });
};

/** The chosen events and those that were typed, each once. */
const eventsOf = (context: IHookFunctions): string[] => {
  const chosen = context.getNodeParameter('events') as string[];
  const typed = context.getNodeParameter('otherEvents', '') as string;
  const events = [...new Set([...chosen, ...typed.split(',').map((name) => name.trim())])].filter(Boolean);
  if (events.length > 0) return events;
  throw new NodeOperationError(context.getNode(), 'No event is chosen', {
    description: 'Choose at least one event, or name one under Other Events',
  });
};

const wantedBy = (context: IHookFunctions, vendor: Vendor): WantedSubscription => {
  const { resource, fields } = vendor.webhooks;
  const longest = fields.description && vendor.resources[resource]?.fields[fields.description]?.maxLength;
  const { name, id } = context.getWorkflow();
  const description = `n8n workflow ${name ?? id}`;
  return {
    url: callbackUrl(context),
    events: eventsOf(context),
    description: longest ? description.slice(0, longest) : description,
    needs: readNeeds(context, vendor),
  };
};

/**
 * How n8n keeps a trigger's subscription at the vendor, which is recognised by its callback URL: one that a lost answer left
 * behind is found and adopted, one with other events or switched off is brought in line.
 * @throws NodeApiError, NodeOperationError: n8n shows their message and tries again
 */
export const webhookMethods = (
  vendor: Vendor,
): { default: Record<'checkExists' | 'create' | 'delete', WebhookMethod> } => {
  const told = (method: (context: IHookFunctions, engine: Engine) => Promise<boolean>): WebhookMethod =>
    async function () {
      try {
        return await method(this, await engineFor(this, vendor));
      } catch (error) {
        throw nodeError(this.getNode(), error);
      }
    };
  const caller = (context: IHookFunctions) => ({ caller: callerName(context) });
  return {
    default: {
      checkExists: told((context, engine) => isSubscribed(engine, wantedBy(context, vendor), caller(context))),
      create: told(async (context, engine) => {
        await subscribe(engine, wantedBy(context, vendor), caller(context));
        return true;
      }),
      delete: told(async (context, engine) => {
        await unsubscribe(engine, callbackUrl(context), caller(context), readNeeds(context, vendor));
        return true;
      }),
    },
  };
};
