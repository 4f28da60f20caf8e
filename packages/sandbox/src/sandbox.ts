import type { Vendor } from '@patchbay/core';
import { advanceClock } from './clock.ts';
import type { DeliveryRecord } from './deliveries.ts';
import type { FaultSequence } from './faults/fault.ts';
import type { Faults } from './faults/switchboard.ts';
import type { OAuthMode } from './oauth/authorization-server.ts';
import { type OAuthSandbox, oauthSandbox } from './oauth/oauth-sandbox.ts';
import type { Credentials, Played } from './played.ts';
import type { RequestRecord } from './request-log.ts';
import { createScheduler, type Schedule, systemTime, type Time } from './scheduler.ts';
import { listen } from './server.ts';
import type { Row } from './store.ts';
import { createStory, type StoryLine } from './story.ts';
import { createTwin, type Twin } from './twin.ts';

/** How a sandbox is to be started. Everything has a default. */
export interface SandboxOptions {
  /** 0 takes any free port. @default 0 */
  readonly port?: number;
  /** Address to listen on. @default '127.0.0.1' */
  readonly host?: string;
  /** Two sandboxes with the same seed and clock hold the same records and identifiers. @default 1 */
  readonly seed?: number;
  /**
   * What to play beside the twins that come with the sandbox: a definition takes the place of the one of the same name, e.g.
   * with one operation more; with rules it may be of any vendor.
   */
  readonly vendors?: readonly (Vendor | Played)[];
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  /** Timers, for tests that must not wait. @default setTimeout */
  readonly schedule?: Schedule;
  /** Milliseconds until work in the background is done, such as planning. @default 1500 */
  readonly planningDelay?: number;
  /** Updates answer with an empty body where the documentation shows them so. @default true */
  readonly emptyUpdates?: boolean;
  /** Requests of the quota that a vendor's headers tell. @default that of the definition's first budget */
  readonly dailyLimit?: number;
  /** Budgets of the definitions are enforced, for each credential. @default false */
  readonly quota?: boolean;
  /** Faults by chance in every twin; the same seed strikes the same requests. @default none */
  readonly faults?: FaultSequence;
  /** Whether token requests have to be exactly as documented, in every twin. @default 'strict' */
  readonly oauth?: OAuthMode;
  /** Host names beside loopback that webhooks may be sent to, and that the sandbox may be called by. @default none */
  readonly allowHosts?: readonly string[];
  /** Told what goes wrong inside the sandbox. @default console.error */
  readonly log?: (message: string) => void;
}

/** A vendor's twin as a test or a demo uses it. */
export interface VendorSandbox<Credential extends Readonly<Record<string, string>> = Credentials[keyof Credentials]> {
  /** What a credential's base URL has to be */
  readonly baseUrl: string;
  /** Values of the credential's fields */
  readonly credential: Credential;
  /** The last 500 requests, oldest first, secrets masked */
  readonly requests: readonly RequestRecord[];
  /** The last 500 deliveries of webhooks, oldest first */
  readonly deliveries: readonly DeliveryRecord[];
  /** Switches what goes wrong */
  readonly faults: Faults;
  /**
   * The app that may ask for tokens, and how that is played.
   * @throws Error for a vendor whose OAuth is not played
   */
  readonly oauth: OAuthSandbox;
  /**
   * Requests that came before an instant that the twin had asked to wait for, and whose sender can have known. A request that
   * was on its way when the refusal left is refused, but not counted.
   */
  readonly earlyRequests: number;
  /** Stored records of a resource, in the order of their making */
  rows(resource: string): readonly Row[];
  /**
   * Does what a person would do in the vendor's product: `act('createCollection', { name, board_id })`.
   * @throws ApiError when it cannot be done
   */
  act(name: string, input: Readonly<Record<string, string>>): Row | undefined;
  /** Back to the seed: records, files, log, deliveries, background work, faults. The clock is that of all twins: it stays */
  reset(): void;
}

/** A running sandbox. */
export interface Sandbox {
  /** Of the page, without a slash at the end */
  readonly url: string;
  /** The twins that come with the sandbox, by vendor */
  readonly vendors: { readonly [Name in keyof Credentials]: VendorSandbox<Credentials[Name]> };
  /**
   * The twin of any vendor that is played.
   * @throws Error when it is not
   */
  twin(vendor: string): VendorSandbox<Readonly<Record<string, string>>>;
  /** What happened so far, in plain words */
  readonly story: readonly StoryLine[];
  /** Runs all pending background work and deliveries (retries too) now, until nothing is left. */
  settle(): Promise<void>;
  /** Moves the sandbox's clock forward, and runs what falls due on the way in its order. */
  advance(milliseconds: number): Promise<void>;
  /** Waits for what runs already; what waits for its time goes on waiting. For tests that inject the time. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const vendorSandbox = (twin: Twin): VendorSandbox<Readonly<Record<string, string>>> => ({
  baseUrl: twin.baseUrl,
  credential: twin.credential,
  get requests() {
    return twin.requests();
  },
  get deliveries() {
    return twin.deliveries.all();
  },
  faults: twin.faults,
  get oauth() {
    return oauthSandbox(twin);
  },
  get earlyRequests() {
    return twin.holds.earlyRequests;
  },
  rows: (resource) => twin.store.rows(resource),
  act: (name, input) => twin.act(name, input),
  reset: () => twin.reset(),
});

/**
 * Starts the twins of vendors on loopback, with a page to look inside.
 * @throws Error with code `EADDRINUSE` when the port is taken
 */
export const startTwins = async (all: readonly Played[], options: SandboxOptions): Promise<Sandbox> => {
  const { port = 0, host = '127.0.0.1', seed = 1, allowHosts = [] } = options;
  const log = options.log ?? ((message: string) => console.error(message));
  const time: Time = { now: options.now ?? systemTime.now, schedule: options.schedule ?? systemTime.schedule };
  const report = (error: unknown): void => log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const listening = await listen({ port, host, allowHosts });
  const scheduler = createScheduler(time, report);
  const story = createStory(scheduler.stamp);
  const touches = new Set<() => void>();
  const touched = (): void => {
    for (const listener of touches) listener();
  };
  const settings = () => ({
    emptyUpdates: options.emptyUpdates ?? true,
    planningDelay: options.planningDelay ?? 1500,
    quota: options.quota ?? false,
    allowHosts,
  });
  const { dailyLimit, faults } = options;
  const { url } = listening;
  const parts = {
    seed,
    oauthMode: options.oauth ?? 'strict',
    dailyLimit,
    faults,
    url,
    scheduler,
    story,
    fetch,
    report,
    touched,
  };
  const twins = all.map((one) => createTwin({ ...one, ...parts, settings: settings() }));
  listening.serve({ twins, story, scheduler, touches, touched, report });
  const shown = new Map(twins.map((twin) => [twin.vendor.name, vendorSandbox(twin)]));
  return {
    url,
    vendors: Object.fromEntries(shown) as unknown as Sandbox['vendors'],
    twin(vendor) {
      const found = shown.get(vendor);
      if (!found) throw new Error(`The sandbox does not play ${vendor}; it plays ${[...shown.keys()].join(', ')}`);
      return found;
    },
    get story() {
      return story.lines();
    },
    settle: () => scheduler.settle(),
    advance: (milliseconds) => advanceClock({ scheduler, story, touched }, milliseconds),
    idle: () => scheduler.idle(),
    async close() {
      scheduler.cancelAll();
      for (const twin of twins) twin.deliveries.clear();
      await listening.close();
      for (const twin of twins) twin.files.clear();
    },
  };
};
