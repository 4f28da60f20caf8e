import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { N8nInstallation } from './cache.ts';
import {
  installationFolder,
  installationIn,
  isFinished,
  manifest,
  markFinished,
  N8N_VERSION,
  pathWithNode,
} from './cache.ts';
import type { FolderLock } from './folder-lock.ts';
import { lockFolder } from './folder-lock.ts';
import { HostError } from './host-error.ts';
import type { ProgressListener } from './progress.ts';
import { countPackages, countText, reporting } from './progress.ts';
import type { CommandResult } from './run-command.ts';
import { lastLines, runCommand } from './run-command.ts';

const INSTALL_STEP = `Installing n8n ${N8N_VERSION} (once, about 5 minutes, 2.9 GB)`;
const REBUILD_STEP = 'Building the SQLite driver of n8n (once, about 2 minutes)';
const INSTALL_ARGUMENTS = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=http'];
const INSTALL_ADVICE =
  'Check the connection to the npm registry (npm ping) and that 3 GB of disk are free, then run it again.';
const REBUILD_ADVICE =
  'The driver is compiled here: it needs python3, make and a C++ compiler (on Debian: apt-get install python3 make g++). Then run it again.';

/** Options of `installN8n`. */
export interface InstallOptions {
  onProgress?: ProgressListener;
}

/**
 * A real n8n in the cache folder: at once when it is there, otherwise installed from the npm registry. An installation that was
 * cut short is repaired. Several processes may call it at the same time: one installs, the others wait for it.
 * @throws HostError `npm-missing` or `install-failed`, with the end of npm's output.
 */
export async function installN8n({ onProgress = () => undefined }: InstallOptions = {}): Promise<N8nInstallation> {
  const folder = installationFolder();
  if (isFinished(folder)) return installationIn(folder);
  mkdirSync(folder, { recursive: true });
  const path = `${folder}.lock`;
  const lock = await lockFolder(path, (pid) =>
    onProgress(`Process ${pid} is installing n8n: waiting for it (if it is not, delete ${path})`),
  );
  try {
    // Another process may have finished it while this one waited.
    if (!isFinished(folder)) await install(folder, lock, onProgress);
  } finally {
    lock.release();
  }
  return installationIn(folder);
}

async function install(folder: string, lock: FolderLock, onProgress: ProgressListener): Promise<void> {
  const npm = (args: string[]) => runNpm(folder, args, lock);
  const nodeModules = join(folder, 'node_modules');
  const manifestPath = join(folder, 'package.json');
  const manifestText = `${JSON.stringify(manifest(), null, 2)}\n`;
  // npm writes the first file last. Without it a package may be there in part, which npm would not notice.
  const complete =
    existsSync(join(nodeModules, '.package-lock.json')) &&
    existsSync(manifestPath) &&
    readFileSync(manifestPath, 'utf8') === manifestText;
  if (!complete) {
    if (existsSync(nodeModules)) {
      await reporting('Removing a half-finished installation', rm(nodeModules, { recursive: true }), onProgress);
    }
    writeFileSync(manifestPath, manifestText);
    const installing = npm(INSTALL_ARGUMENTS);
    const counted = async () =>
      countText(await countPackages(nodeModules), 'packages') || countText(lookUpsSoFar(folder), 'packages looked up');
    const installed = await reporting(INSTALL_STEP, installing, onProgress, counted);
    check(installed, 'npm could not install n8n', INSTALL_ADVICE);
  }

  if ((await loadSqlite(folder)).exitCode !== 0) {
    const rebuilt = await reporting(REBUILD_STEP, npm(['rebuild', 'sqlite3', '--foreground-scripts']), onProgress);
    check(rebuilt, 'npm could not build sqlite3', REBUILD_ADVICE);
    check(await loadSqlite(folder), 'The built sqlite3 does not load', REBUILD_ADVICE);
  }

  onProgress('Checking that n8n runs');
  const version = await runNode(folder, [installationIn(folder).n8n, '--version']);
  check(version, 'n8n does not run', `Delete ${folder} and run it again.`);
  markFinished(folder);
}

async function runNpm(folder: string, args: string[], lock: FolderLock): Promise<CommandResult> {
  const installation = installationIn(folder);
  const home = dirname(dirname(installation.node));
  const headers = existsSync(join(home, 'include', 'node', 'node.h'));
  const env = {
    ...process.env,
    PATH: pathWithNode(installation),
    // Compiles against these headers rather than downloading others.
    ...(headers && { npm_config_nodedir: home }),
  };
  try {
    return await runCommand({ file: 'npm', args, cwd: folder, env, logPath: npmLog(folder), onSpawn: lock.shareWith });
  } catch (cause) {
    const advice = 'npm cannot be started. See that Node.js with npm is installed and on PATH, then run it again.';
    throw new HostError('npm-missing', advice, { cause });
  }
}

const npmLog = (folder: string) => join(folder, 'npm.log');

/** npm asks for the versions of every package, for minutes, before it writes the first package. */
function lookUpsSoFar(folder: string): number {
  return existsSync(npmLog(folder)) ? readFileSync(npmLog(folder), 'utf8').split('npm http fetch GET').length - 1 : 0;
}

function runNode(folder: string, args: string[]): Promise<CommandResult> {
  const installation = installationIn(folder);
  const env = { ...process.env, NODE_OPTIONS: '' };
  return runCommand({ file: installation.node, args, cwd: folder, env, logPath: join(folder, 'check.log') });
}

function loadSqlite(folder: string): Promise<CommandResult> {
  return runNode(folder, ['-e', "require('sqlite3')"]);
}

function check({ exitCode, output }: CommandResult, problem: string, advice: string): void {
  if (exitCode === 0) return;
  const ending = exitCode === undefined ? 'was stopped' : `ended with exit code ${exitCode}`;
  const telling = output.replaceAll(/^npm http .*\n/gm, '');
  throw new HostError('install-failed', `${problem} (it ${ending}). ${advice}\n${lastLines(telling, 15)}`);
}
