import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { HostError } from './host-error.ts';

/** What one user folder's n8n keeps to itself. */
export interface Secrets {
  /** Seals the stored credentials: another key cannot open them again. */
  encryptionKey: string;
  /** The owner's password. */
  password: string;
}

/** The secrets of a user folder, made up at random the first time and kept in it. */
export function secretsOf(userFolder: string): Secrets {
  const path = join(userFolder, 'patchbay-secrets.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const secrets = {
    encryptionKey: randomBytes(24).toString('base64url'),
    // n8n's own form asks for a digit and a capital letter.
    password: `Pb1-${randomBytes(12).toString('base64url')}`,
  };
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(path, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/**
 * Puts packed community packages where n8n looks for them, as its own installer does; one of the same name is replaced.
 * @param tarballs paths of `.tgz` files as npm or pnpm pack them.
 * @throws HostError `package-not-usable` when one cannot be unpacked or has dependencies, which would not be installed.
 */
export async function addPackages(userFolder: string, tarballs: readonly string[]): Promise<void> {
  const nodes = join(userFolder, '.n8n', 'nodes');
  const manifestPath = join(nodes, 'package.json');
  mkdirSync(join(nodes, 'node_modules'), { recursive: true });
  const dependencies: Record<string, string> = existsSync(manifestPath)
    ? JSON.parse(readFileSync(manifestPath, 'utf8')).dependencies
    : {};
  for (const tarball of tarballs) {
    const { name, version } = await unpack(tarball, nodes);
    dependencies[name] = version;
  }
  writeFileSync(manifestPath, JSON.stringify({ name: 'installed-nodes', private: true, dependencies }, null, 2));
}

async function unpack(tarball: string, nodes: string): Promise<{ name: string; version: string }> {
  const unpacked = mkdtempSync(join(nodes, 'unpacked-'));
  try {
    await promisify(execFile)('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']).catch(
      (error: Error) => {
        throw unusable(tarball, `it could not be unpacked: ${error.message}`);
      },
    );
    const { name, version, dependencies } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
    // Elsewhere n8n passes the folder by without a word.
    if (!/^(@[^/]+\/)?n8n-nodes-[^/]+$/.test(name)) throw unusable(tarball, `its name ${name} is not n8n-nodes-...`);
    const needed = Object.keys(dependencies ?? {});
    if (needed.length > 0) throw unusable(tarball, `it has dependencies (${needed.join(', ')}): bundle them`);
    const target = join(nodes, 'node_modules', name);
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(unpacked, target);
    return { name, version };
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
}

function unusable(tarball: string, reason: string): HostError {
  return new HostError('package-not-usable', `n8n cannot use the package ${tarball}: ${reason}`);
}
