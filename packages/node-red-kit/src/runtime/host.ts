import type { Clock, Transport, Vendor } from '@patchbay/core';
import type { NodeAPI } from 'node-red';
import type { Names } from '../names.ts';

/** How a package reaches the network and the time. */
export interface HostPorts {
  readonly transport: Transport;
  readonly clock: Clock;
}

/** What all nodes of a package share in a running Node-RED. */
export interface Host {
  readonly RED: NodeAPI;
  readonly vendor: Vendor;
  readonly names: Names;
  readonly ports: HostPorts;
}
