import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { packInto } from '@patchbay/n8n-suite';
import { stories } from './stories.ts';

/**
 * Packs packages for n8n into a folder.
 * @param vendors all where left out
 * @returns their paths
 */
export const packedIn = async (folder: string, vendors?: readonly string[]): Promise<string[]> => {
  const packages: string[] = [];
  for (const { vendor, folder: source } of stories) {
    if (vendors && !vendors.includes(vendor)) continue;
    const target = join(folder, vendor);
    mkdirSync(target);
    packages.push(await packInto(source, target));
  }
  return packages;
};
