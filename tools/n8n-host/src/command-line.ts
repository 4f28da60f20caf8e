import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { N8nInstallation } from './cache.ts';
import { HostError } from './host-error.ts';
import { lastLines, runCommand } from './run-command.ts';

/** A workflow to bring into n8n. */
export interface WorkflowToImport {
  /** As n8n exports it, with its `id`: one that is there already is replaced. */
  json: object;
  /** Whether it runs on its triggers from the start. */
  publish: boolean;
}

/** n8n's own command line, for one user folder whose n8n is not running. */
export interface CommandLine {
  /** @param credentials `{ id, name, type, data }` each, with plain data: n8n seals it. */
  importCredentials(credentials: readonly object[]): Promise<void>;
  /** @throws HostError `import-failed`, as each of these does. */
  importWorkflows(workflows: readonly object[]): Promise<void>;
  publishWorkflow(id: string): Promise<void>;
}

/** The command line of an installation; each command takes n8n about 3 seconds, the first one on a new folder 7. */
export function commandLineOf(
  { node, n8n }: N8nInstallation,
  userFolder: string,
  env: Record<string, string>,
): CommandLine {
  const run = async (args: string[]) => {
    const logPath = join(userFolder, 'n8n-command.log');
    const { exitCode, output } = await runCommand({ file: node, args: [n8n, ...args], cwd: userFolder, env, logPath });
    if (exitCode === 0) return;
    throw new HostError('import-failed', `n8n ${args.join(' ')} failed:\n${lastLines(output, 10)}`);
  };
  const runWithFile = async (command: string, content: readonly object[]) => {
    const path = join(userFolder, `${command.replace(':', '-')}.json`);
    writeFileSync(path, JSON.stringify(content), { mode: 0o600 });
    try {
      await run([command, `--input=${path}`]);
    } finally {
      rmSync(path);
    }
  };
  return {
    importCredentials: (credentials) => runWithFile('import:credentials', credentials),
    importWorkflows: (workflows) => runWithFile('import:workflow', workflows),
    publishWorkflow: (id) => run(['publish:workflow', `--id=${id}`]),
  };
}

/**
 * The id of a workflow.
 * @throws HostError `import-failed` when it has none: n8n would make one up, and nobody could publish it.
 */
export function idOf(workflow: object): string {
  if ('id' in workflow && typeof workflow.id === 'string' && workflow.id !== '') return workflow.id;
  throw new HostError('import-failed', 'A workflow to import has no "id": give it a text of up to 36 characters.');
}
