import {
  type Connection,
  createConnection,
  type GrantReason,
  type HttpError,
  type HttpRequest,
  isConnectorError,
  oauthClient,
  vplan,
  vplanOAuth,
} from '@patchbay/core';
import { virtualStore } from './virtual-store.ts';
import { virtualVendor } from './virtual-vendor.ts';
import { type Plan, type VirtualProcess, World } from './world.ts';

/** What came of one schedule. */
export interface Outcome {
  readonly violations: readonly string[];
  readonly awaits: number;
  readonly figures: Readonly<Record<string, number>>;
  /** Longest that a caller waited, in milliseconds, pauses of its process left out */
  readonly longestWait: number;
}

const client = oauthClient(
  vplan,
  vplanOAuth,
  { client_id: 'app', client_secret: 'very-secret' },
  { redirectUri: 'https://host.example/callback' },
);
const request: HttpRequest = { method: 'GET', url: 'https://api.vplan.com/v1/me', headers: {} };
const refusal = { message: 'vPlan answered 401' } as HttpError;

/** A renewal elsewhere may take as long as its lease, and a caller may meet a slow store before and after. */
const longestAllowed = 150_000;

interface Running {
  readonly process: VirtualProcess;
  readonly connection: Connection;
}

/** Runs 2 to 8 processes through two renewals, and sees to it that what is promised holds. */
export const runSchedule = async (plan: Plan): Promise<Outcome> => {
  const world = new World(plan);
  const violations = new Set<string>();
  const violation = (what: string): void => {
    violations.add(what);
  };
  const figures: Record<string, number> = {};
  const count = (what: string): void => {
    figures[what] = (figures[what] ?? 0) + 1;
  };
  const seconds = world.chance(0.3) ? 60 : 3600;
  const vendor = virtualVendor(
    world,
    { revokesOnReuse: world.chance(0.3), endsFormerAccess: world.chance(0.5), seconds },
    violation,
  );
  const saved = new Set<string>();
  let newest = 0;
  const store = virtualStore(world, {
    written: (before, after) => {
      if (after?.lost && before?.refreshToken && vendor.isCurrent(before.refreshToken))
        violation(`a pair that is good was written off as ${after.lost}`);
      if (!after?.accessToken) return;
      const pair = Number(after.accessToken.split('-')[1]);
      if (pair < newest) violation(`pair ${newest} was overwritten by pair ${pair}`);
      newest = Math.max(newest, pair);
      saved.add(after.accessToken);
    },
  });

  /** Callers that have no answer yet, by their process */
  const waiting = new Set<{ readonly process: VirtualProcess }>();
  let calls = 0;
  let longestWait = 0;
  // One person at a time: of two who connect at once, either may stay.
  let reconnecting = false;
  let connecting: VirtualProcess | undefined;
  const running: Running[] = [];

  const start = (name: string, skew: number): Running => {
    const process: VirtualProcess = { name, skew, alive: true, pausedUntil: 0 };
    const connection = createConnection({
      client,
      store: store.storeFor(process),
      key: 'account',
      transport: vendor.transportFor(process),
      clock: world.clockOf(process),
      crypto: { randomBytes: (size) => Uint8Array.from({ length: size }, () => world.between(0, 256)) },
      random: world.random,
    });
    const it = { process, connection };
    running.push(it);
    return it;
  };

  const reconnect = (): void => {
    if (reconnecting || world.quiet) return;
    reconnecting = true;
    world.at(world.between(1000, 100_000), () => {
      const able = running.filter(({ process }) => process.alive && process.pausedUntil <= world.now);
      const chosen = able[world.between(0, able.length)];
      if (!chosen) {
        reconnecting = false;
        return;
      }
      connecting = chosen.process;
      const grant = vendor.connect();
      count('reconnects');
      const expiresAt = (grant.expiresAt ?? 0) + chosen.process.skew;
      chosen.connection
        .save({ ...grant, expiresAt })
        .catch(() => count('reconnects not saved'))
        .finally(() => {
          reconnecting = false;
        });
    });
  };

  const told = (error: unknown): void => {
    const { message, code, reason } = error as Error & { code?: string; reason?: GrantReason };
    if (!isConnectorError(error)) {
      violation(`an error that tells nothing: ${String(error)}`);
      return;
    }
    if (/access-\d|refresh-\d|very-secret/.test(`${message} ${error.stack}`)) violation(`a secret in "${message}"`);
    count(reason ? `${code} ${reason}` : `told ${code}`);
    if (code !== 'GRANT_LOST') return;
    if (!reason || !/has ended: .+\. Connect the account again/.test(message)) violation(`no reason in "${message}"`);
    reconnect();
  };

  /** What the engine does with one call. */
  const call = async ({ connection }: Running): Promise<string> => {
    const { authorize, renew } = connection.authorization;
    for (let tries = 0; ; tries++) {
      const authorized = await authorize(request);
      const token = authorized.headers.Authorization?.replace('Bearer ', '') ?? '';
      if (!saved.has(token)) violation(`${token} was used before it was saved`);
      if (vendor.accepts(token)) return 'accepted';
      if (tries === 1 || !(await renew?.(authorized, refusal))) return 'refused';
    }
  };

  const caller = (it: Running): void => {
    const { process } = it;
    if (!process.alive) return;
    const since = Math.max(world.now, process.pausedUntil);
    const here = { process };
    waiting.add(here);
    calls++;
    const pausedAtStart = process.pausedUntil;
    call(it)
      .then(count, told)
      .finally(() => {
        waiting.delete(here);
        if (process.pausedUntil !== pausedAtStart) return;
        longestWait = Math.max(longestWait, world.now - since);
        if (world.now - since > longestAllowed) violation(`a caller waited for ${(world.now - since) / 1000} s`);
      });
  };

  world.onCrash = (process) => {
    if (process === connecting) reconnecting = false;
    // Nobody waits in a process that is gone.
    for (const here of waiting) if (here.process === process) waiting.delete(here);
    world.at(world.between(0, 90_000), () => {
      const next = start(`${process.name}'`, process.skew);
      caller(next);
    });
  };

  const processes = world.between(2, 9);
  for (let index = 0; index < processes; index++) start(`process ${index + 1}`, world.between(-300_000, 300_001));
  const [first] = running as [Running];
  const original = vendor.connect();
  const connected = first.connection.save({ ...original, expiresAt: world.now + seconds * 1000 + first.process.skew });
  await world.run();
  await connected;

  world.quiet = plan.calm === true;
  world.counting = true;
  const margin = Math.min(300, seconds / 10) * 1000;
  for (const period of [1, 2]) {
    // Together, as flows that start by the clock do: shortly before a renewal is due, while it is, or too late for it.
    const start = period * (seconds * 1000 - margin) + world.between(-2000, margin + 20_000);
    for (const it of [...running])
      for (let callers = world.between(1, 4); callers > 0; callers--)
        world.at(Math.max(0, start + world.between(0, 2500)), () => caller(it));
  }
  await world.run();
  if (waiting.size > 0) violation(`${waiting.size} callers wait for ever`);

  // When all is well again: whoever still runs, and then a process that knows nothing but what is kept.
  world.quiet = true;
  world.counting = false;
  world.now += seconds * 1000 + 400_000;
  const survivors = running.filter(({ process }) => process.alive);
  for (const it of [...survivors, start('the last one', 0)]) {
    // Twice: a process may know of a former token only, and clocks that differ by more than a token lives hide that the kept one
    // has ended too.
    const end = call(it)
      .then((came) => (came === 'refused' ? call(it) : came))
      .catch((error: { code?: string; reason?: string }) => `${error.code} ${error.reason}`);
    await world.run();
    const came = await Promise.race([end, 'nothing']);
    count(`in the end ${came}`);
    if (!/^(accepted|GRANT_LOST .*)$/.test(came)) violation(`in the end, ${it.process.name} got: ${came}`);
  }
  return {
    violations: [...violations],
    awaits: world.awaits,
    figures: { ...figures, ...world.counts, ...vendor.counts, callers: calls },
    longestWait,
  };
};
