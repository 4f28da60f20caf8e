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
}

/** One step that brings the vendor's subscriptions in line. */
export type SubscriptionStep =
  | { readonly kind: 'create' }
  | { readonly kind: 'update'; readonly id: string }
  | { readonly kind: 'delete'; readonly id: string };

const sameEvents = (one: unknown, other: readonly string[]): boolean =>
  Array.isArray(one) && one.length === other.length && other.every((name) => one.includes(name));

/** What is to be done so that exactly one active subscription with these events has this URL. Nothing, for an empty list. */
export const planSubscription = (
  { webhooks }: Vendor,
  wanted: WantedSubscription,
  existing: readonly Row[],
): SubscriptionStep[] => {
  const { fields } = webhooks;
  const [kept, ...doubled] = existing.filter((row) => row[fields.url] === wanted.url);
  if (!kept) return [{ kind: 'create' }];
  const sends = kept[fields.active] !== false && (fields.sending === undefined || kept[fields.sending] !== false);
  const fits = sends && sameEvents(kept[fields.events], wanted.events);
  return [
    ...(fits ? [] : [{ kind: 'update' as const, id: String(kept[fields.id]) }]),
    ...doubled.map((row) => ({ kind: 'delete' as const, id: String(row[fields.id]) })),
  ];
};

const subscriptionsAt = async (engine: Engine, url: string, options: CallOptions): Promise<Row[]> => {
  const { webhooks } = engine.vendor;
  const found: Row[] = [];
  for await (const page of engine.pages(operationOf(engine.vendor, `${webhooks.resource}.list`), {}, options))
    found.push(...page.rows.filter((row) => row[webhooks.fields.url] === url));
  return found;
};

const named = (operation: Operation, id: string): Record<string, string> => {
  const parameter = operation.inputs.find(({ place }) => place === 'path');
  return parameter ? { [parameter.name]: id } : {};
};

const remove = async (engine: Engine, id: string, options: CallOptions): Promise<void> => {
  const operation = operationOf(engine.vendor, `${engine.vendor.webhooks.resource}.delete`);
  try {
    await engine.call(operation, named(operation, id), options);
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
  planSubscription(engine.vendor, wanted, await subscriptionsAt(engine, wanted.url, options)).length === 0;

/**
 * Adopts, creates, changes, re-enables or tidies up until exactly one subscription has the wanted URL and events.
 * Safe to run at every start and again after a lost answer.
 * @returns the steps that were taken
 * @throws HttpError, TransportError, ResponseError
 */
export const subscribe = async (
  engine: Engine,
  wanted: WantedSubscription,
  options: CallOptions = {},
): Promise<SubscriptionStep[]> => {
  const { resource, fields } = engine.vendor.webhooks;
  const steps = planSubscription(engine.vendor, wanted, await subscriptionsAt(engine, wanted.url, options));
  const content = { [fields.events]: wanted.events, [fields.active]: true, [fields.description]: wanted.description };
  for (const step of steps) {
    if (step.kind === 'create') {
      const operation = operationOf(engine.vendor, `${resource}.create`);
      await engine.call(operation, { ...content, [fields.url]: wanted.url }, options);
    } else if (step.kind === 'update') {
      const operation = operationOf(engine.vendor, `${resource}.update`);
      await engine.call(operation, { ...content, ...named(operation, step.id) }, options);
    } else await remove(engine, step.id, options);
  }
  return steps;
};

/**
 * Removes every subscription with this URL; none being there is fine.
 * @throws HttpError, TransportError, ResponseError
 */
export const unsubscribe = async (engine: Engine, url: string, options: CallOptions = {}): Promise<void> => {
  for (const row of await subscriptionsAt(engine, url, options))
    await remove(engine, String(row[engine.vendor.webhooks.fields.id]), options);
};
