#!/usr/bin/env node
import { labelOf, type Vendor } from '@patchbay/core';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { OAuthMode } from './oauth/authorization-server.ts';
import { played } from './played.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';
import { startSandbox } from './start-sandbox.ts';

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

/** A line for each value that a credential needs, its names in one column. */
const linesOf = ({ name, label, auth }: Vendor, sandbox: Sandbox): string => {
  const { baseUrl, credential, oauth } = sandbox.twin(name);
  const fields = Object.values(auth).find(({ fields: known }) =>
    Object.entries(known).every(([field, { required }]) => !required || field in credential),
  )?.fields;
  const values = Object.entries(credential).map(
    ([field, value]) => [fields?.[field]?.label ?? labelOf(field), value] as const,
  );
  const { client_id, client_secret } = oauth.app;
  const app = [
    ['OAuth client ID', client_id],
    ['OAuth secret', client_secret],
  ] as const;
  const lines = [['Base URL', baseUrl] as const, ...values, ...app].map(
    ([what, value]) => `    ${what.padEnd(21)} ${value}`,
  );
  return [`  ${label} twin`, ...lines].join('\n');
};

const introduce = (sandbox: Sandbox, wanted: number): void => {
  if (wanted !== 0 && new URL(sandbox.url).port !== String(wanted))
    console.log(`Port ${wanted} is taken, using the next free one.`);
  console.log(`Patchbay sandbox
  Page                    ${sandbox.url}/
${Object.values(played)
  .map(({ vendor }) => linesOf(vendor, sandbox))
  .join('\n')}
Press Ctrl-C to stop.`);
};

interface Given {
  readonly port: number;
  readonly seed: number;
  readonly planningDelay: number;
  readonly quota: boolean;
  readonly oauth: OAuthMode;
  readonly faultRate: number;
  readonly faultSeed: number;
}

const program = new Command('patchbay-sandbox')
  .description('Plays the vendors on this machine: no account, nothing leaves it, all records are gone at the end')
  .option('--port <number>', 'port of the page and the APIs', wholeNumber(65_535), defaultPort)
  .option('--seed <number>', 'the same seed gives the same records', wholeNumber(4_294_967_295), 1)
  .option('--planning-delay <milliseconds>', 'from planning a collection to its cards', wholeNumber(3_600_000), 1500)
  .option('--quota', 'enforce the budgets of the vendors', false)
  .addOption(
    new Option('--oauth <mode>', 'token requests as documented, or as other clients send them')
      .choices(['strict', 'lenient'])
      .default('strict'),
  )
  .option('--fault-rate <percent>', 'percent of requests that meet a fault by chance', wholeNumber(100), 0)
  .option('--fault-seed <number>', 'the same seed gives the same faults', wholeNumber(4_294_967_295), 1)
  .action(async ({ port, seed, planningDelay, quota, oauth, faultRate, faultSeed }: Given) => {
    const faults = faultRate > 0 && { faults: { seed: faultSeed, rate: faultRate / 100 } };
    const sandbox = await startNear(port, { seed, planningDelay, quota, oauth, ...faults });
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
