import type { Vendor } from '../define/vendor.ts';
import { HttpError } from '../errors/http-error.ts';
import { type Operation, operationOf } from '../project/operation.ts';
import type { Engine } from '../request/engine.ts';
import type { CallOptions } from '../request/ports.ts';
import type { Row } from '../request/read-answer.ts';

/** What a trigger wants to receive, and where. */
export interface WantedSubscription {
  /** Callback URL; by it a subscription is recognised, so it must be this trigger's alone */
  readonly url: string;
  readonly events: readonly string[];
  /** Shown in the vendor's list of webhooks */
  readonly description: string;
  /** Values of `Webhooks.needs` */
  readonly needs?: Readonly<Record<string, unknown>>;
}

/** One step that brings the vendor's subscriptions in line. */
export type SubscriptionStep =
  | { readonly kind: 'create'; readonly events: readonly string[] }
  | { readonly kind: 'update'; readonly id: string }
  | { readonly kind: 'delete'; readonly id: string };

const eventsOf = ({ webhooks }: Vendor, row: Row): readonly unknown[] => {
  const { events: name, eventIn } = webhooks.fields;
  if (eventIn) return [eventIn.map((part) => String(row[part] ?? '')).join('/')];
  const events = row[name];
  return Array.isArray(events) ? events : [events];
};

const isActive = ({ webhooks }: Vendor, row: Row): boolean => {
  const { active, sending } = webhooks.fields;
  return (active === undefined || row[active] !== false) && (sending === undefined || row[sending] !== false);
};

const idOf = ({ webhooks }: Vendor, row: Row): string => String(row[webhooks.fields.id]);

/** A subscription each: what is missing is created, what is not wanted or there twice is removed. */
const planSingle = (vendor: Vendor, wanted: WantedSubscription, rows: readonly Row[]): SubscriptionStep[] => {
  const kept = new Map<unknown, Row>();
  for (const row of rows) {
    const [event] = eventsOf(vendor, row);
    if (wanted.events.includes(event as string) && isActive(vendor, row) && !kept.has(event)) kept.set(event, row);
  }
  const keep = new Set(kept.values());
  return [
    ...wanted.events
      .filter((event) => !kept.has(event))
      .map((event): SubscriptionStep => ({ kind: 'create', events: [event] })),
    ...rows.filter((row) => !keep.has(row)).map((row): SubscriptionStep => ({ kind: 'delete', id: idOf(vendor, row) })),
  ];
};

/** What is to be done so that exactly the wanted events are sent to this URL, each once. Nothing, for an empty list. */
export const planSubscription = (
  vendor: Vendor,
  wanted: WantedSubscription,
  existing: readonly Row[],
): SubscriptionStep[] => {
  const rows = existing.filter((row) => row[vendor.webhooks.fields.url] === wanted.url);
  if (vendor.webhooks.single) return planSingle(vendor, wanted, rows);
  const [kept, ...doubled] = rows;
  const create: SubscriptionStep = { kind: 'create', events: wanted.events };
  if (!kept) return [create];
  const events = eventsOf(vendor, kept);
  const fits =
    isActive(vendor, kept) &&
    events.length === wanted.events.length &&
    wanted.events.every((name) => events.includes(name));
  const id = idOf(vendor, kept);
  const change: SubscriptionStep[] =
    vendor.webhooks.operations?.update === false ? [{ kind: 'delete', id }, create] : [{ kind: 'update', id }];
  return [
    ...(fits ? [] : change),
    ...doubled.map((row): SubscriptionStep => ({ kind: 'delete', id: idOf(vendor, row) })),
  ];
};

const operationFor = ({ vendor }: Engine, task: 'list' | 'create' | 'update' | 'delete'): Operation =>
  operationOf(vendor, `${vendor.webhooks.resource}.${vendor.webhooks.operations?.[task] || task}`);

/** Of all that is known, what the operation takes; its own path parameter is the subscription's identifier. */
const inputFor = (
  operation: Operation,
  known: Readonly<Record<string, unknown>>,
  id?: string,
): Record<string, unknown> =>
  Object.fromEntries(
    operation.inputs.flatMap(({ name, place }): [string, unknown][] => {
      if (Object.hasOwn(known, name)) return [[name, known[name]]];
      return place === 'path' && id !== undefined ? [[name, id]] : [];
    }),
  );

type Place = Pick<WantedSubscription, 'url' | 'needs'>;

const subscriptionsAt = async (engine: Engine, { url, needs = {} }: Place, options: CallOptions): Promise<Row[]> => {
  const list = operationFor(engine, 'list');
  const found: Row[] = [];
  for await (const page of engine.pages(list, inputFor(list, needs), options))
    found.push(...page.rows.filter((row) => row[engine.vendor.webhooks.fields.url] === url));
  return found;
};

const remove = async (engine: Engine, row: Row, { needs = {} }: Place, options: CallOptions): Promise<void> => {
  const { fields, single } = engine.vendor.webhooks;
  const operation = operationFor(engine, 'delete');
  const known = {
    [fields.url]: row[fields.url],
    ...(single && { [fields.events]: eventsOf(engine.vendor, row)[0] }),
    ...needs,
  };
  try {
    await engine.call(operation, inputFor(operation, known, idOf(engine.vendor, row)), options);
  } catch (error) {
    // Somebody else removed it first: that is what was wanted.
    if (!(error instanceof HttpError && error.status === 404)) throw error;
  }
};

/** Whether the vendor already has exactly the wanted subscription. */
export const isSubscribed = async (
  engine: Engine,
  wanted: WantedSubscription,
  options: CallOptions = {},
): Promise<boolean> =>
  planSubscription(engine.vendor, wanted, await subscriptionsAt(engine, wanted, options)).length === 0;

/**
 * Adopts, creates, changes, re-enables or tidies up until exactly the wanted events are sent to the wanted URL.
 * Safe to run at every start and again after a lost answer.
 * @returns the steps that were taken
 * @throws HttpError, TransportError, ResponseError
 */
export const subscribe = async (
  engine: Engine,
  wanted: WantedSubscription,
  options: CallOptions = {},
): Promise<SubscriptionStep[]> => {
  const { fields, single } = engine.vendor.webhooks;
  const rows = await subscriptionsAt(engine, wanted, options);
  const steps = planSubscription(engine.vendor, wanted, rows);
  const content = (events: readonly string[]): Record<string, unknown> => ({
    [fields.url]: wanted.url,
    [fields.events]: single ? events[0] : events,
    ...(fields.active !== undefined && { [fields.active]: true }),
    ...(fields.description !== undefined && { [fields.description]: wanted.description }),
    ...wanted.needs,
  });
  for (const step of steps) {
    if (step.kind === 'delete') {
      const row = rows.find((each) => idOf(engine.vendor, each) === step.id) as Row;
      await remove(engine, row, wanted, options);
      continue;
    }
    const operation = operationFor(engine, step.kind);
    const { [fields.url]: url, ...change } = content(step.kind === 'create' ? step.events : wanted.events);
    const input =
      step.kind === 'create'
        ? inputFor(operation, { ...change, [fields.url]: url })
        : inputFor(operation, change, step.id);
    await engine.call(operation, input, options);
  }
  return steps;
};

/**
 * Removes every subscription with this URL; none being there is fine.
 * @param needs values that every call on subscriptions takes, see `Webhooks.needs`
 * @throws HttpError, TransportError, ResponseError
 */
export const unsubscribe = async (
  engine: Engine,
  url: string,
  options: CallOptions = {},
  needs: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  for (const row of await subscriptionsAt(engine, { url, needs }, options))
    await remove(engine, row, { url, needs }, options);
};
