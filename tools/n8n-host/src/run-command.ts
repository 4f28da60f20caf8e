import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** A program to run to its end. */
export interface Command {
  file: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Where its standard output and standard error go, in the order they come; what was there before is lost. */
  logPath: string;
  /** Hears the process id once the program runs. */
  onSpawn?: ((pid: number) => void) | undefined;
}

/** How a program ended. */
export interface CommandResult {
  /** Undefined when a signal ended it. */
  exitCode: number | undefined;
  /** What is in its log. */
  output: string;
}

/**
 * Runs a program without a shell and without input. It writes to a file, so that it can end in peace when this process is gone:
 * n8n, with nobody at the other end of a pipe, fails to log that failure for ever.
 * @throws the system's error when the program cannot be started at all (`ENOENT`: it is not there).
 */
export function runCommand({ file, args, cwd, env, logPath, onSpawn }: Command): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const log = openSync(logPath, 'w', 0o600);
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', log, log] });
    closeSync(log);
    child.once('spawn', () => child.pid !== undefined && onSpawn?.(child.pid));
    child.once('error', reject);
    child.once('exit', (exitCode) => {
      resolve({ exitCode: exitCode ?? undefined, output: readFileSync(logPath, 'utf8') });
    });
  });
}

/** The end of a log, for an error message. */
export function lastLines(log: string, count: number): string {
  return log.trimEnd().split('\n').slice(-count).join('\n');
}
