import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { leaveTrail } from '@patchbay/trail';
import { deploymentRequest, type FlowNode, type FlowsCredentials } from './deploy.ts';
import { host } from './listen.ts';
import { type SettingsOptions, settingsFor } from './settings.ts';

/** A Node-RED in a process of its own, to be ended in every way that a process can. */
export interface NodeRedProcess {
  readonly url: string;
  /** All that it wrote to its log */
  log(): string;
  /** Deploys and waits until the flows run. */
  deploy(flows: readonly FlowNode[], credentials?: FlowsCredentials): Promise<void>;
  /** Ends it and waits until it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const program = createRequire(import.meta.url).resolve('node-red/red.js');
const started = 'Started flows';

/**
 * Starts a Node-RED as its command line does, and waits until its flows run.
 * @param options with a port that is free
 * @throws Error with its log when it ends early, or does not get there within the time limit
 */
export const startNodeRedProcess = async (options: SettingsOptions, timeLimit = 60_000): Promise<NodeRedProcess> => {
  const { userDir, port } = options;
  const file = join(userDir, 'settings.js');
  const settings = { ...settingsFor(options), logging: { console: { level: 'debug' } } };
  await writeFile(file, `module.exports = ${JSON.stringify(settings)};`);
  const child = spawn(process.execPath, [program, '--userDir', userDir, '--settings', file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  const ended = once(child, 'exit');
  const starts = (): number => log.split(started).length - 1;
  const untilStarted = async (before: number): Promise<void> => {
    const end = performance.now() + timeLimit;
    while (starts() <= before) {
      if (child.exitCode !== null || performance.now() > end) {
        child.kill('SIGKILL');
        throw new Error(`Node-RED did not start its flows:\n${log}`);
      }
      await setTimeout(20);
    }
  };
  await untilStarted(0);
  const url = `http://${host}:${port}`;
  return {
    url,
    log: () => log,
    async deploy(flows, credentials) {
      const before = starts();
      await deploymentRequest(url, flows, credentials, 'full');
      await untilStarted(before);
    },
    async end(signal) {
      child.kill(signal);
      await ended;
      leaveTrail('node-red log', log);
    },
  };
};
