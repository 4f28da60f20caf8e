import { type Operation, operationsOf, type Vendor } from '@patchbay/core';
import { createRouter, type Routing } from './api/routes.ts';
import { refusal } from './api-error.ts';
import { type Budgets, createBudgets } from './budgets.ts';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import type { FaultSequence } from './faults/fault.ts';
import { createSwitchboard, type Switchboard } from './faults/switchboard.ts';
import { createHolds, type Holds } from './faults/waiting.ts';
import { createFileStore, type FileStore } from './files/file-store.ts';
import { type AuthorizationServer, createAuthorizationServer, type OAuthMode } from './oauth/authorization-server.ts';
import { createQuota, type Quota } from './quota.ts';
import { createRandom, type Random } from './random.ts';
import { createRecords, type Records } from './records.ts';
import { createRequestLog, type RequestRecord } from './request-log.ts';
import { namedIn, requestStory } from './request-story.ts';
import type { Change, VendorRules } from './rules.ts';
import type { Scheduler } from './scheduler.ts';
import { createStore, type Row, type Store } from './store.ts';
import type { Story, StoryKind } from './story.ts';

/** What can be switched while a twin runs. */
interface TwinSettings {
  /** Updates answer with an empty body, as the vendor's documentation shows them */
  emptyUpdates: boolean;
  /** Milliseconds until work in the background is done, such as planning */
  planningDelay: number;
  /** The vendor's budgets are enforced */
  quota: boolean;
  /** Host names beside loopback that webhooks may be sent to */
  readonly allowHosts: readonly string[];
}

/** What a twin is made of. */
export interface TwinParts {
  readonly vendor: Vendor;
  readonly rules: VendorRules;
  readonly seed: number;
  /** Requests of the quota that headers tell. @default that of the first budget */
  readonly dailyLimit: number | undefined;
  /** Faults by chance from the start on */
  readonly faults: FaultSequence | undefined;
  /** Address of the server, without a slash at the end */
  readonly url: string;
  /** How token requests are read at first */
  readonly oauthMode: OAuthMode;
  readonly settings: TwinSettings;
  readonly scheduler: Scheduler;
  readonly story: Story;
  readonly fetch: typeof fetch;
  readonly report: (error: unknown) => void;
  /** Called after anything on the page's tables changed */
  readonly touched: () => void;
}

/** A request as it is handed to the log. */
export type AnsweredRequest = Omit<RequestRecord, 'id' | 'at' | 'vendor' | 'operation'> & {
  readonly operation: Operation | undefined;
  /** Why it was refused */
  readonly problem: string | undefined;
  /** What it was, where that is no operation */
  readonly told?: string | undefined;
};

/** A vendor's product on loopback: its records, its rules, and everything that happened to it. */
export interface Twin {
  readonly vendor: Vendor;
  readonly rules: VendorRules;
  readonly store: Store;
  readonly records: Records;
  readonly deliveries: Deliveries;
  /** Address of the server, without a slash at the end */
  readonly url: string;
  /** What a credential's base URL has to be */
  readonly baseUrl: string;
  readonly files: FileStore;
  readonly faults: Switchboard;
  readonly holds: Holds;
  /** The quota that headers tell */
  readonly quota: Quota;
  readonly budgets: Budgets;
  /** Where access tokens come from; `undefined` where they are not played */
  readonly oauth: AuthorizationServer | undefined;
  readonly scheduler: Scheduler;
  readonly settings: TwinSettings;
  readonly credential: Readonly<Record<string, string>>;
  /** Header names (lower case) and values that prove the credential */
  readonly authHeaders: Readonly<Record<string, string>>;
  readonly secretHeaders: readonly string[];
  /** Identifiers of records */
  readonly random: Random;
  /** References of error answers: a row of their own, so that a refusal does not change later identifiers */
  readonly references: Random;
  /** Background work by the record it is for; `plan` replaces what still waits */
  readonly background: { plan(key: string, milliseconds: number, task: () => void): void; cancel(key: string): void };
  route(method: string, path: string): Routing;
  requests(): readonly RequestRecord[];
  logRequest(request: AnsweredRequest): void;
  changed(change: Change): void;
  tell(kind: StoryKind, text: string, failed?: boolean): void;
  /**
   * Does one of the rules' acts, as a person.
   * @throws ApiError when it is not known or cannot be done
   */
  act(name: string, input: Readonly<Record<string, string>>): Row | undefined;
  report(error: unknown): void;
  touched(): void;
  /** Back to the seed: records, identifiers, log, deliveries, background work, quota. */
  reset(): void;
}

const authOf = ({ vendor, rules }: TwinParts, credential: Readonly<Record<string, string>>) => {
  const scheme = vendor.auth[rules.authScheme];
  if (!scheme) throw new Error(`${vendor.label} has no authentication scheme ${rules.authScheme}`);
  const entries = Object.entries(scheme.headers).map(([name, template]) => [name.toLowerCase(), template] as const);
  const filled = entries.map(([name, template]) => [
    name,
    template.replace(/\{(\w+)\}/g, (_, field: string) => credential[field] ?? ''),
  ]);
  const secretFields = Object.entries(scheme.fields).flatMap(([name, { secret }]) => (secret ? [`{${name}}`] : []));
  const secretHeaders = entries.filter(([, template]) => secretFields.some((field) => template.includes(field)));
  return { authHeaders: Object.fromEntries(filled), secretHeaders: secretHeaders.map(([name]) => name) };
};

/** The budgets of a vendor that its headers say nothing of: they are only enforced when that is switched on. */
export const switchedBudgets = ({ quota: { headers, budgets } }: Vendor): Vendor['quota']['budgets'] =>
  headers ? budgets.slice(1) : budgets;

/** The quota that headers tell, and the budgets that they do not. */
const allowanceOf = ({
  vendor,
  dailyLimit,
  scheduler,
}: TwinParts): { readonly quota: Quota; readonly budgets: Budgets } => {
  const [first] = vendor.quota.budgets;
  const limit = dailyLimit ?? first?.requests ?? Number.POSITIVE_INFINITY;
  return {
    quota: createQuota(limit, scheduler.now, first?.seconds),
    budgets: createBudgets(switchedBudgets(vendor), scheduler.now),
  };
};

/** A twin, seeded. */
export const createTwin = (parts: TwinParts): Twin => {
  const { vendor, rules, scheduler, story, settings } = parts;
  const route = createRouter([...operationsOf(vendor).values()].filter(({ composite }) => !composite));
  const log = createRequestLog();
  const waiting = new Map<string, () => void>();
  // The credential comes from a row of its own: it stays the same whatever the records draw.
  const credential = rules.credential(createRandom(parts.seed ^ 0x5eed));
  let random = createRandom(parts.seed);
  let references = createRandom(parts.seed + 1);
  let requestId = 0;

  const twin: Twin = {
    vendor,
    rules,
    scheduler,
    settings,
    credential,
    ...authOf(parts, credential),
    store: createStore(),
    url: parts.url,
    baseUrl: `${parts.url}/${vendor.name}${rules.basePath}`,
    // Their identifiers come from a row of their own: an upload that is refused does not change later records.
    files: createFileStore(`${parts.url}/_sandbox/${vendor.name}/files`, () => createRandom(parts.seed ^ 0xf11e)),
    faults: createSwitchboard(parts.faults, parts.touched),
    holds: createHolds(scheduler.now),
    ...allowanceOf(parts),
    oauth: createAuthorizationServer({
      vendor,
      rules: rules.oauth,
      seed: parts.seed,
      mode: parts.oauthMode,
      scheduler,
      issuer: parts.url,
    }),
    get records() {
      return records;
    },
    get deliveries() {
      return deliveries;
    },
    get random() {
      return random;
    },
    get references() {
      return references;
    },
    background: {
      plan(key, milliseconds, task) {
        waiting.get(key)?.();
        const cancel = scheduler.later(milliseconds, () => {
          waiting.delete(key);
          task();
        });
        waiting.set(key, cancel);
      },
      cancel(key) {
        waiting.get(key)?.();
        waiting.delete(key);
      },
    },
    route,
    requests: log.all,
    logRequest(request) {
      const { operation, problem: _, told: __, ...rest } = request;
      log.add({ id: ++requestId, at: scheduler.stamp(), vendor: vendor.name, operation: operation?.key, ...rest });
      twin.tell('request', requestStory(request), request.status >= 400 || request.status === 0);
    },
    changed(change) {
      for (const event of rules.eventsOf(change, twin)) deliveries.emit(event, change.actor);
      parts.touched();
    },
    tell: (kind, text, failed) => story.tell(kind, vendor.name, text, failed),
    act(name, input) {
      const act = rules.acts.find((one) => one.name === name);
      if (!act) throw refusal(404, 'Not found', `There is no act ${name}`);
      const row = act.run(input, twin);
      twin.tell('person', `${act.label}${namedIn(row)}`);
      return row;
    },
    report: parts.report,
    touched: parts.touched,
    reset() {
      for (const cancel of waiting.values()) cancel();
      waiting.clear();
      deliveries.clear();
      log.clear();
      twin.files.clear();
      twin.faults.reset();
      twin.holds.clear();
      twin.quota.refill();
      twin.budgets.refill();
      twin.oauth?.reset();
      random = createRandom(parts.seed);
      references = createRandom(parts.seed + 1);
      twin.store.clear();
      rules.seed(twin);
      parts.touched();
    },
  };
  const records = createRecords(twin);
  const deliveries = createDeliveries(twin, parts.fetch);
  rules.seed(twin);
  return twin;
};
