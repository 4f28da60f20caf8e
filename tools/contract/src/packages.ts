import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type Vendor, vplan } from '@patchbay/core';
import { VplanApi } from '@patchbay/n8n-nodes-vplan/credentials/VplanApi.credentials.ts';
import { Vplan } from '@patchbay/n8n-nodes-vplan/nodes/Vplan/Vplan.node.ts';
import type { N8nPackage } from './n8n-surface.ts';

const require = createRequire(import.meta.url);

/** What is built from a vendor's definition for the hosts. */
export interface VendorPackages {
  readonly vendor: Vendor;
  readonly n8n: N8nPackage;
  /** Folder of the Node-RED package */
  readonly nodeRed: string;
}

/** The packages of every vendor. */
export const vendorPackages: readonly VendorPackages[] = [
  {
    vendor: vplan,
    n8n: { node: new Vplan(), credentialType: new VplanApi() },
    nodeRed: dirname(require.resolve('@patchbay/node-red-vplan/package.json')),
  },
];
