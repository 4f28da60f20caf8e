import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Vendor, vendors } from '@patchbay/core';

const require = createRequire(import.meta.url);
const run = promisify(execFile);
const { packageManager } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'));

/** The built n8n package of a vendor. */
export interface BuiltPackage {
  readonly name: string;
  readonly folder: string;
  readonly vendor: Vendor;
  /** Files that n8n is pointed to */
  readonly entries: readonly string[];
  readonly dependencies: number;
}

/** n8n packages of all vendors that have one. */
export const builtPackages = (): readonly BuiltPackage[] =>
  vendors.flatMap((vendor) => {
    const folder = join(import.meta.dirname, '../../../packages', `n8n-nodes-${vendor.name}`);
    if (!existsSync(join(folder, 'package.json'))) return [];
    const { name, n8n, dependencies = {} } = require(join(folder, 'package.json'));
    return [
      {
        name,
        folder,
        vendor,
        entries: [...n8n.nodes, ...n8n.credentials],
        dependencies: Object.keys(dependencies).length,
      },
    ];
  });

/** Bytes of a package as it would be published. */
export const packedSize = async ({ folder }: BuiltPackage): Promise<number> => {
  const target = mkdtempSync(join(tmpdir(), 'patchbay-bench-'));
  try {
    const pack = ['pack', '--pack-destination', target];
    await run('pnpm', pack, { cwd: folder }).catch((error) => {
      if (error.code !== 'ENOENT') throw error;
      // Outside a pnpm script there is no pnpm on PATH.
      return run('npx', ['--yes', '--prefer-offline', packageManager, ...pack], { cwd: folder });
    });
    return statSync(join(target, readdirSync(target)[0] as string)).size;
  } finally {
    rmSync(target, { recursive: true });
  }
};

/** Where n8n-workflow and the peer are loaded from. */
export const loadedFrom = {
  n8nWorkflow: require.resolve('n8n-workflow'),
  peer: require.resolve('@devlikeapro/n8n-openapi-node'),
  peerVersion: JSON.parse(
    readFileSync(join(dirname(require.resolve('@devlikeapro/n8n-openapi-node')), '../../package.json'), 'utf8'),
  ).version as string,
};
