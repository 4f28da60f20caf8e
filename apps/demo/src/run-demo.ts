import { Command, InvalidArgumentError } from 'commander';
import { freePort } from './free-port.ts';
import { playStory, untilListening } from './story.ts';
import { clientOf, openVplan, type VplanAccess } from './vplan-access.ts';

/** An automation host with the demo flow in it. */
export interface RunningHost {
  readonly url: string;
  /** What a person needs to get in, if anything */
  readonly note?: string;
  stop(): Promise<void>;
}

/** Where a flow is to be planned. */
export interface DemoSetting {
  readonly vplan: VplanAccess;
  readonly boardId: string;
  /** Wanted port of the host's editor */
  readonly port: number;
  readonly say: (text: string) => void;
}

/** How the demo runs in one of the hosts. */
export interface DemoHost {
  readonly name: string;
  readonly port: number;
  start(setting: DemoSetting): Promise<RunningHost>;
}

const portNumber = (given: string): number => {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new InvalidArgumentError('A port is a number from 0 to 65535; 0 takes any free one.');
};

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

const run = async (
  host: DemoHost,
  options: { port: number; sandboxPort: number; sandbox?: string; once?: boolean },
) => {
  const stops: (() => Promise<void>)[] = [];
  const stopped = untilStopped();
  try {
    const sandboxPort = options.sandbox ? 0 : await freePort(options.sandboxPort, 'the sandbox', say);
    const vplan = await openVplan(sandboxPort, options.sandbox);
    stops.unshift(() => vplan.close());
    const client = clientOf(vplan);
    const [board] = await client.board.list({}, { limit: 1 }).toArray();
    if (!board) throw new Error('The sandbox has no board to plan on: press Reset on its page and start again');
    const running = await Promise.race([
      host.start({ vplan, boardId: String(board.id), port: options.port, say }),
      stopped.then(() => undefined),
    ]);
    if (!running) return;
    stops.unshift(() => running.stop());
    await untilListening(client);
    say(`\n  Sandbox page      ${vplan.page}`);
    say(`  ${host.name.padEnd(17)} ${running.url}`);
    if (running.note) say(`  ${''.padEnd(17)} ${running.note}`);
    say('\nA collection is created in vPlan; its webhook starts the flow …');
    const story = await Promise.race([playStory(client, String(board.id)), stopped.then(() => undefined)]);
    if (!story) return;
    say(`… which planned "${story.collection}" and wrote back: ${story.ending} (${story.seconds} s).`);
    if (options.once) return;
    say('\nOpen the sandbox page and create another collection yourself. Ctrl+C ends the demo.');
    await stopped;
  } finally {
    for (const stop of stops) await stop();
  }
};

/** Runs the demo in a host from the command line, until Ctrl+C. */
export const runDemo = async (host: DemoHost): Promise<void> => {
  const command = new Command()
    .description(`The story of a planned collection, in ${host.name} and on the sandbox page.`)
    .option('--port <port>', `port of ${host.name}`, portNumber, host.port)
    .option('--sandbox-port <port>', 'port of the sandbox', portNumber, 4810)
    .option('--sandbox <address>', 'use the sandbox that already runs at this address')
    .option('--once', 'stop when the story is over')
    .parse();
  try {
    await run(host, command.opts());
    process.exit(0);
  } catch (error) {
    process.stderr.write(`\n${(error as Error).message}\n`);
    process.exit(1);
  }
};
