import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import type { Subject } from './subject.ts';

/** Runs a program and waits for its end. */
export const runProgram = promisify(execFile);

/** A new folder outside the repository, removed when the test ends. */
export const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-packed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** Packs the package as it would be published. @returns path of the tarball */
export const packPackage = async ({ folder: source }: Subject): Promise<string> => {
  const { packageManager } = JSON.parse(await readFile(join(source, '../../package.json'), 'utf8')) as {
    packageManager: string;
  };
  const folder = await newFolder();
  const pack = ['--yes', '--prefer-offline', packageManager, 'pack', '--pack-destination', folder];
  await runProgram('npx', pack, { cwd: source });
  return join(folder, (await readdir(folder))[0] as string);
};
