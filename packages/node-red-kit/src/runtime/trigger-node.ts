import {
  type CallOptions,
  type Delivery,
  GrantError,
  HttpError,
  InputError,
  isConnectorError,
  type Resource,
  subscribe,
} from '@patchbay/core';
import type { Node, NodeDef } from 'node-red';
import type { TriggerConfig } from '../config.ts';
import { type AccountNode, accountOf } from './account-node.ts';
import type { Receivers } from './callback-route.ts';
import { callbackBaseOf, callbackUrlOf } from './callback-url.ts';
import type { Connections } from './connections.ts';
import type { Host } from './host.ts';
import { asError, inBackground } from './in-background.ts';
import type { Ledger, Subscription } from './ledger.ts';
import { busy, failed, shortTextOf, waiting } from './node-status.ts';
import { removeSubscription } from './subscription-care.ts';
import { resolveValue } from './typed-value.ts';

type Values = Readonly<Record<string, unknown>>;

const firstDelaySeconds = 5;
const longestDelaySeconds = 300;

/** Seconds until the next try, `undefined` when another try cannot help. */
const nextTryAfter = (error: unknown, tries: number): number | undefined => {
  // After an unknown outcome the next try looks first whether the subscription is there.
  if (!isConnectorError(error) || !(error.retryable || error.code === 'OUTCOME_UNKNOWN')) return undefined;
  const asked = error instanceof HttpError ? (error.retryAfterSeconds ?? 0) : 0;
  return Math.max(asked, Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** (tries - 1)));
};

const messageOf = (delivery: Delivery, raw: boolean) => ({
  payload: raw ? delivery.raw : delivery.record,
  topic: delivery.event,
  event: delivery.event,
  delivery: {
    id: delivery.id,
    resource: delivery.resource,
    recordId: delivery.recordId,
    occurredAt: delivery.occurredAt,
    previous: delivery.previous,
    changes: delivery.changes,
  },
});

// No message is there when a trigger starts: only fixed values and the environment count.
const needsOf = async ({ RED, vendor }: Host, node: Node, given: TriggerConfig['needs']): Promise<Values> => {
  const fields = Object.entries(vendor.webhooks.needs ?? {});
  const resource = vendor.resources[vendor.webhooks.resource] as Resource;
  const scope = { RED, node, message: {}, resource, quote: vendor.filter?.quote };
  const values = await Promise.all(
    fields.map(async ([name, field]) => {
      const value = given?.[name];
      if (!value || value.value === '') return [name, undefined] as const;
      return [name, await resolveValue(scope, value, field, name)] as const;
    }),
  );
  const missing = fields.filter(
    ([name, { required }]) => required && !values.some(([one, value]) => one === name && value !== undefined),
  );
  if (missing.length > 0)
    throw new InputError(
      'The trigger cannot subscribe',
      missing.map(([field]) => ({ field, problem: 'is missing' })),
    );
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
};

const subscriptionOf = async (
  host: Host,
  ledger: Ledger,
  node: Node,
  config: TriggerConfig,
  account: AccountNode,
): Promise<Subscription> => {
  if (!config.events?.length)
    throw new InputError('The trigger has nothing to wait for', [{ field: 'events', problem: 'is missing' }], {
      advice: 'Choose at least one event',
    });
  const needs = await needsOf(host, node, config.needs);
  const base = callbackBaseOf(host, config.callbackBase ?? '', account.baseUrl);
  return {
    url: callbackUrlOf(host, base, node.id, ledger.secretOf(node.id)),
    account: account.id,
    ...(Object.keys(needs).length > 0 && { needs }),
  };
};

const isSame = (one: Subscription, other: Subscription): boolean =>
  one.url === other.url &&
  one.account === other.account &&
  JSON.stringify(one.needs ?? {}) === JSON.stringify(other.needs ?? {});

const connect = async (
  host: Host,
  ledger: Ledger,
  node: Node,
  config: TriggerConfig,
  options: CallOptions,
): Promise<void> => {
  const account = accountOf(host, config.account);
  const wanted = await subscriptionOf(host, ledger, node, config, account);
  const before = ledger.subscriptionOf(node.id);
  if (before && !isSame(before, wanted)) {
    try {
      await removeSubscription(accountOf(host, before.account), before);
    } catch (thrown) {
      node.warn(`The webhook at the former address is still at ${host.vendor.label}: ${asError(thrown).message}`);
    }
  }
  // Written first: a crash right after the subscription was made must not leave one that nobody knows of.
  await ledger.remember(node.id, wanted);
  const description = `Node-RED: ${node.name || node.id}`.slice(0, 150);
  const { url, needs } = wanted;
  await subscribe(account.engine(), { url, events: config.events, description, ...(needs && { needs }) }, options);
};

const connectAtLast = async (
  host: Host,
  connections: Connections,
  node: Node,
  attempt: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> => {
  for (let tries = 1; !signal.aborted; tries++) {
    try {
      node.status(busy('connecting'));
      await attempt();
      node.status({ fill: 'green', shape: 'dot', text: 'connected' });
      return;
    } catch (thrown) {
      if (signal.aborted) return;
      const seconds = nextTryAfter(thrown, tries);
      if (seconds === undefined) {
        node.status(failed(thrown));
        node.error(asError(thrown), {});
        if (!(thrown instanceof GrantError)) return;
        // Connecting needs no deploy, so nobody else would start this node again.
        await connections.nextConnected(signal);
        tries = 0;
        continue;
      }
      if (tries === 1) node.warn(asError(thrown).message);
      const text = `${host.vendor.label} ${shortTextOf(thrown)}, next try in ${seconds} s`;
      node.status({ fill: 'yellow', shape: 'ring', text });
      await host.ports.clock.sleep(seconds * 1000, signal).catch(() => undefined);
    }
  }
};

/** Constructor of the node that starts a flow when something happens at the vendor. */
export const triggerNode = (host: Host, connections: Connections, ledger: Ledger, receivers: Receivers) =>
  function (this: Node, config: TriggerConfig & NodeDef): void {
    host.RED.nodes.createNode(this, config);
    const controller = new AbortController();
    const { signal } = controller;
    const account = host.RED.nodes.getNode(config.account) as AccountNode | null;
    receivers.set(this.id, (delivery) => this.send(messageOf(delivery, config.raw)));
    const options: CallOptions = {
      signal,
      caller: this.id,
      onProgress: (progress) => {
        const status = waiting(progress);
        if (status) this.status(status);
      },
    };
    const connected = inBackground(host, () =>
      connectAtLast(host, connections, this, () => connect(host, ledger, this, config, options), signal),
    );
    const leave = async (): Promise<void> => {
      const subscription = ledger.subscriptionOf(this.id);
      if (!account || !subscription) return;
      try {
        await removeSubscription(account, subscription);
      } catch {
        // Still in the ledger, so the sweep that follows every deploy tries again and reports.
        return;
      }
      await ledger.forget(this.id);
    };
    this.on('close', (removed: boolean, done: () => void) => {
      receivers.delete(this.id);
      controller.abort();
      void connected.then(() => (removed ? inBackground(host, leave) : undefined)).then(() => done());
    });
  };
