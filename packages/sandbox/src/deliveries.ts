import { post } from './post.ts';
import { createRing } from './ring.ts';
import type { Actor, TwinEvent } from './rules.ts';
import type { Row } from './store.ts';
import type { Twin } from './twin.ts';

/** One try to deliver. */
export interface Attempt {
  /** RFC 3339 */
  readonly at: string;
  /** Of the receiver's answer */
  readonly status: number | undefined;
  /** Why there was no answer */
  readonly problem: string | undefined;
  readonly milliseconds: number;
}

/** A message to a subscription; the states are the ones that vPlan's own screen names. */
export interface DeliveryRecord {
  readonly id: number;
  readonly vendor: string;
  readonly webhookId: string;
  readonly url: string;
  readonly event: string;
  /** Name of the record it speaks of */
  readonly about: string;
  /** The JSON that is posted */
  readonly payload: unknown;
  readonly state: 'started' | 'successful' | 'failed' | 'suspended';
  readonly attempts: readonly Attempt[];
  /** RFC 3339; when it is tried again */
  readonly nextAt: string | undefined;
}

/** Sends events to subscriptions, in order for each of them, and again after failures. */
export interface Deliveries {
  emit(event: TwinEvent, actor: Actor): void;
  /** Tries one again at once, whatever its state. `false` when it is not known any more. */
  sendAgain(id: number): boolean;
  /** The last 500, oldest first */
  all(): readonly DeliveryRecord[];
  /** Forgets everything; running attempts are cut off. */
  clear(): void;
}

/** A delivery on its way; `record` is replaced with every step. */
interface Message {
  record: DeliveryRecord;
}

const keptDeliveries = 500;

/** The deliveries of a twin, posted with the given `fetch`. */
export const createDeliveries = (twin: Twin, fetch: typeof globalThis.fetch): Deliveries => {
  const { resource, fields, timeLimitSeconds = 30 } = twin.vendor.webhooks;
  const { subscriptions } = twin.rules;
  const sender = `patchbay-sandbox (${twin.vendor.label})`;
  const messages = createRing<Message>(keptDeliveries);
  const queues = new Map<string, Message[]>();
  let cut = new AbortController();
  let id = 0;

  /** Like the scheduler's, but forgotten by `clear`: after a reset the same identifiers come back. */
  const later = (milliseconds: number, task: () => Promise<void>): void => {
    const mine = cut;
    twin.scheduler.later(milliseconds, () => (mine.signal.aborted ? undefined : task()));
  };

  const change = (message: Message, part: Partial<DeliveryRecord>): void => {
    message.record = { ...message.record, ...part };
    twin.touched();
  };

  const webhookOf = ({ record }: Message): Row | undefined => twin.store.find(resource, record.webhookId);

  const tellOf = ({ record }: Message, { status, problem }: Attempt, succeeded: boolean): void => {
    const result = succeeded ? `delivered (${status})` : `not delivered (${problem ?? status})`;
    const again = record.attempts.length > 1 ? `, attempt ${record.attempts.length}` : '';
    twin.tell('delivery', `${record.event} “${record.about}” ${result}${again}`, !succeeded);
  };

  const planRetry = (message: Message): void => {
    const delay = webhookOf(message) && subscriptions.retryDelays[message.record.attempts.length - 1];
    if (delay === undefined) return;
    change(message, { nextAt: new Date(twin.scheduler.now() + delay).toISOString() });
    later(delay, () => attempt(message));
  };

  const send = async (message: Message): Promise<void> => {
    const at = twin.scheduler.stamp();
    const began = performance.now();
    const { signal } = cut;
    change(message, { state: 'started', nextAt: undefined });
    const options = { fetch, timer: twin.scheduler.timer, timeLimitSeconds, cut: signal, sender };
    const { status, problem } = await post(message.record.url, JSON.stringify(message.record.payload), options);
    if (signal.aborted) return;
    const succeeded = status !== undefined && status >= 200 && status < 300;
    const done: Attempt = { at, status, problem, milliseconds: Math.round(performance.now() - began) };
    const webhook = webhookOf(message);
    if (webhook)
      twin.store.put(
        resource,
        succeeded ? subscriptions.afterSuccess(webhook) : subscriptions.afterFailure(webhook, twin.scheduler.now()),
      );
    change(message, { attempts: [...message.record.attempts, done], state: succeeded ? 'successful' : 'failed' });
    tellOf(message, done, succeeded);
    if (!succeeded) planRetry(message);
  };

  const attempt = async (message: Message): Promise<void> => {
    const webhook = webhookOf(message);
    if (webhook && subscriptions.canSend(webhook, twin.scheduler.now())) await send(message);
    else change(message, { state: webhook ? 'suspended' : 'failed', nextAt: undefined });
  };

  const drain = async (webhookId: string, queue: readonly Message[]): Promise<void> => {
    try {
      // What is added meanwhile is sent as well.
      for (const message of queue) await attempt(message);
    } finally {
      if (queues.get(webhookId) === queue) queues.delete(webhookId);
    }
  };

  const enqueue = (message: Message): void => {
    const { webhookId } = message.record;
    const waiting = queues.get(webhookId);
    if (waiting) waiting.push(message);
    else {
      const queue = [message];
      queues.set(webhookId, queue);
      later(0, () => drain(webhookId, queue));
    }
  };

  const messageTo = (webhook: Row, event: TwinEvent, actor: Actor, state: DeliveryRecord['state']): Message => ({
    record: {
      id: ++id,
      vendor: twin.vendor.name,
      webhookId: webhook.id,
      url: String(webhook[fields.url]),
      event: event.event,
      about: event.about,
      payload: structuredClone(subscriptions.payload(event, actor, twin)),
      state,
      attempts: [],
      nextAt: undefined,
    },
  });

  const wants = (webhook: Row, event: string): boolean => {
    const active = fields.active === undefined || webhook[fields.active] !== false;
    // Some vendors keep one event to a subscription.
    return active && [webhook[fields.events]].flat().includes(event);
  };

  return {
    emit(event, actor) {
      for (const webhook of twin.store.rows(resource).filter((row) => wants(row, event.event))) {
        const canSend = subscriptions.canSend(webhook, twin.scheduler.now());
        const message = messageTo(webhook, event, actor, canSend ? 'started' : 'suspended');
        messages.add(message);
        if (canSend) enqueue(message);
      }
    },
    sendAgain(wanted) {
      const message = messages.all().find(({ record }) => record.id === wanted);
      if (message) later(0, () => send(message));
      return message !== undefined;
    },
    all: () => messages.all().map(({ record }) => record),
    clear() {
      cut.abort();
      cut = new AbortController();
      queues.clear();
      messages.clear();
    },
  };
};
