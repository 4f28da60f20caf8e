import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { packageFolder } from './hosts.ts';

/** Runs a program and waits for its end. */
export const run = promisify(execFile);

/** A new folder outside the repository, removed when the test ends. */
export const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-packed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** Packs this package as it would be published. @returns path of the tarball */
export const packPackage = async (): Promise<string> => {
  const { packageManager } = JSON.parse(await readFile(join(packageFolder, '../../package.json'), 'utf8')) as {
    packageManager: string;
  };
  const folder = await newFolder();
  const pack = ['--yes', '--prefer-offline', packageManager, 'pack', '--pack-destination', folder];
  await run('npx', pack, { cwd: packageFolder });
  return join(folder, (await readdir(folder))[0] as string);
};
