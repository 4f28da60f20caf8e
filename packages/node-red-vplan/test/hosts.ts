import { fileURLToPath } from 'node:url';
import { vplan } from '@patchbay/core';
import {
  actionNode,
  type Hosts as HostsOfAny,
  type Subject,
  startHosts as startHostsOfAny,
} from '@patchbay/node-red-suite';

export { fixed, onTab, sink } from '@patchbay/node-red-suite';

/** This package. */
export const subject: Subject = { vendor: vplan, folder: fileURLToPath(new URL('..', import.meta.url)) };

/** A real Node-RED with this package, and the sandbox as vPlan. */
export interface Hosts extends HostsOfAny {
  readonly vplan: HostsOfAny['sandbox']['vendors']['vplan'];
}

/** A vplan node as the editor saves it, unless told otherwise. */
export const vplanNode = (id: string, properties: object, wires: readonly (readonly string[])[] = []) =>
  actionNode('vplan', id, { resource: 'board', operation: 'list', ...properties }, wires);

/** Starts both; every test file has its own pair. */
export const startHosts = async (): Promise<Hosts> => {
  const hosts = await startHostsOfAny(subject);
  return { ...hosts, vplan: hosts.sandbox.vendors.vplan };
};
