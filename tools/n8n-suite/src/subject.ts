import type { Vendor } from '@patchbay/core';
import { createN8nEngine, type N8nEngine } from '@patchbay/n8n-engine';
import type { ICredentialType, INodeType } from 'n8n-workflow';

/** A vendor's package for n8n that is looked at: its classes, made from the sources. */
export interface Subject {
  readonly vendor: Vendor;
  /** Folder of the package */
  readonly folder: string;
  /** The nodes that send, the one for everyone first */
  readonly nodes: readonly INodeType[];
  readonly trigger: INodeType;
  readonly credential: ICredentialType;
}

/** What npm calls the package. */
export const packageName = ({ vendor }: Subject): string => `@patchbay/n8n-nodes-${vendor.name}`;

/** Where a class of the package is kept: n8n finds it by the name of its file. */
export const sourceOf = (one: INodeType | ICredentialType): string => {
  const { name } = one.constructor;
  return 'description' in one ? `nodes/${name}/${name}.node.ts` : `credentials/${name}.credentials.ts`;
};

/** n8n's engine with the package's nodes, and a credential for the given address. */
export const engineWith = (
  { nodes, trigger, credential }: Subject,
  baseUrl: string,
  values: Readonly<Record<string, string>>,
): N8nEngine =>
  createN8nEngine({
    nodes: [...nodes, trigger],
    credentialTypes: [credential],
    credentials: { [credential.name]: { ...values, baseUrl } },
  });
