import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const TICK_MILLISECONDS = 1000;

/** Hears what is going on, as one line for a person. A line stands for the one before it. */
export type ProgressListener = (text: string) => void;

/** One line of progress, with what was counted so far where something was. */
export function progressText(step: string, elapsedSeconds: number, counted = ''): string {
  return `${step} ... ${elapsedSeconds} s${counted && `, ${counted}`}`;
}

/** A count as a person reads it. */
export function countText(count: number, things: string): string {
  return count === 0 ? '' : `${count.toLocaleString('en-US')} ${things}`;
}

/** Counts the packages that are on disk in a `node_modules` folder, those inside packages too. */
export async function countPackages(nodeModules: string): Promise<number> {
  let count = 0;
  for (const name of await namesIn(nodeModules)) {
    if (name.startsWith('.')) continue;
    const path = join(nodeModules, name);
    if (name.startsWith('@')) {
      count += await countPackages(path);
    } else if (existsSync(join(path, 'package.json'))) {
      count += 1 + (await countPackages(join(path, 'node_modules')));
    }
  }
  return count;
}

/** Reports a step each second until the work is done, and gives the work's result. */
export async function reporting<T>(
  step: string,
  work: Promise<T>,
  onProgress: ProgressListener,
  counted: () => Promise<string> = async () => '',
): Promise<T> {
  const done = new AbortController();
  const start = performance.now();
  const report = async () => {
    while (!done.signal.aborted) {
      onProgress(progressText(step, Math.round((performance.now() - start) / 1000), await counted()));
      await sleep(TICK_MILLISECONDS, undefined, { signal: done.signal }).catch(() => undefined);
    }
  };
  const reports = report();
  try {
    return await work;
  } finally {
    done.abort();
    await reports;
  }
}

/** Empty for a folder that is not there (any more): npm is at work in it. */
async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => []);
}
