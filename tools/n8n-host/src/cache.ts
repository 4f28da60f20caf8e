import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

/** The newest n8n whose packages are all in every registry mirror that was tried (November 2026). */
export const N8N_VERSION = '2.41.1';

const NODE_VERSION = '24.21.0';
const MARKER = 'patchbay-installation.json';

/** A finished installation of n8n with the Node.js that runs it. */
export interface N8nInstallation {
  /** The folder whose `node_modules` holds n8n. */
  folder: string;
  /** The Node.js executable, version 24 or newer. */
  node: string;
  /** n8n's command line script, to be run with `node`. */
  n8n: string;
}

/** Where Patchbay keeps what is large and can be made again: `PATCHBAY_CACHE`, else `patchbay` in the user's cache folder. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.PATCHBAY_CACHE) return resolve(env.PATCHBAY_CACHE);
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'patchbay');
}

/** Where the n8n of this version belongs, installed or not. */
export function installationFolder(env?: NodeJS.ProcessEnv): string {
  return join(cacheFolder(env), `n8n-${N8N_VERSION}-node${NODE_VERSION.split('.')[0]}`);
}

/** The installation in a folder. Its Node.js is the one installed beside n8n or, where there is none, the one that runs this. */
export function installationIn(folder: string): N8nInstallation {
  const name = nodePackage();
  const node = name === undefined ? process.execPath : join(folder, 'node_modules', name, 'bin', 'node');
  return {
    folder,
    node: existsSync(node) ? node : process.execPath,
    n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
  };
}

/** PATH with the installation's Node.js first, for scripts that ask for `node`. */
export function pathWithNode(installation: N8nInstallation): string {
  return [dirname(installation.node), process.env.PATH ?? ''].join(delimiter);
}

/** What npm is asked to install. */
export function manifest(): Record<string, unknown> {
  const node = nodePackage();
  return {
    name: 'patchbay-n8n-host',
    private: true,
    dependencies: { n8n: N8N_VERSION, ...(node && { [node]: NODE_VERSION }) },
    // 0.18.15 needs cssomnom, which some registry mirrors lack.
    overrides: { linkedom: '0.18.14' },
  };
}

/** Whether an installation was finished in this folder, with these versions, on this kind of machine. */
export function isFinished(folder: string): boolean {
  const path = join(folder, MARKER);
  return existsSync(path) && readFileSync(path, 'utf8') === marker() && existsSync(installationIn(folder).n8n);
}

/** Says that the installation is complete: to be called last. */
export function markFinished(folder: string): void {
  writeFileSync(join(folder, MARKER), marker());
}

function marker(): string {
  return `${JSON.stringify({ ...manifest(), platform: process.platform, arch: process.arch }, null, 2)}\n`;
}

/** Node.js as an npm package; elsewhere than on Linux, the Node.js that runs this has to do. */
function nodePackage(): string | undefined {
  const supported = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
  return supported ? `node-linux-${process.arch}` : undefined;
}
