import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { nifty, type Vendor, vcita, vplan } from '@patchbay/core';
import { NiftyApi } from '@patchbay/n8n-nodes-nifty/credentials/NiftyApi.credentials.ts';
import { Nifty } from '@patchbay/n8n-nodes-nifty/nodes/Nifty/Nifty.node.ts';
import { VcitaApi } from '@patchbay/n8n-nodes-vcita/credentials/VcitaApi.credentials.ts';
import { Vcita } from '@patchbay/n8n-nodes-vcita/nodes/Vcita/Vcita.node.ts';
import { VcitaPartner } from '@patchbay/n8n-nodes-vcita/nodes/VcitaPartner/VcitaPartner.node.ts';
import { VplanApi } from '@patchbay/n8n-nodes-vplan/credentials/VplanApi.credentials.ts';
import { Vplan } from '@patchbay/n8n-nodes-vplan/nodes/Vplan/Vplan.node.ts';
import type { Sandbox } from '@patchbay/sandbox';
import type { N8nPackage } from './n8n-surface.ts';
import type { Samples } from './sample-value.ts';
import { clinicSamples } from './vcita/clinic.ts';

const require = createRequire(import.meta.url);

/** What is built from a vendor's definition for the hosts. */
export interface VendorPackages {
  readonly vendor: Vendor;
  readonly n8n: N8nPackage;
  /** Folder of the Node-RED package */
  readonly nodeRed: string;
  /** What samples are made of. @default the newest records of the twin */
  readonly samplesOf?: (twin: ReturnType<Sandbox['twin']>, resources: readonly string[]) => Samples;
}

const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** The packages of every vendor. */
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
  {
    vendor: vcita,
    n8n: { node: new Vcita(), partner: new VcitaPartner(), credentialType: new VcitaApi() },
    nodeRed: folderOf('@patchbay/node-red-vcita'),
    samplesOf: clinicSamples,
  },
];

/**
 * The packages of one vendor.
 * @throws Error when it has none
 */
export const packagesOf = (vendor: Vendor): VendorPackages => {
  const packages = vendorPackages.find((one) => one.vendor === vendor);
  if (!packages) throw new Error(`${vendor.label} has no packages`);
  return packages;
};
