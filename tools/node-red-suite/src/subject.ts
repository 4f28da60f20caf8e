import type { Vendor } from '@patchbay/core';

/** A vendor's package for Node-RED that is looked at. */
export interface Subject {
  readonly vendor: Vendor;
  /** Folder of the package, as Node-RED loads it */
  readonly folder: string;
}

/** What npm calls the package. */
export const packageName = ({ vendor }: Subject): string => `@patchbay/node-red-${vendor.name}`;
