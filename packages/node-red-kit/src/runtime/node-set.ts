import type { Vendor } from '@patchbay/core';
import { axiosTransport, systemClock } from '@patchbay/node';
import type { NodeAPI, NodeCredentials } from 'node-red';
import { connectionKey } from '../config.ts';
import { namesOf } from '../names.ts';
import { accountNode } from './account-node.ts';
import { actionNode } from './action-node.ts';
import { registerAdminRoutes } from './admin-routes.ts';
import { type Receivers, registerCallbackRoute } from './callback-route.ts';
import { createConnect } from './connect.ts';
import { createConnections } from './connections.ts';
import type { Host, HostPorts } from './host.ts';
import { inBackground } from './in-background.ts';
import { createLedger } from './ledger.ts';
import { sweepOrphans } from './subscription-care.ts';
import { triggerNode } from './trigger-node.ts';

export type { HostPorts } from './host.ts';

const credentialsOf = (vendor: Vendor): NodeCredentials<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.values(vendor.auth).flatMap(({ fields }) =>
      Object.entries(fields).map(([name, field]) => [name, { type: field.secret ? 'password' : 'text' }]),
    ),
  ),
  [connectionKey]: { type: 'password' },
});

/** What a package's nodes are made with. */
export interface NodeSetOptions {
  /** A second action node holds what is for the vendor's partners only */
  readonly partner?: boolean;
  /** Replaced in tests */
  readonly ports?: HostPorts;
}

/**
 * What the entry file of a vendor's package exports: registers account, action and trigger node, the route that deliveries
 * arrive at, and what the editor's forms ask for. The package's html must be made with the same `partner`.
 *
 * @example
 * export default nodeSet(vplan);
 */
export const nodeSet =
  (vendor: Vendor, { partner, ports }: NodeSetOptions = {}) =>
  (RED: NodeAPI): void => {
    const names = namesOf(vendor);
    const host: Host = { RED, vendor, names, ports: ports ?? { transport: axiosTransport(), clock: systemClock } };
    const ledger = createLedger(host);
    const receivers: Receivers = new Map();
    const connections = createConnections(host);
    RED.nodes.registerType(names.account, accountNode(host, connections), { credentials: credentialsOf(vendor) });
    RED.nodes.registerType(names.action, actionNode(host));
    if (partner) RED.nodes.registerType(names.partner, actionNode(host));
    RED.nodes.registerType(names.trigger, triggerNode(host, connections, ledger, receivers));
    registerCallbackRoute(host, ledger, receivers);
    registerAdminRoutes(host, { ledger, connections, connect: createConnect(host, connections) });
    // One listener for both: Node-RED warns of too many.
    RED.events.on('flows:started', () => {
      void inBackground(host, () => sweepOrphans(host, ledger, receivers));
      void inBackground(host, () => connections.sweep());
    });
  };
