#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';

const defaultPort = 4810;
const portsTried = 20;

const wholeNumber =
  (most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number > most)
      throw new InvalidArgumentError(`It must be a whole number up to ${most}.`);
    return number;
  };

const isTaken = (error: unknown): boolean => (error as { code?: unknown }).code === 'EADDRINUSE';

/** Starts on the wanted port, else on the next free one above it. */
const startNear = async (wanted: number, options: SandboxOptions): Promise<Sandbox> => {
  for (let port = wanted; ; port++) {
    try {
      return await startSandbox({ ...options, port });
    } catch (error) {
      if (!isTaken(error) || port >= Math.min(wanted + portsTried, 65_535)) throw error;
    }
  }
};

const introduce = ({ url, vendors }: Sandbox, wanted: number): void => {
  const { baseUrl, credential } = vendors.vplan;
  if (wanted !== 0 && new URL(url).port !== String(wanted))
    console.log(`Port ${wanted} is taken, using the next free one.`);
  console.log(`Patchbay sandbox
  Page         ${url}/
  vPlan twin
    Base URL     ${baseUrl}
    API key      ${credential.key}
    Environment  ${credential.environment}
Press Ctrl-C to stop.`);
};

const program = new Command('patchbay-sandbox')
  .description('Plays the vendors on this machine: no account, nothing leaves it, all records are gone at the end')
  .option('--port <number>', 'port of the page and the APIs', wholeNumber(65_535), defaultPort)
  .option('--seed <number>', 'the same seed gives the same records', wholeNumber(4_294_967_295), 1)
  .option('--planning-delay <milliseconds>', 'from planning a collection to its cards', wholeNumber(3_600_000), 1500)
  .action(async ({ port, seed, planningDelay }: { port: number; seed: number; planningDelay: number }) => {
    const sandbox = await startNear(port, { seed, planningDelay });
    introduce(sandbox, port);
    const stop = (): void => {
      void sandbox.close().then(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });

try {
  await program.parseAsync();
} catch (error) {
  console.error(`The sandbox could not be started: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
