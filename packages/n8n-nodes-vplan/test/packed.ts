import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const { packageManager } = (await import('../../../package.json', { with: { type: 'json' } })).default;

/** Packs this package as it would be published. Returns the path of the tarball. */
export const packInto = async (folder: string): Promise<string> => {
  const pack = ['pack', '--pack-destination', folder];
  await run('pnpm', pack, { cwd: root }).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
    // Outside a pnpm script there is no pnpm on PATH.
    return run('npx', ['--yes', '--prefer-offline', packageManager, ...pack], { cwd: root });
  });
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  return join(folder, file as string);
};
