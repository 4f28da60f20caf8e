import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const { packageManager } = (await import('../../../package.json', { with: { type: 'json' } })).default;

/**
 * Packs a package as it would be published.
 * @param folder of the package
 * @param target an empty folder for the tarball
 * @returns the path of the tarball
 */
export const packInto = async (folder: string, target: string): Promise<string> => {
  const pack = ['pack', '--pack-destination', target];
  await run('pnpm', pack, { cwd: folder }).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
    // Outside a pnpm script there is no pnpm on PATH.
    return run('npx', ['--yes', '--prefer-offline', packageManager, ...pack], { cwd: folder });
  });
  const [file] = readdirSync(target).filter((name) => name.endsWith('.tgz'));
  return join(target, file as string);
};
