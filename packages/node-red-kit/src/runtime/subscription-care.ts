import { unsubscribe } from '@patchbay/core';
import { type AccountNode, accountOf } from './account-node.ts';
import type { Receivers } from './callback-route.ts';
import { isMeantToRun } from './flow-nodes.ts';
import type { Host } from './host.ts';
import { asError } from './in-background.ts';
import type { Ledger, Subscription } from './ledger.ts';

// Node-RED waits 15 s for a node to close.
const limitInMilliseconds = 10_000;

/**
 * Removes a subscription at the vendor within the time that Node-RED gives a closing node.
 * @throws errors of the engine
 */
export const removeSubscription = async (account: AccountNode, { url, needs }: Subscription): Promise<void> => {
  await unsubscribe(
    account.engine(),
    url,
    { signal: AbortSignal.timeout(limitInMilliseconds), maxWaitSeconds: 5 },
    needs,
  );
};

/**
 * Removes subscriptions whose node is gone; to be done whenever flows have started. Node-RED does not tell a node inside a
 * subflow that it was removed, nor anybody after a crash or after a change of the flow file.
 */
export const sweepOrphans = async (host: Host, ledger: Ledger, receivers: Receivers): Promise<void> => {
  const { RED, vendor, names } = host;
  for (const [node, subscription] of ledger.subscriptions()) {
    if (receivers.has(node) || isMeantToRun(RED, node)) continue;
    try {
      await removeSubscription(accountOf(host, subscription.account), subscription);
      await ledger.forget(node);
    } catch (thrown) {
      const kept = `A webhook of the removed node ${node} is still at ${vendor.label}: ${asError(thrown).message}`;
      RED.log.warn(`[${names.trigger}] ${kept}`);
      // Without its account nobody can remove it from here any more.
      if (!isMeantToRun(RED, subscription.account)) await ledger.forget(node);
    }
  }
};
