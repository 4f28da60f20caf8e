import { type Delivery, HttpError, InputError, isConnectorError, subscribe } from '@patchbay/core';
import type { Node, NodeDef } from 'node-red';
import type { TriggerConfig } from '../config.ts';
import { type AccountNode, accountOf } from './account-node.ts';
import type { Receivers } from './callback-route.ts';
import { callbackBaseOf, callbackUrlOf } from './callback-url.ts';
import type { Host } from './host.ts';
import { asError, inBackground } from './in-background.ts';
import type { Ledger } from './ledger.ts';
import { busy, failed, shortTextOf } from './node-status.ts';
import { removeSubscription } from './subscription-care.ts';

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

const subscriptionOf = (host: Host, ledger: Ledger, node: Node, config: TriggerConfig, account: AccountNode) => {
  if (!config.events?.length)
    throw new InputError('The trigger has nothing to wait for', [{ field: 'events', problem: 'is missing' }], {
      advice: 'Choose at least one event',
    });
  const base = callbackBaseOf(host, config.callbackBase ?? '', account.baseUrl);
  return { url: callbackUrlOf(host, base, node.id, ledger.secretOf(node.id)), account: account.id };
};

const connect = async (
  host: Host,
  ledger: Ledger,
  node: Node,
  config: TriggerConfig,
  signal: AbortSignal,
): Promise<void> => {
  const account = accountOf(host, config.account);
  const wanted = subscriptionOf(host, ledger, node, config, account);
  const before = ledger.subscriptionOf(node.id);
  if (before && (before.url !== wanted.url || before.account !== wanted.account)) {
    try {
      await removeSubscription(accountOf(host, before.account), before);
    } catch (thrown) {
      node.warn(`The webhook at the former address is still at ${host.vendor.label}: ${asError(thrown).message}`);
    }
  }
  // Written first: a crash right after the subscription was made must not leave one that nobody knows of.
  await ledger.remember(node.id, wanted);
  const description = `Node-RED: ${node.name || node.id}`.slice(0, 150);
  await subscribe(account.engine(), { url: wanted.url, events: config.events, description }, { signal });
};

const connectAtLast = async (
  host: Host,
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
        return;
      }
      if (tries === 1) node.warn(asError(thrown).message);
      const text = `${host.vendor.label} ${shortTextOf(thrown)}, next try in ${seconds} s`;
      node.status({ fill: 'yellow', shape: 'ring', text });
      await host.ports.clock.sleep(seconds * 1000, signal).catch(() => undefined);
    }
  }
};

/** Constructor of the node that starts a flow when something happens at the vendor. */
export const triggerNode = (host: Host, ledger: Ledger, receivers: Receivers) =>
  function (this: Node, config: TriggerConfig & NodeDef): void {
    host.RED.nodes.createNode(this, config);
    const controller = new AbortController();
    const { signal } = controller;
    const account = host.RED.nodes.getNode(config.account) as AccountNode | null;
    receivers.set(this.id, (delivery) => this.send(messageOf(delivery, config.raw)));
    const connected = inBackground(host, () =>
      connectAtLast(host, this, () => connect(host, ledger, this, config, signal), signal),
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
