import { type Vendor, vplan } from '@patchbay/core';
import type { DeliveryRecord } from './deliveries.ts';
import type { RequestRecord } from './request-log.ts';
import type { VendorRules } from './rules.ts';
import { createScheduler, type Schedule, systemTime, type Time } from './scheduler.ts';
import { type Listening, listen } from './server.ts';
import type { Row } from './store.ts';
import { createStory, type StoryLine } from './story.ts';
import { createTwin, type Twin } from './twin.ts';
import { vplanRules } from './vendors/vplan/vplan-rules.ts';

/** How a sandbox is to be started. Everything has a default. */
export interface SandboxOptions {
  /** 0 takes any free port. @default 0 */
  readonly port?: number;
  /** Address to listen on. @default '127.0.0.1' */
  readonly host?: string;
  /** Two sandboxes with the same seed and clock hold the same records and identifiers. @default 1 */
  readonly seed?: number;
  /** Definitions to play instead of the core's own of the same name, e.g. with one operation more */
  readonly vendors?: readonly Vendor[];
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  /** Timers, for tests that must not wait. @default setTimeout */
  readonly schedule?: Schedule;
  /** Milliseconds from planning a collection to its cards. @default 1500 */
  readonly planningDelay?: number;
  /** Updates answer with an empty body, as vPlan's documentation shows them. @default true */
  readonly emptyUpdates?: boolean;
  /** Requests a day for each vendor. @default 10000 */
  readonly dailyLimit?: number;
  /** Host names beside loopback that webhooks may be sent to, and that the sandbox may be called by. @default none */
  readonly allowHosts?: readonly string[];
  /** Told what goes wrong inside the sandbox. @default console.error */
  readonly log?: (message: string) => void;
}

/** A vendor's twin as a test or a demo uses it. */
export interface VendorSandbox {
  /** What a credential's base URL has to be */
  readonly baseUrl: string;
  /** Values of the credential's fields */
  readonly credential: Readonly<Record<string, string>> & { readonly key: string; readonly environment: string };
  /** The last 500 requests, oldest first, secrets masked */
  readonly requests: readonly RequestRecord[];
  /** The last 500 deliveries of webhooks, oldest first */
  readonly deliveries: readonly DeliveryRecord[];
  /** Stored records of a resource, in the order of their making */
  rows(resource: string): readonly Row[];
  /**
   * Does what a person would do in the vendor's product: `act('createCollection', { name, board_id })`.
   * @throws ApiError when it cannot be done
   */
  act(name: string, input: Readonly<Record<string, string>>): Row | undefined;
  /** Back to the seed: records, log, deliveries, background work */
  reset(): void;
}

/** A running sandbox. */
export interface Sandbox {
  /** Of the page, without a slash at the end */
  readonly url: string;
  readonly vendors: { readonly vplan: VendorSandbox };
  /** What happened so far, in plain words */
  readonly story: readonly StoryLine[];
  /** Runs all pending background work and deliveries (retries too) now, until nothing is left. */
  settle(): Promise<void>;
  /** Waits for what runs already; what waits for its time goes on waiting. For tests that inject the time. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const played: readonly { readonly vendor: Vendor; readonly rules: VendorRules }[] = [
  { vendor: vplan, rules: vplanRules },
];

const definitionFor = (vendor: Vendor, given: readonly Vendor[]): Vendor =>
  given.find(({ name }) => name === vendor.name) ?? vendor;

const vendorSandbox = (twin: Twin, { url }: Listening): VendorSandbox => ({
  baseUrl: `${url}/${twin.vendor.name}${twin.rules.basePath}`,
  credential: twin.credential as VendorSandbox['credential'],
  get requests() {
    return twin.requests();
  },
  get deliveries() {
    return twin.deliveries.all();
  },
  rows: (resource) => twin.store.rows(resource),
  act: (name, input) => twin.act(name, input),
  reset: () => twin.reset(),
});

/**
 * Starts a sandbox: twins of the vendors on loopback, with a page to look inside. No account is needed, nothing leaves the
 * machine.
 *
 * @example
 * const sandbox = await startSandbox();
 * const { baseUrl, credential } = sandbox.vendors.vplan;
 * const client = createClient(vplan, {
 *   transport: axiosTransport(), clock: systemClock, baseUrl,
 *   authorization: headerAuthorization(vplan.auth.apiKey, credential),
 * });
 * for await (const board of client.board.list()) console.log(board.name);
 * await sandbox.close();
 * @throws Error with code `EADDRINUSE` when the port is taken
 */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { port = 0, host = '127.0.0.1', seed = 1, vendors = [], allowHosts = [] } = options;
  const log = options.log ?? ((message: string) => console.error(message));
  const time: Time = { now: options.now ?? systemTime.now, schedule: options.schedule ?? systemTime.schedule };
  const report = (error: unknown): void => log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const unknown = vendors.find(({ name }) => !played.some(({ vendor }) => vendor.name === name));
  if (unknown)
    throw new Error(`The sandbox does not play ${unknown.name}; it plays ${played.map((one) => one.vendor.name)}`);
  const scheduler = createScheduler(time, report);
  const story = createStory(scheduler.stamp);
  const touches = new Set<() => void>();
  const twins = played.map(({ vendor, rules }) =>
    createTwin({
      vendor: definitionFor(vendor, vendors),
      rules,
      seed,
      dailyLimit: options.dailyLimit ?? 10_000,
      settings: {
        emptyUpdates: options.emptyUpdates ?? true,
        planningDelay: options.planningDelay ?? 1500,
        allowHosts,
      },
      scheduler,
      story,
      fetch,
      report,
      touched: () => {
        for (const listener of touches) listener();
      },
    }),
  );
  const listening = await listen({ twins, story, port, host, allowHosts, report, touches });
  const [vplanTwin] = twins as [Twin];
  return {
    url: listening.url,
    vendors: { vplan: vendorSandbox(vplanTwin, listening) },
    get story() {
      return story.lines();
    },
    settle: () => scheduler.settle(),
    idle: () => scheduler.idle(),
    async close() {
      scheduler.cancelAll();
      for (const twin of twins) twin.deliveries.clear();
      await listening.close();
    },
  };
};
