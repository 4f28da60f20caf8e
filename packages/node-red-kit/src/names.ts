import type { Vendor } from '@patchbay/core';

/** What a vendor's nodes, routes and settings are called in Node-RED. Saved flows hold the types: they never change. */
export interface Names {
  /** Types of the nodes */
  readonly action: string;
  /** Of the node for the vendor's partners, where the package has one */
  readonly partner: string;
  readonly account: string;
  readonly trigger: string;
  /** Of the package's entry in the runtime's settings */
  readonly settings: string;
  /** Of the package's routes, without slashes at the ends */
  readonly path: string;
}

/** The names for a vendor. */
export const namesOf = ({ name }: Vendor): Names => ({
  action: name,
  partner: `${name}-partner`,
  account: `${name}-account`,
  trigger: `${name}-trigger`,
  settings: `patchbay${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  path: `patchbay/${name}`,
});
