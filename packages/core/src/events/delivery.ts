import type { Vendor } from '../define/vendor.ts';
import { WebhookError } from '../errors/webhook-error.ts';
import type { Row } from '../request/read-answer.ts';
import { valueAt } from '../request/value-at.ts';
import { fingerprint } from './fingerprint.ts';

/** What happened, in the same shape for every vendor; `raw` is what arrived. */
export interface Delivery {
  /** The same for a delivery that is sent again: drop what you have seen */
  readonly id: string;
  /** The vendor's name of the event: `card.updated` */
  readonly event: string;
  /** Kind of record it speaks of; empty for an event that the definition does not know */
  readonly resource: string;
  readonly recordId: string | undefined;
  /** Instant of the change, RFC 3339, where the record tells */
  readonly occurredAt: string | undefined;
  /** The record as it is now */
  readonly record: Row;
  /** What it was before, as far as the vendor tells */
  readonly previous: Row;
  /** Values that changed, were attached or detached, by the vendor's names */
  readonly changes: Row;
  readonly raw: unknown;
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const asText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/**
 * Reads a delivery's parsed JSON. Events that the definition does not know are passed on with what they hold.
 * @throws WebhookError when it is not shaped like a delivery of this vendor
 */
export const readDelivery = (vendor: Vendor, payload: unknown): Delivery => {
  const { webhooks } = vendor;
  const event = asText(valueAt(payload, webhooks.event));
  if (!event)
    throw new WebhookError(`What arrived is not a delivery of ${vendor.label}: it names no event`, vendor.name);
  const known = vendor.events.find(({ name }) => name === event);
  const shape = (known && webhooks.shapes[known.shape]) ?? Object.values(webhooks.shapes)[0];
  const current = valueAt(payload, shape?.record ?? '');
  const previous = shape?.previous && valueAt(payload, shape.previous);
  // A removal may leave nothing current: then the record is what it was.
  const record = isRow(current) ? current : previous;
  if (!isRow(record)) throw new WebhookError(`The ${event} delivery of ${vendor.label} holds no record`, vendor.name);
  const changes = (shape?.changes ?? []).map((path) => [path.split('.').at(-1) as string, valueAt(payload, path)]);
  return {
    id: fingerprint(JSON.stringify(payload)),
    event,
    resource: known?.resource ?? '',
    recordId: asText(record.id),
    occurredAt: asText(valueAt(record, webhooks.changedAt)),
    record,
    previous: isRow(previous) ? previous : {},
    changes: Object.fromEntries(changes.filter(([, value]) => value !== undefined)) as Row,
    raw: payload,
  };
};
