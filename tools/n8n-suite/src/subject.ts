import type { Vendor } from '@patchbay/core';
import { createN8nEngine, type N8nEngine } from '@patchbay/n8n-engine';
import type { ICredentialDataDecryptedObject, ICredentialType, INodeType } from 'n8n-workflow';

/** A vendor's package for n8n that is looked at: its classes, made from the sources. */
export interface Subject {
  readonly vendor: Vendor;
  /** Folder of the package */
  readonly folder: string;
  /** The nodes that send, the one for everyone first */
  readonly nodes: readonly INodeType[];
  readonly trigger: INodeType;
  /** What needs no connecting: the default */
  readonly credential: ICredentialType;
  /** The other credentials, by the scheme that they are for */
  readonly otherCredentials: Readonly<Record<string, ICredentialType>>;
}

/** What npm calls the package. */
export const packageName = ({ vendor }: Subject): string => `@patchbay/n8n-nodes-${vendor.name}`;

/** All credentials of the package, the default first. */
export const credentialsOf = ({ credential, otherCredentials }: Subject): ICredentialType[] => [
  credential,
  ...Object.values(otherCredentials),
];

/** Where a class of the package is kept: n8n finds it by the name of its file. */
export const sourceOf = (one: INodeType | ICredentialType): string => {
  const { name } = one.constructor;
  return 'description' in one ? `nodes/${name}/${name}.node.ts` : `credentials/${name}.credentials.ts`;
};

/** n8n's engine with the package's nodes, and a credential for the given address: the default one, or that of a scheme. */
export const engineWith = (
  subject: Subject,
  baseUrl: string,
  values: ICredentialDataDecryptedObject,
  scheme?: string,
): N8nEngine => {
  const { name } = (scheme === undefined ? undefined : subject.otherCredentials[scheme]) ?? subject.credential;
  return createN8nEngine({
    nodes: [...subject.nodes, subject.trigger],
    credentialTypes: credentialsOf(subject),
    credentials: { [name]: { ...values, baseUrl } },
  });
};
