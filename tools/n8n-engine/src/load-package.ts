import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import { n8nCore } from './n8n.ts';

/** What n8n knows of a package after loading it. */
export interface LoadedPackage {
  readonly nodes: readonly INodeTypeDescription[];
  readonly credentials: readonly ICredentialType[];
}

/**
 * Loads a built package from its folder, as n8n does at its start.
 * @throws what n8n throws, such as for a class that has not the name of its file
 */
export const loadPackage = async (folder: string): Promise<LoadedPackage> => {
  const loader = new n8nCore.PackageDirectoryLoader(folder);
  await loader.loadAll();
  return loader.types;
};
