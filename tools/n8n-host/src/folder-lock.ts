import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MILLISECONDS = 200;

/** A lock that this process holds. */
export interface FolderLock {
  /** Keeps the lock while that process lives too, even when this one is killed: it may still be writing. */
  shareWith(pid: number): void;
  release(): void;
}

/**
 * Waits until no other living process holds the lock, then holds it. The lock is a folder with one file for each owner, named
 * after its process id: a lock whose owners are all gone counts for nothing. The folder must lie on a local disk.
 * @param onWait hears the process id of the owner that is waited for, once for each.
 */
export async function lockFolder(path: string, onWait: (pid: number) => void): Promise<FolderLock> {
  let awaited: number | undefined;
  for (;;) {
    const lock = tryLock(path);
    if (lock !== undefined) return lock;
    const [living] = ownersOf(path).map(pidOf).filter(isRunning);
    if (living === undefined) {
      removeOwners(
        path,
        ownersOf(path).filter((owner) => !isRunning(pidOf(owner))),
      );
    } else {
      if (living !== awaited) onWait(living);
      awaited = living;
      await sleep(POLL_MILLISECONDS);
    }
  }
}

/** The folder appears with its owner's file in it, since renaming onto a folder that is not empty fails. */
function tryLock(path: string): FolderLock | undefined {
  const prepared = mkdtempSync(`${path}-`);
  const owners = [addOwner(prepared, process.pid)];
  try {
    renameSync(prepared, path);
  } catch (error) {
    rmSync(prepared, { recursive: true });
    if (isSystemError(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) return undefined;
    throw error;
  }
  return {
    shareWith: (pid) => owners.push(addOwner(path, pid)),
    release: () => removeOwners(path, owners),
  };
}

function addOwner(path: string, pid: number): string {
  const owner = `${pid}-${randomUUID()}`;
  writeFileSync(join(path, owner), '');
  return owner;
}

function ownersOf(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}

/** An owner's name never comes twice, and only an empty folder is removed: a lock taken meanwhile cannot be hit. */
function removeOwners(path: string, owners: readonly string[]): void {
  for (const owner of owners) ignoring(() => unlinkSync(join(path, owner)), 'ENOENT');
  ignoring(() => rmdirSync(path), 'ENOENT', 'ENOTEMPTY', 'EEXIST');
}

const pidOf = (owner: string): number => Number.parseInt(owner, 10);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isSystemError(error, 'EPERM');
  }
}

function ignoring(action: () => void, ...codes: string[]): void {
  try {
    action();
  } catch (error) {
    if (!isSystemError(error, ...codes)) throw error;
  }
}

function isSystemError(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
