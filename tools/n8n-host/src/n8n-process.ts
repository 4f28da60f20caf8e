import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { leaveTrail } from '@patchbay/trail';
import type { N8nInstallation } from './cache.ts';
import { HostError } from './host-error.ts';
import { lastLines } from './run-command.ts';

const READY_WITHIN_MILLISECONDS = 120_000;
const POLL_MILLISECONDS = 100;
const KILL_AFTER_MILLISECONDS = 10_000;

/** Run inside n8n: the channel to the parent closes when the parent is gone, however it went. */
const STOP_WITH_PARENT =
  "data:text/javascript,process.on('disconnect',()=>process.kill(process.pid,'SIGTERM'));process.channel?.unref()";

/** A process of n8n. */
export interface N8nProcess {
  /** What n8n printed since it was started. */
  logs(): string;
  /** @throws HostError `start-failed` with the last lines of the log when n8n ends or is not ready within two minutes. */
  untilReady(url: string): Promise<void>;
  /** Lets n8n finish what it runs; kills it after 10 seconds. */
  stop(): Promise<void>;
}

/** What an n8n process is for. */
export interface Role {
  /** Of its log, and in messages: `n8n` */
  name: string;
  args: readonly string[];
}

/** The one that serves the editor and receives webhooks. */
const MAIN: Role = { name: 'n8n', args: ['start'] };

/** Starts n8n; its log is `<name>.log` in the user folder. It ends with this process too, whether that exits or is killed. */
export function spawnN8n(
  { node, n8n }: N8nInstallation,
  userFolder: string,
  env: Record<string, string>,
  { name, args }: Role = MAIN,
): N8nProcess {
  const logPath = join(userFolder, `${name}.log`);
  // Not a pipe: without a reader n8n cannot log that it stops, logs that failure, and so on for ever.
  const logFile = openSync(logPath, 'w');
  const child = spawn(node, ['--import', STOP_WITH_PARENT, n8n, ...args], {
    cwd: userFolder,
    env,
    stdio: ['ignore', logFile, logFile, 'ipc'],
    // A group of its own: Ctrl+C reaches it by way of `stop` only, and a kill reaches its task runner as well.
    detached: true,
  });
  closeSync(logFile);
  let ending: string | undefined;
  const ended = new Promise<void>((resolve) => {
    const end = (text: string) => {
      ending = text;
      resolve();
    };
    child.once('error', (error) => end(`could not be run: ${error.message}`));
    child.once('exit', (code, signal) => end(`ended with ${signal ?? `exit code ${code}`}`));
  });
  const logs = () => readFileSync(logPath, 'utf8');
  const failed = (what: string) =>
    new HostError('start-failed', `${name} ${what}. The end of its log:\n${lastLines(logs(), 20)}`);

  return {
    logs,
    async untilReady(url) {
      const deadline = performance.now() + READY_WITHIN_MILLISECONDS;
      while (!(await isReady(url))) {
        if (ending !== undefined) throw failed(ending);
        if (performance.now() > deadline) throw failed('was not ready within two minutes');
        await sleep(POLL_MILLISECONDS);
      }
    },
    async stop() {
      if (ending !== undefined || child.pid === undefined) return;
      child.kill('SIGTERM');
      const patience = new AbortController();
      const late = sleep(KILL_AFTER_MILLISECONDS, true, { signal: patience.signal }).catch(() => false);
      if (await Promise.race([ended.then(() => false), late])) process.kill(-child.pid, 'SIGKILL');
      patience.abort();
      await ended;
      leaveTrail('n8n log', logs());
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  return await fetch(new URL('/healthz/readiness', url)).then(
    ({ ok }) => ok,
    () => false,
  );
}
