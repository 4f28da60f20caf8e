import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { nifty, type Vendor, vplan } from '@patchbay/core';
import { NiftyApi } from '@patchbay/n8n-nodes-nifty/credentials/NiftyApi.credentials.ts';
import { Nifty } from '@patchbay/n8n-nodes-nifty/nodes/Nifty/Nifty.node.ts';
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

const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/**
 * The packages of every vendor whose twin has a sample for each operation. vcita's has them in its own tests; its contract
 * comes with its issue.
 */
export const vendorPackages: readonly VendorPackages[] = [
  {
    vendor: vplan,
    n8n: { node: new Vplan(), credentialType: new VplanApi() },
    nodeRed: folderOf('@patchbay/node-red-vplan'),
  },
  {
    vendor: nifty,
    n8n: { node: new Nifty(), credentialType: new NiftyApi() },
    nodeRed: folderOf('@patchbay/node-red-nifty'),
  },
];
